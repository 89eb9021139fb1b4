import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { hasPassed } from '../../plex/account/calendar-day.ts';
import { dayMs, formatDate } from '../facts/format-date.ts';
import { paymentProvider } from '../subscription/payment-provider.ts';
import { planNames } from '../subscription/plan.ts';
import { lastOtherSubscription, type SubscriptionItem, subscriptionState } from '../subscription/subscription-state.ts';

/** The data for the sentences. */
export type SentenceSource = {
  account: Account;
  sources: AccountSources;
  now: Date;
  hasDates: boolean;
  /** A word of plex.tv in a code span; undefined if it may be more than a word, or personal. */
  quoteWord: (word: string) => string | undefined;
};

/** "Monthly Plex Pass, cancelled, runs until 7 December 2026." The other subscriptions follow. */
export function subscriptions(source: SentenceSource): string {
  const { account, now, hasDates } = source;
  const state = subscriptionState(account, now);
  const { pass: kind, main, others, history } = state;
  const last = lastOtherSubscription(state);
  const listed = others.filter(({ product }) => !product.isPass || kind === 'active').slice(0, maxOthers);
  const end = history.kind === 'ended' ? history.end : undefined;
  const earlier =
    history.kind === 'ended' ? ` There was one${hasDates && end ? ` until ${formatDate(end)}` : ''}.` : '';
  const hasPass = kind === 'active' || main?.product.isPass;
  const none = kind === 'unknown' ? 'plex.tv did not say whether there is a Plex Pass.' : `No Plex Pass.${earlier}`;
  return [
    main && itemSentence(main, source),
    hasPass ? '' : none,
    ...listed.map((item) => itemSentence(item, source)),
    last && itemSentence(last, source),
  ]
    .filter(Boolean)
    .join(' ');
}

const maxOthers = 3;

function itemSentence(item: SubscriptionItem, source: SentenceSource): string {
  const { now, hasDates } = source;
  const { plan, progress, renewsAt, endsAt } = item;
  const state = `${nameOf(item, source)}, ${progressWords[progress]}`;
  if (progress === 'ended') {
    return hasDates && endsAt && hasPassed(endsAt, now) ? `${state} on ${formatDate(endsAt)}.` : `${state}.`;
  }
  if (plan?.known === 'lifetime') return progress === 'running' ? `${state}, for good.` : `${state}.`;
  if (renewsAt && progress !== 'cancelled' && !hasPassed(renewsAt, now)) {
    return `${state}, renews ${onDay(renewsAt, now, hasDates)}.`;
  }
  if (!endsAt || hasPassed(endsAt, now)) return `${state}.`;
  return hasDates ? `${state}, runs until ${formatDate(endsAt)}.` : `${state}, ends ${onDay(endsAt, now, hasDates)}.`;
}

/** "Remote Watch Pass, monthly". Names and plans that this page does not know are quoted, or left out. */
function nameOf({ product, plan }: SubscriptionItem, { quoteWord }: SentenceSource): string {
  const quotedPlan = plan && !plan.known ? quoteWord(plan.words) : undefined;
  if (product.isPass && plan?.known) return `${planNames[plan.known]} ${product.name}`;
  const quotedName = product.source === 'sent' ? quoteWord(product.name) : undefined;
  const name =
    product.source === 'known' ? product.name : `Another subscription${quotedName ? ` (${quotedName})` : ''}`;
  if (plan?.known) return `${name}, ${planNames[plan.known].toLowerCase()}`;
  return quotedPlan ? `${name} (${quotedPlan})` : name;
}

const progressWords: Record<SubscriptionItem['progress'], string> = {
  running: 'active',
  cancelled: 'cancelled',
  'payment-failed': 'payment failed',
  'on-hold': 'on hold',
  ended: 'ended',
};

/** If dates are hidden, only says whether it is soon. */
function onDay(date: Date, now: Date, hasDates: boolean): string {
  if (hasDates) return `on ${formatDate(date)}`;
  const days = (date.getTime() - now.getTime()) / dayMs;
  if (days <= 31) return 'within a month';
  return days <= 366 ? 'within a year' : 'in more than a year';
}

export function payment(source: SentenceSource): string {
  const provider = paymentProvider(source.account, source.now);
  if (!provider) return '';
  if (!provider.name) {
    return `plex.tv did not say who takes the money${provider.other ? ` for ${nameOf(provider.other, source)}` : ''}.`;
  }
  // The panel quotes the name of an unknown store as plex.tv wrote it.
  if (provider.name.startsWith('“')) return 'Payment through a store that this page does not know.';
  return provider.name.startsWith('Card') ? 'Payment: card, by Plex.' : `Payment through ${provider.name}.`;
}

export function past({ account }: SentenceSource): string {
  const { pastSubscriptions, trials } = account;
  if (!pastSubscriptions && !trials) return '';
  return `${counted(pastSubscriptions, 'past subscription')} and ${counted(trials, 'trial').toLowerCase()}.`;
}

function counted(list: readonly unknown[] | null | undefined, noun: string): string {
  if (!list?.length) return `No ${noun}`;
  return list.length === 1 ? `1 ${noun}` : `${list.length} ${noun}s`;
}
