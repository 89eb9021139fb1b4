import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import { hasPassed } from '../../plex/account/calendar-day.ts';
import { comparable } from '../facts/comparable.ts';
import { unexpectedAt } from '../facts/fact-builder.ts';
import { type Plan, readDescribedPlan, readPlan } from './plan.ts';
import { namesOtherProduct, type Product, plexPass, productOf, remoteWatchPass } from './subscription-product.ts';

/*
 * The one computation behind the answer, the tiles, the section marks, the timeline and the shared text, so that they
 * never contradict each other.
 */

type Progress = 'running' | 'cancelled' | 'payment-failed' | 'on-hold' | 'ended';

export type SubscriptionItem = {
  product: Product;
  plan: Plan | undefined;
  progress: Progress;
  start?: Date | undefined;
  renewsAt?: Date | undefined;
  endsAt?: Date | undefined;
  /** Where its record stands in the reply, such as `subscriptions[0]`. */
  path?: string;
};

/**
 * What is known of an earlier Plex Pass. `unlisted`: no record names one, but there was some subscription. `listed`: a
 * current record names one, although plex.tv calls it inactive.
 */
type PassHistory = { kind: 'ended'; end: Date | undefined } | { kind: 'never' | 'unlisted' | 'listed' | 'not-said' };

export type SubscriptionState = {
  /** `other`: a subscription is active, but plex.tv only lists other products. `unknown`: plex.tv did not say. */
  pass: 'active' | 'other' | 'none' | 'unknown';
  /** What the answer is about: the Plex Pass, or another subscription that runs. */
  main: SubscriptionItem | undefined;
  /** All other subscriptions that plex.tv lists as current. */
  others: SubscriptionItem[];
  past: SubscriptionItem[];
  history: PassHistory;
};

const endedWords = ['ended', 'lapsed', 'inactive', 'expired'];
const cancelledWords = ['canceled', 'cancelled', 'pendingcancellation', 'pendingcancelation'];
const onHoldWords = ['onhold', 'paused'];
const failedWords = ['graceperiod', 'ingraceperiod', 'pastdue'];

function isCancelledWord(word: string | null | undefined): boolean {
  return cancelledWords.includes(comparable(word));
}

export function isEndedWord(word: string | null | undefined): boolean {
  return endedWords.includes(comparable(word));
}

const states = new WeakMap<Account, { now: number; state: SubscriptionState }>();

/** Cached, because the answer, the tiles and the marks ask for the same account. */
export function subscriptionState(account: Account, now: Date): SubscriptionState {
  const cached = states.get(account);
  if (cached?.now === now.getTime()) return cached.state;
  const state = compute(account, now);
  states.set(account, { now: now.getTime(), state });
  return state;
}

function compute(account: Account, now: Date): SubscriptionState {
  const { subscription } = account;
  const listed = items('subscriptions', account);
  const earlier = items('pastSubscriptions', account).map((item) => ({ ...item, progress: 'ended' as const }));
  const runningOthers = listed.filter(
    (item) => !item.product.isPass && item.progress !== 'ended' && !isOver(item, now),
  );
  const hasEnded = (item: SubscriptionItem) => {
    if (item.progress === 'ended') return true;
    // Only `active` decides about a Plex Pass, unless another subscription explains it.
    const isActivePass = item.product.isPass && subscription?.active !== false && runningOthers.length === 0;
    return isOver(item, now) && !isActivePass;
  };
  const over = listed.filter(hasEnded).map((item) => ({ ...item, progress: 'ended' as const }));
  const current = listed.filter((item) => !hasEnded(item)).sort((a, b) => compareItems(a, b));
  const past = [...earlier, ...over];
  const passes = current.filter(({ product }) => product.isPass);
  const others = current.filter(({ product }) => !product.isPass);
  const history = passHistory(account, [...past, ...others], now);

  if (subscription?.active === true) {
    const isOther =
      passes.length === 0 && (others.length > 0 || listsOnlyOthers(listed) || isDescribedAsOther(account));
    const main = isOther ? (others[0] ?? describedOther(account, listed)) : activePass(account, passes);
    return {
      pass: isOther ? 'other' : 'active',
      main: isOther ? withStart(main, account, past) : main,
      others: current.filter((item) => item.path === undefined || item.path !== main?.path),
      past,
      history,
    };
  }
  const pass = subscription?.active === false ? 'none' : 'unknown';
  const onHold = pass === 'none' ? passes.find(({ progress }) => progress === 'on-hold') : undefined;
  const main = onHold ?? others[0];
  const isListed = pass === 'none' && passes.length > 0 && !onHold;
  return {
    pass,
    main,
    others: current.filter((item) => item !== main),
    past,
    history: isListed ? { kind: 'listed' } : history,
  };
}

function items(path: 'subscriptions' | 'pastSubscriptions', account: Account): SubscriptionItem[] {
  return (account[path] ?? []).flatMap((record, index) => {
    const recordPath = `${path}[${index}]`;
    // An empty object stands for a value that is no record.
    if (unexpectedAt(account.unexpectedValues, recordPath)) return [];
    return itemOf(record, recordPath, account);
  });
}

function itemOf(record: SubscriptionRecord, path: string, account: Account): SubscriptionItem {
  const { mode, renewsAt, endsAt } = record;
  return {
    product: productOf(record, path, account),
    plan: readPlan(mode),
    progress: progressOf(record),
    renewsAt: renewsAt ?? undefined,
    endsAt: endsAt ?? undefined,
    path,
  };
}

