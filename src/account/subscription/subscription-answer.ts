import type { Account } from '../../plex/account/account.ts';
import { hasPassed } from '../../plex/account/calendar-day.ts';
import type { BadgeContent } from '../../ui/badge.tsx';
import { formatDate, formatFromNow } from '../facts/format-date.ts';
import { quoteUnreadable, unreadableRemarks } from '../facts/unreadable-values.ts';
import { readDescribedPlan } from './plan.ts';
import { subscriptionName } from './subscription-name.ts';
import {
  isEndedWord,
  lastOtherSubscription,
  type SubscriptionItem,
  type SubscriptionState,
  subscriptionState,
} from './subscription-state.ts';

type SubscriptionAnswer = {
  /** Whether there is a Plex Pass, and until when. It names any other subscription. */
  answer: string;
  /** Details, one sentence each. */
  remarks: string[];
  badge: BadgeContent | undefined;
};

const badges: Record<Exclude<SubscriptionItem['progress'], 'ended'>, BadgeContent> = {
  running: { tone: 'good', text: 'Active' },
  cancelled: { tone: 'warn', text: 'Cancelled' },
  'payment-failed': { tone: 'warn', text: 'Payment failed' },
  'on-hold': { tone: 'warn', text: 'On hold' },
};
const noPass: BadgeContent = { tone: 'quiet', text: 'No Plex Pass' };

/**
 * The answer to "Do I have a Plex Pass?". Only `subscription.active` decides. The status, the records and the plan add
 * details, since any of them may be missing or contradict it.
 */
export function subscriptionAnswer(account: Account, now: Date): SubscriptionAnswer {
  const state = subscriptionState(account, now);
  return {
    answer: answerOf(account, state, now),
    remarks: [
      ...mainRemarks(account, state, now),
      ...otherRemarks(state, now),
      ...contradictions(account, state, now),
      ...unreadableRemarks(account, relevantPaths(state)),
    ],
    badge: badgeOf(state),
  };
}

function badgeOf({ pass, main }: SubscriptionState): BadgeContent | undefined {
  if (pass === 'unknown') return undefined;
  return main && main.progress !== 'ended' ? badges[main.progress] : noPass;
}

function answerOf(account: Account, state: SubscriptionState, now: Date): string {
  const { pass, main } = state;
  switch (pass) {
    case 'active':
      return main ? describePass(main, now) : '';
    case 'other':
      return main ? describeOther(main, now) : 'A subscription is active, but plex.tv lists no Plex Pass.';
    case 'none':
      if (main?.product.isPass) return 'Your Plex Pass is on hold.';
      return [main && describeOther(main, now), describeNoPass(account, state, now)].filter(Boolean).join(' ');
    default:
      return [unclearPass(account), main && describeOther(main, now)].filter(Boolean).join(' ');
  }
}

function unclearPass(account: Account): string {
  const isUnreadable = quoteUnreadable(account, 'subscription.active') ?? quoteUnreadable(account, 'subscription');
  return isUnreadable
    ? 'plex.tv did not say clearly whether you have a Plex Pass.'
    : 'plex.tv did not say whether you have a Plex Pass.';
}

function describePass(item: SubscriptionItem, now: Date): string {
  const { progress, endsAt: end, plan, start } = item;
  if (progress === 'on-hold') return `Your Plex Pass is on hold${end ? ` and ends on ${formatDate(end)}` : ''}.`;
  if (progress === 'payment-failed') {
    return `A payment failed. Your Plex Pass still works${end ? ` until ${formatDate(end)}` : ''}.`;
  }
  if (progress === 'cancelled') return describeCancelled(end, now);
  const name = subscriptionName(item);
  if (start) return `${name} since ${formatDate(start)}.`;
  return `You have a ${plan?.known ? `${plan.known} ${item.product.name}` : name}.`;
}

function describeCancelled(end: Date | undefined, now: Date): string {
  if (!end) return 'Your Plex Pass is cancelled. It still works; plex.tv did not say until when.';
  if (hasPassed(end, now)) {
    return `Your Plex Pass is cancelled. It should have ended on ${formatDate(end)}, but plex.tv calls it active.`;
  }
  return `Your Plex Pass is cancelled. It works until ${formatDate(end)}, ${formatFromNow(end, now)}.`;
}

/** One or two sentences about a subscription that is no Plex Pass. */
function describeOther(item: SubscriptionItem, now: Date): string {
  const { progress, endsAt: end, start } = item;
  const name = subscriptionName(item);
  const until = end ? ` until ${formatDate(end)}, ${formatFromNow(end, now)}` : '';
  switch (progress) {
    case 'on-hold':
      return `${name}. It is on hold${end ? ` and ends on ${formatDate(end)}` : ''}.`;
    case 'payment-failed':
      return `${name}. A payment failed, but it still works${until}.`;
    case 'cancelled':
      return `${name}. It is cancelled${end ? ` and works${until}` : '; plex.tv did not say until when it works'}.`;
    case 'ended':
      return `${name}${end && hasPassed(end, now) ? ` until ${formatDate(end)}` : ''}.`;
    default:
      return `${name}${start ? ` since ${formatDate(start)}` : ''}.`;
  }
}

/** In the Home of somebody with a Plex Pass, members have the entitlement "all" without a Pass (recorded replies). */
function isUnlockedByHome({ home, homeAdmin, entitlements }: Account): boolean {
  return Boolean(home && !homeAdmin && entitlements?.includes('all'));
}

