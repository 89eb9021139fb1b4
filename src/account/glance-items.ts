import type { Account } from '../plex/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { formatDate, formatFromNow } from './facts/format-date.ts';
import { type Checkup, checkup } from './security/checkup.ts';
import { paymentProvider } from './subscription/payment-provider.ts';
import { currentPlan, currentRecord, lastSubscriptionEnd, planName } from './subscription/plans.ts';
import { subscriptionAnswer } from './subscription/subscription-answer.ts';

/** A question, its short answer, and the section with the full answer. */
export type GlanceItem = { question: string; answer: string; tone?: Tone | undefined; sectionId: string };

const notSent = 'plex.tv did not say';

export function glanceItems(account: Account, now: Date): GlanceItem[] {
  return [
    { question: 'Plex Pass', ...plexPass(account, now), sectionId: 'subscription' },
    { question: 'Until', answer: subscriptionEnd(account, now), sectionId: 'subscription' },
    { question: 'Paid to', answer: payee(account), sectionId: 'subscription' },
    { question: 'Safety', ...safety(checkup(account, now)), sectionId: 'security' },
    { question: 'Plex Home', answer: homeMembers(account), sectionId: 'plex-home' },
    { question: 'This sign-in', answer: signIn(account, now), sectionId: 'security' },
  ];
}

function plexPass(account: Account, now: Date): Pick<GlanceItem, 'answer' | 'tone'> {
  const { badge } = subscriptionAnswer(account, now);
  if (!badge) return { answer: notSent };
  if (!account.subscription?.active) return { answer: badge.text === 'No Plex Pass' ? 'None' : badge.text };
  const plan = planName(currentPlan(account));
  if (badge.text === 'Active') return { answer: plan ?? 'Yes', tone: badge.tone };
  return { answer: plan ? `${plan}, ${badge.text.toLowerCase()}` : badge.text, tone: badge.tone };
}

function subscriptionEnd(account: Account, now: Date): string {
  const { subscription, pastSubscriptions } = account;
  if (subscription?.active) return activeSubscriptionEnd(account, now);
  const end = lastSubscriptionEnd(account, now);
  if (end) return `Ended ${formatDate(end)}`;
  return pastSubscriptions?.length === 0 && subscription && !subscription.subscribedAt ? 'Never had one' : notSent;
}

function activeSubscriptionEnd(account: Account, now: Date): string {
  if (currentPlan(account) === 'lifetime') return 'For good';
  const { renewsAt, endsAt, canceled } = currentRecord(account) ?? {};
  if (renewsAt && renewsAt > now && !canceled) return `Renews ${formatDate(renewsAt)}`;
  return endsAt && endsAt > now ? `${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}` : notSent;
}

function payee(account: Account): string {
  if (account.subscription?.active === false) return 'Nobody';
  if (!account.subscription?.active) return notSent;
  const provider = paymentProvider(account);
  return provider ? (provider.name ?? notSent) : 'Nobody, it is paid for';
}

function safety({ attentionCount, checks, isManagedByOthers }: Checkup): Pick<GlanceItem, 'answer' | 'tone'> {
  if (isManagedByOthers) return { answer: 'Nothing for you to do' };
  if (attentionCount > 0)
    return {
      answer: attentionCount === 1 ? '1 thing to look at' : `${attentionCount} things to look at`,
      tone: 'warn',
    };
  return checks.some(({ verdict }) => verdict === 'good')
    ? { answer: 'Nothing to look at', tone: 'good' }
    : { answer: notSent };
}

function homeMembers({ home, homeSize, maxHomeSize, homeAdmin }: Account): string {
  if (home === false || homeSize === 1) return 'None';
  if (!homeSize) return home ? 'You are in one' : notSent;
  const members = maxHomeSize ? `${homeSize} of ${maxHomeSize} seats` : `${homeSize} members`;
  return homeAdmin ? `${members}, you are its admin` : members;
}

function signIn({ rememberExpiresAt: end }: Account, now: Date): string {
  if (end === undefined) return notSent;
  if (end === null) return 'No end given';
  return end > now ? `Until ${formatDate(end)}` : `Should have ended ${formatDate(end)}`;
}
