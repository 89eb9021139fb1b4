import type { Account } from '../plex/account.ts';
import { hasPassed } from '../plex/calendar-day.ts';
import type { Tone } from '../ui/icon.tsx';
import { formatDate, formatFromNow } from './facts/format-date.ts';
import { signInEnd } from './facts/sign-in-end.ts';
import { quoteUnread } from './facts/unread-values.ts';
import { type Checkup, checkup } from './security/checkup.ts';
import { paymentProvider } from './subscription/payment-provider.ts';
import { planName } from './subscription/plan.ts';
import { subscriptionAnswer } from './subscription/subscription-answer.ts';
import { subscriptionName } from './subscription/subscription-name.ts';
import { lastEnd, type SubscriptionItem, subscriptionState } from './subscription/subscription-state.ts';

/** A question, its short answer, and the section with the full answer. */
export type GlanceItem = { question: string; answer: string; tone?: Tone | undefined; sectionId: string };

const notSent = 'plex.tv did not say';

export function glanceItems(account: Account, now: Date): GlanceItem[] {
  return [
    { ...plexPass(account, now), sectionId: 'subscription' },
    { question: 'Until', answer: subscriptionEnd(account, now), sectionId: 'subscription' },
    { question: 'Paid to', answer: payee(account, now), sectionId: 'subscription' },
    { question: 'Safety', ...safety(checkup(account, now)), sectionId: 'security' },
    { question: 'Plex Home', answer: homeMembers(account), sectionId: 'plex-home' },
    { question: 'This sign-in', answer: signIn(account, now), sectionId: 'security' },
  ];
}

function plexPass(account: Account, now: Date): Pick<GlanceItem, 'question' | 'answer' | 'tone'> {
  const { pass, main } = subscriptionState(account, now);
  const { badge } = subscriptionAnswer(account, now);
  const question = main && !main.product.isPass && pass !== 'unknown' ? 'Subscription' : 'Plex Pass';
  if (pass === 'unknown' || !badge)
    return { question, answer: unclear(account, 'subscription.active', 'subscription') };
  if (!main) return { question, answer: pass === 'none' ? 'None' : 'None listed' };
  const name = main.product.isPass ? main.plan && planName(main.plan) : subscriptionName(main);
  const progress = main.progress === 'running' ? '' : badge.text;
  if (!name) return { question, answer: progress || 'Yes', tone: badge.tone };
  return { question, answer: progress ? `${name}, ${progress.toLowerCase()}` : name, tone: badge.tone };
}

/** The value that plex.tv sent if this page cannot read it. */
function unclear(account: Account, ...paths: string[]): string {
  const [quote] = paths.flatMap((path) => quoteUnread(account, path) ?? []);
  return quote ? `plex.tv sent ${quote}` : notSent;
}

function subscriptionEnd(account: Account, now: Date): string {
  const { pass, main, history, past } = subscriptionState(account, now);
  if (main) return itemEnd(main, account, now);
  if (pass !== 'none') return unclear(account, 'subscription.active', 'subscription');
  if (history.kind === 'ended' && history.end) return `Ended ${formatDate(history.end)}`;
  const end = lastEnd(past, now);
  const other = past.find(({ endsAt }) => endsAt === end);
  if (end && other) return `${subscriptionName(other)} ended ${formatDate(end)}`;
  if (history.kind === 'never') return 'Never had one';
  return unclear(
    account,
    'subscription.subscribedAt',
    'pastSubscriptions',
    ...past.map(({ path }) => `${path}.endsAt`),
  );
}

function itemEnd({ plan, progress, renewsAt, endsAt, path }: SubscriptionItem, account: Account, now: Date): string {
  if (plan?.known === 'lifetime' && progress === 'running') return 'For good';
  if (renewsAt && progress !== 'cancelled' && !hasPassed(renewsAt, now)) return `Renews ${formatDate(renewsAt)}`;
  if (endsAt && !hasPassed(endsAt, now)) return `${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}`;
  if (endsAt) return `Should have ended ${formatDate(endsAt)}`;
  if (renewsAt) return `Should have renewed ${formatDate(renewsAt)}`;
  return unclear(account, `${path}.renewsAt`, `${path}.endsAt`);
}

function payee(account: Account, now: Date): string {
  const { pass, main } = subscriptionState(account, now);
  const provider = paymentProvider(account, now);
  if (provider) return provider.name ?? notSent;
  if (pass === 'none') return 'Nobody';
  if (main?.plan?.known === 'lifetime') return 'Nobody, it is paid for';
  return unclear(account, 'subscription.active', 'subscription');
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

function signIn(account: Account, now: Date): string {
  const end = signInEnd(account, now);
  switch (end.kind) {
    case 'known':
      return `Until ${formatDate(end.at)}`;
    case 'past':
      return `Should have ended ${formatDate(end.at)}`;
    case 'unbelievable':
      return `Not believable: ${end.sent}`;
    case 'none':
      return 'No end given';
    default:
      return notSent;
  }
}
