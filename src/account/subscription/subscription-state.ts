import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import { hasPassed } from '../../plex/account/calendar-day.ts';
import { isRecord } from '../../plex/http/is-record.ts';
import { unexpectedAt } from '../facts/fact-builder.ts';
import { lazyValue } from '../facts/lazy-value.ts';
import { normalizeWord } from '../facts/normalize-word.ts';
import { type Plan, readDescribedPlan, readPlan } from './plan.ts';
import { namesOtherProduct, type Product, plexPass, productOf, remoteWatchPass } from './subscription-product.ts';

/*
 * The answer, the tiles, the section marks, the timeline and the shared text all use this state, so that they never
 * contradict each other.
 */

type Progress = 'running' | 'cancelled' | 'payment-failed' | 'on-hold' | 'ended';

export type SubscriptionItem = {
  product: Product;
  plan: Plan | undefined;
  progress: Progress;
  start?: Date | undefined;
  renewsAt?: Date | undefined;
  endsAt?: Date | undefined;
  /** The path of its record in the reply, such as `subscriptions[0]`. */
  path?: string;
};

/**
 * An earlier Plex Pass, as far as it is known. `unlisted`: no record names one, but there was some
 * subscription. `trial`: only a trial names one. `listed`: a current record names one, although plex.tv calls it
 * inactive.
 */
type PassHistory =
  | { kind: 'ended'; end: Date | undefined }
  | { kind: 'never' | 'unlisted' | 'trial' | 'listed' | 'not-said' };

export type SubscriptionState = {
  /** `other`: a subscription is active, but plex.tv only lists other products. `unknown`: plex.tv did not say. */
  pass: 'active' | 'other' | 'none' | 'unknown';
  /** The subject of the answer: the Plex Pass, or another subscription that runs. */
  main: SubscriptionItem | undefined;
  /** All other subscriptions that plex.tv lists as current. */
  others: SubscriptionItem[];
  past: SubscriptionItem[];
  /** Trials of another form than a record are not among these. */
  trials: SubscriptionItem[];
  history: PassHistory;
};

const endedWords = ['ended', 'lapsed', 'inactive', 'expired'];
const cancelledWords = ['canceled', 'cancelled', 'pendingcancellation', 'pendingcancelation'];
const onHoldWords = ['onhold', 'paused'];
const failedWords = ['graceperiod', 'ingraceperiod', 'pastdue'];

function isCancelledWord(word: string | null | undefined): boolean {
  return cancelledWords.includes(normalizeWord(word));
}

export function isEndedWord(word: string | null | undefined): boolean {
  return endedWords.includes(normalizeWord(word));
}

type ItemsByPath = Map<string | undefined, SubscriptionItem>;

type Cached = { now: number; state: SubscriptionState; byPath: () => ItemsByPath };

const cache = new WeakMap<Account, Cached>();

/** Cached, because the answer, the tiles and the marks ask for the same account. */
function cached(account: Account, now: Date): Cached {
  const last = cache.get(account);
  if (last?.now === now.getTime()) return last;
  const state = compute(account, now);
  const result = { now: now.getTime(), state, byPath: lazyValue(() => itemsByPath(state)) };
  cache.set(account, result);
  return result;
}

function itemsByPath({ main, others, past, trials }: SubscriptionState): ItemsByPath {
  const items = [...others, ...past, ...trials, ...(main ? [main] : [])];
  return new Map(items.map((item) => [item.path, item]));
}

/** Computes the state of the subscriptions of an account. */
export function subscriptionState(account: Account, now: Date): SubscriptionState {
  return cached(account, now).state;
}

/** One record, with what the rest of the account says about it. Undefined for a value that is not a record. */
export function subscriptionItem(account: Account, path: string, now: Date): SubscriptionItem | undefined {
  return cached(account, now).byPath().get(path);
}

