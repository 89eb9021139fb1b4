import type { Account } from '../plex/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { formatDate, formatFromNow } from './facts/format-date.ts';
import { type Checkup, checkup } from './security/checkup.ts';
import { paymentProvider } from './subscription/payment-provider.ts';
import { currentPlan, currentRecord, lastSubscriptionEnd, planName } from './subscription/plans.ts';
import { subscriptionAnswer } from './subscription/subscription-answer.ts';

/** A question people come with, answered in a few words; `sectionId` is where the whole answer stands. */
export type GlanceItem = { question: string; answer: string; tone?: Tone | undefined; sectionId: string };

const notSaid = 'plex.tv did not say';

/** The six questions in one look: is there a Pass, until when, who is paid, is it safe, who is in the Home, how long. */
export function glanceItems(account: Account, now: Date): GlanceItem[] {
  return [
    { question: 'Plex Pass', ...pass(account, now), sectionId: 'subscription' },
    { question: 'Until', answer: until(account, now), sectionId: 'subscription' },
    { question: 'Paid to', answer: payee(account), sectionId: 'subscription' },
    { question: 'Safety', ...safety(checkup(account, now)), sectionId: 'security' },
    { question: 'Plex Home', answer: seats(account), sectionId: 'plex-home' },
    { question: 'This sign-in', answer: signIn(account, now), sectionId: 'security' },
  ];
}

function pass(account: Account, now: Date): Pick<GlanceItem, 'answer' | 'tone'> {
  const { badge } = subscriptionAnswer(account, now);
  if (!badge) return { answer: notSaid };
  if (!account.subscription?.active) return { answer: badge.text === 'No Plex Pass' ? 'None' : badge.text };
  const plan = planName(currentPlan(account));
  if (badge.text === 'Active') return { answer: plan ?? 'Yes', tone: badge.tone };
  return { answer: plan ? `${plan}, ${badge.text.toLowerCase()}` : badge.text, tone: badge.tone };
}

function until(account: Account, now: Date): string {
  const { subscription, pastSubscriptions } = account;
  if (subscription?.active) return untilOf(account, now);
  const end = lastSubscriptionEnd(account, now);
  if (end) return `Ended ${formatDate(end)}`;
  return pastSubscriptions?.length === 0 && subscription && !subscription.subscribedAt ? 'Never had one' : notSaid;
}

function untilOf(account: Account, now: Date): string {
  if (currentPlan(account) === 'lifetime') return 'For good';
  const { renewsAt, endsAt, canceled } = currentRecord(account) ?? {};
  if (renewsAt && renewsAt > now && !canceled) return `Renews ${formatDate(renewsAt)}`;
  return endsAt && endsAt > now ? `${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}` : notSaid;
}

function payee(account: Account): string {
  if (account.subscription?.active === false) return 'Nobody';
  if (!account.subscription?.active) return notSaid;
  const place = paymentProvider(account);
  return place ? (place.payee ?? notSaid) : 'Nobody, it is paid for';
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
    : { answer: notSaid };
}

function seats({ home, homeSize, maxHomeSize, homeAdmin }: Account): string {
  if (home === false || homeSize === 1) return 'None';
  if (!homeSize) return home ? 'You are in one' : notSaid;
  const members = maxHomeSize ? `${homeSize} of ${maxHomeSize} seats` : `${homeSize} members`;
  return homeAdmin ? `${members}, you are its admin` : members;
}

function signIn({ rememberExpiresAt: end }: Account, now: Date): string {
  if (end === undefined) return notSaid;
  if (end === null) return 'No end given';
  return end > now ? `Until ${formatDate(end)}` : `Was to end ${formatDate(end)}`;
}