function describeNoPass(account: Account, state: SubscriptionState, now: Date): string {
  const other = lastOtherSubscription(state);
  return [
    isUnlockedByHome(account) ? 'No Plex Pass of your own.' : 'No Plex Pass.',
    describeHistory(state.history),
    other && `You had ${describeOther(other, now)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function describeHistory(history: SubscriptionState['history']): string {
  switch (history.kind) {
    case 'ended':
      return history.end
        ? `You had one until ${formatDate(history.end)}.`
        : 'You had one; plex.tv did not say until when.';
    case 'never':
      return 'You never had one.';
    case 'unlisted':
      return 'plex.tv lists no earlier one.';
    case 'trial':
      return 'plex.tv lists a trial, and no earlier one.';
    case 'listed':
      return '';
    default:
      return 'plex.tv did not say whether you had one before.';
  }
}

function mainRemarks(account: Account, { pass, main }: SubscriptionState, now: Date): string[] {
  if (pass === 'none' && isUnlockedByHome(account)) {
    const home = 'All apps are still unlocked for you, as for members of a Plex Pass owner’s Home.';
    return main && !main.product.isPass ? [...itemRemarks(main, now, account), home] : [home];
  }
  return main ? itemRemarks(main, now, account, pass === 'none') : [];
}

function itemRemarks(item: SubscriptionItem, now: Date, account: Account, isInactive = false): string[] {
  const { progress, product, plan } = item;
  if (progress === 'on-hold' && product.isPass) {
    return [isInactive ? 'It does not work at the moment.' : 'plex.tv still counts it as active.'];
  }
  if (progress === 'payment-failed') return ['Check your payment method to keep it.'];
  if (progress !== 'running') return [];
  if (plan?.known === 'lifetime') {
    const date = item.endsAt ?? item.renewsAt;
    const doubt = date ? [`But its record names ${formatDate(date)} as ${item.endsAt ? 'an end' : 'a renewal'}.`] : [];
    return ['It never renews and never ends.', ...doubt];
  }
  const isPlanUnreadable =
    quoteUnreadable(account, 'subscription.plan') ?? quoteUnreadable(account, `${item.path}.mode`);
  const remarks = !plan && !isPlanUnreadable && product.isPass ? ['plex.tv did not say which plan it is.'] : [];
  return [...remarks, ...datesRemark(item, now, account)];
}

function datesRemark({ renewsAt, endsAt, path }: SubscriptionItem, now: Date, account: Account): string[] {
  if (renewsAt) {
    return hasPassed(renewsAt, now)
      ? [`It should have renewed on ${formatDate(renewsAt)}.`]
      : [`It renews on ${formatDate(renewsAt)}, ${formatFromNow(renewsAt, now)}.`];
  }
  if (endsAt) {
    return hasPassed(endsAt, now)
      ? [`It should have ended on ${formatDate(endsAt)}.`]
      : [`It ends on ${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}.`];
  }
  const isUnreadable = quoteUnreadable(account, `${path}.renewsAt`) ?? quoteUnreadable(account, `${path}.endsAt`);
  return isUnreadable ? [] : ['plex.tv did not say when it renews or ends.'];
}

/** The other subscriptions that run. The timeline shows more of them. */
function otherRemarks({ others, main, pass }: SubscriptionState, now: Date): string[] {
  const shown = pass === 'none' ? others.filter(({ product }) => !product.isPass) : others;
  const sentences = shown.slice(0, 3).map((item) => describeOther(item, now));
  if (sentences.length === 0) return [];
  return [`${main ? 'plex.tv also lists' : 'plex.tv lists'}: ${sentences.join(' ')}`];
}

function contradictions(account: Account, { pass, others, main, past }: SubscriptionState, now: Date): string[] {
  const { active, status } = account.subscription ?? {};
  const description = account.subscriptionDescription;
  const described = readDescribedPlan(description);
  const listedPass = pass === 'none' ? others.find(({ product }) => product.isPass) : undefined;
  const isPassListed = main?.path !== undefined || others.some(({ product }) => product.isPass);
  const endedPass =
    pass === 'active' && !isPassListed
      ? past.find(({ product, path }) => product.isPass && path?.startsWith('subscriptions['))
      : undefined;
  const isContradictory =
    (pass === 'active' && isEndedWord(status)) || (active === false && /^\s*active\s*$/i.test(status ?? ''));
  return [
    pass === 'other' && main ? 'plex.tv counts a subscription as active, but lists no Plex Pass.' : '',
    pass === 'other' && description ? `It describes the account as “${description}”.` : '',
    pass === 'active' && described?.known && main?.plan?.known && described.known !== main.plan.known
      ? `But plex.tv describes it as “${description}”.`
      : '',
    listedPass ? `But plex.tv lists one as current: ${describeOther(listedPass, now)}` : '',
    endedPass ? `But plex.tv lists it as ended: ${describeOther(endedPass, now)}` : '',
    isContradictory ? `But plex.tv gives the status as “${status}”; this page relies on “active”.` : '',
    pass === 'unknown' && status ? `It gives the status as “${status}”.` : '',
  ].filter((remark) => remark !== '');
}

const recordKeys = ['type', 'state', 'mode', 'renewsAt', 'endsAt', 'canceled', 'gracePeriod', 'onHold'];
const subscriptionKeys = ['active', 'status', 'plan', 'subscribedAt'];

/** The values that the answer depends on. */
function relevantPaths({ main, past }: SubscriptionState): string[] {
  const lastPast = main ? undefined : past.at(-1)?.path;
  return [
    'subscription',
    ...subscriptionKeys.map((key) => `subscription.${key}`),
    'subscriptionDescription',
    'subscriptions',
    ...(main?.path ? recordKeys.map((key) => `${main.path}.${key}`) : []),
    ...(main ? [] : ['pastSubscriptions', ...(lastPast ? [`${lastPast}.type`, `${lastPast}.endsAt`] : [])]),
  ];
}