function compute(account: Account, now: Date): SubscriptionState {
  const { subscription } = account;
  const listed = items('subscriptions', account);
  const earlier = items('pastSubscriptions', account);
  for (const item of earlier) item.progress = 'ended';
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
  const trials = items('trials', account);
  const history = passHistory(account, { listed: [...past, ...others], trials }, now);

  if (subscription?.active === true) {
    const isOther =
      passes.length === 0 && (others.length > 0 || listsOnlyOthers(listed) || isDescribedAsOther(account));
    const main = isOther ? activeOther(account, listed, others) : activePass(account, passes);
    return {
      pass: isOther ? 'other' : 'active',
      main: isOther ? withStart(main, account, past) : main,
      others: current.filter((item) => item.path === undefined || item.path !== main?.path),
      past,
      trials,
      history: isOther && !main?.path ? { kind: 'not-said' } : history,
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
    trials,
    history: isListed ? { kind: 'listed' } : history,
  };
}

function items(path: 'subscriptions' | 'pastSubscriptions' | 'trials', account: Account): SubscriptionItem[] {
  const found: SubscriptionItem[] = [];
  for (const [index, record] of (account[path] ?? []).entries()) {
    const recordPath = `${path}[${index}]`;
    // An empty object is in the place of a value that was not a record.
    const isReadable = isRecord(record) && !unexpectedAt(account.unexpectedValues, recordPath);
    if (isReadable) found.push(itemOf(record as SubscriptionRecord, recordPath, account));
  }
  return found;
}

/** One record, without what the rest of the account says about it. */
export function itemOf(record: SubscriptionRecord, path: string, account: Account): SubscriptionItem {
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
  if (onHold || onHoldWords.includes(normalizeWord(state))) return 'on-hold';
  if (gracePeriod || failedWords.includes(normalizeWord(state))) return 'payment-failed';
  return canceled || isCancelledWord(state) ? 'cancelled' : 'running';
}

function isOver({ progress, endsAt, plan }: SubscriptionItem, now: Date): boolean {
  if (progress === 'ended') return true;
  return plan?.known !== 'lifetime' && endsAt !== undefined && hasPassed(endsAt, now);
}

const ranks: Progress[] = ['running', 'payment-failed', 'cancelled', 'on-hold', 'ended'];

/** A running lifetime plan first, then by progress, then the later end. */
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

/** If plex.tv sent no records, its description may name another product. */
function isDescribedAsOther({ subscription, subscriptionDescription, subscriptions }: Account): boolean {
  const hasRecords = (subscriptions?.length ?? 0) > 0;
  return !hasRecords && (namesOtherProduct(subscription?.plan) || namesOtherProduct(subscriptionDescription));
}

/** The subscription of an account that is active without a Plex Pass. With only one, the status is about that one. */
function activeOther(
  account: Account,
  listed: readonly SubscriptionItem[],
  others: readonly SubscriptionItem[],
): SubscriptionItem | undefined {
  const [first, ...rest] = others;
  if (!first) return describedOther(account, listed);
  const isCancelled =
    first.progress === 'running' && rest.length === 0 && isCancelledWord(account.subscription?.status);
  return isCancelled ? { ...first, progress: 'cancelled' } : first;
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

/** `subscribedAt` may be the start of an earlier subscription, so it counts only if there was none. */
function withStart(
  main: SubscriptionItem | undefined,
  { subscription }: Account,
  past: readonly SubscriptionItem[],
): SubscriptionItem | undefined {
  const isOnly = past.length === 0;
  return main && { ...main, start: isOnly ? (subscription?.subscribedAt ?? undefined) : undefined };
}

type Listed = Record<'listed' | 'trials', readonly SubscriptionItem[]>;

function passHistory(account: Account, { listed, trials }: Listed, now: Date): PassHistory {
  const { subscription, pastSubscriptions, unexpectedValues } = account;
  const passes = listed.filter(({ product }) => product.isPass);
  if (passes.length > 0) return { kind: 'ended', end: lastEnd(passes, now) };
  const hadSome =
    Boolean(subscription?.subscribedAt) || ['lapsed', 'ended'].includes(normalizeWord(subscription?.status));
  if (hadSome) return listed.length > 0 ? { kind: 'unlisted' } : { kind: 'ended', end: undefined };
  if (trials.some(({ product }) => product.isPass)) return { kind: 'trial' };
  const isUnreadable =
    unexpectedAt(unexpectedValues, 'subscription.subscribedAt') ||
    (pastSubscriptions ?? []).some((_, index) => unexpectedAt(unexpectedValues, `pastSubscriptions[${index}]`));
  return { kind: pastSubscriptions && !isUnreadable ? 'never' : 'not-said' };
}

/** The last subscription that was no Plex Pass, if none runs. */
export function lastOtherSubscription({ main, past }: SubscriptionState): SubscriptionItem | undefined {
  if (main) return undefined;
  const others = past.filter(({ product }) => !product.isPass);
  return others.reduce<SubscriptionItem | undefined>(
    (last, item) => (last && timeOf(last.endsAt) >= timeOf(item.endsAt) ? last : item),
    undefined,
  );
}

/** The latest end in the past. */
export function lastEnd(ended: readonly SubscriptionItem[], now: Date): Date | undefined {
  const ends = ended.flatMap(({ endsAt }) => (endsAt && hasPassed(endsAt, now) ? endsAt : []));
  return ends.reduce<Date | undefined>((last, end) => (last && last >= end ? last : end), undefined);
}