/** The state and the flags decide together. A cancelled subscription runs until its end. */
function progressOf({ state, canceled, gracePeriod, onHold }: SubscriptionRecord): Progress {
  if (isEndedWord(state)) return 'ended';
  if (onHold || onHoldWords.includes(comparable(state))) return 'on-hold';
  if (gracePeriod || failedWords.includes(comparable(state))) return 'payment-failed';
  return canceled || isCancelledWord(state) ? 'cancelled' : 'running';
}

function isOver({ progress, endsAt, plan }: SubscriptionItem, now: Date): boolean {
  if (progress === 'ended') return true;
  return plan?.known !== 'lifetime' && endsAt !== undefined && hasPassed(endsAt, now);
}

const ranks: Progress[] = ['running', 'payment-failed', 'cancelled', 'on-hold', 'ended'];

/** A running lifetime first, then what runs on, then the later end. */
function compareItems(a: SubscriptionItem, b: SubscriptionItem): number {
  return rankOf(a) - rankOf(b) || timeOf(b.endsAt ?? b.renewsAt) - timeOf(a.endsAt ?? a.renewsAt);
}

function rankOf({ plan, progress }: SubscriptionItem): number {
  return plan?.known === 'lifetime' && progress === 'running' ? -1 : ranks.indexOf(progress);
}

function timeOf(date: Date | undefined): number {
  return date?.getTime() ?? 0;
}

/** The Plex Pass of an account that plex.tv calls active. */
function activePass(account: Account, passes: readonly SubscriptionItem[]): SubscriptionItem {
  const { subscription, subscriptionDescription } = account;
  const start = subscription?.subscribedAt ?? undefined;
  const sentPlan = readPlan(subscription?.plan);
  const [best] = passes;
  if (sentPlan?.known === 'lifetime' && !belongsToLifetime(best)) {
    return { product: plexPass, plan: sentPlan, progress: 'running', start };
  }
  const plan =
    (passes.length > 1 ? (best?.plan ?? sentPlan) : (lifetimeOf(best) ?? sentPlan ?? best?.plan)) ??
    readDescribedPlan(subscriptionDescription);
  const isCancelled = isCancelledWord(subscription?.status) && plan?.known !== 'lifetime';
  const progress = best?.progress ?? 'running';
  return {
    ...best,
    product: plexPass,
    plan,
    progress: progress === 'running' && isCancelled ? 'cancelled' : progress,
    start,
  };
}

function lifetimeOf(item: SubscriptionItem | undefined): Plan | undefined {
  return item?.plan?.known === 'lifetime' && item.progress === 'running' ? item.plan : undefined;
}

/** A record without a mode may be the lifetime one, unless it is cancelled. */
function belongsToLifetime(item: SubscriptionItem | undefined): boolean {
  if (!item || item.plan?.known === 'lifetime') return true;
  return !item.plan && item.progress !== 'cancelled';
}

function listsOnlyOthers(listed: readonly SubscriptionItem[]): boolean {
  return listed.length > 0 && listed.every(({ product }) => !product.isPass);
}

/** Where plex.tv sent no records, its own words may name another product. */
function isDescribedAsOther({ subscription, subscriptionDescription, subscriptions }: Account): boolean {
  const hasRecords = (subscriptions?.length ?? 0) > 0;
  return !hasRecords && (namesOtherProduct(subscription?.plan) || namesOtherProduct(subscriptionDescription));
}

function describedOther(account: Account, listed: readonly SubscriptionItem[]): SubscriptionItem | undefined {
  if (listed.length > 0 || !isDescribedAsOther(account)) return undefined;
  const { subscription, subscriptionDescription } = account;
  const sentPlan = namesOtherProduct(subscription?.plan)
    ? readDescribedPlan(subscription?.plan)
    : readPlan(subscription?.plan);
  return {
    product: remoteWatchPass,
    plan: sentPlan ?? readDescribedPlan(subscriptionDescription),
    progress: isCancelledWord(subscription?.status) ? 'cancelled' : 'running',
  };
}

/** `subscribedAt` may be the start of an earlier subscription, so it only counts where there is none. */
function withStart(
  main: SubscriptionItem | undefined,
  { subscription }: Account,
  past: readonly SubscriptionItem[],
): SubscriptionItem | undefined {
  const isOnly = past.length === 0;
  return main && { ...main, start: isOnly ? (subscription?.subscribedAt ?? undefined) : undefined };
}

function passHistory(account: Account, listed: readonly SubscriptionItem[], now: Date): PassHistory {
  const { subscription, pastSubscriptions, unexpectedValues } = account;
  const passes = listed.filter(({ product }) => product.isPass);
  if (passes.length > 0) return { kind: 'ended', end: lastEnd(passes, now) };
  const hadSome = Boolean(subscription?.subscribedAt) || ['lapsed', 'ended'].includes(comparable(subscription?.status));
  if (hadSome) return listed.length > 0 ? { kind: 'unlisted' } : { kind: 'ended', end: undefined };
  const isUnread =
    unexpectedAt(unexpectedValues, 'subscription.subscribedAt') ||
    (pastSubscriptions ?? []).some((_, index) => unexpectedAt(unexpectedValues, `pastSubscriptions[${index}]`));
  return { kind: pastSubscriptions && !isUnread ? 'never' : 'not-said' };
}

/** The latest end in the past. */
export function lastEnd(ended: readonly SubscriptionItem[], now: Date): Date | undefined {
  const ends = ended.flatMap(({ endsAt }) => (endsAt && hasPassed(endsAt, now) ? endsAt : []));
  return ends.reduce<Date | undefined>((last, end) => (last && last >= end ? last : end), undefined);
}
