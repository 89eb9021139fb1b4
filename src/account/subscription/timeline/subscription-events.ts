import type { Account } from '../../../plex/account/account.ts';
import { hasPassed } from '../../../plex/account/calendar-day.ts';
import { normalizeWord } from '../../facts/normalize-word.ts';
import { subscriptionName } from '../subscription-name.ts';
import {
  type SubscriptionItem,
  type SubscriptionState,
  subscriptionItem,
  subscriptionState,
} from '../subscription-state.ts';

type EventKind = 'joined' | 'trial' | 'past' | 'current' | 'today' | 'renews' | 'ends';

/** One line of the timeline. `start` and `end` are undefined if plex.tv did not send them. */
export type SubscriptionEvent = {
  kind: EventKind;
  title: string;
  start?: Date | undefined;
  end?: Date | undefined;
  /** A subscription or a trial that is no Plex Pass. */
  isOther?: boolean;
};

/**
 * The events from joining Plex to the future, in order of time. Records only have an end. The one known start,
 * `subscribedAt`, belongs to the active subscription or, if there is none, to the last past Plex Pass.
 */
export function subscriptionEvents(account: Account, now: Date): SubscriptionEvent[] {
  const state = subscriptionState(account, now);
  const past = [...trialEvents(account, now), ...pastEvents(account, state)];
  const dated = past.filter(({ end }) => end).sort((a, b) => timeOf(a.end) - timeOf(b.end));
  const undated = past.filter(({ end }) => !end);
  const joinedEvents: SubscriptionEvent[] = account.joinedAt
    ? [{ kind: 'joined', title: 'Joined Plex', start: account.joinedAt, end: account.joinedAt }]
    : [];
  const current = [...(state.main ? [state.main] : []), ...state.others];
  return [
    ...joinedEvents,
    ...undated,
    ...dated,
    ...current.map(currentEvent),
    { kind: 'today', title: 'Today', start: now, end: now },
    ...current.flatMap((item) => futureEvents(item, item === state.main, now)),
  ];
}

function trialEvents(account: Account, now: Date): SubscriptionEvent[] {
  return (account.trials ?? []).map((_, index) => {
    const item = subscriptionItem(account, `trials[${index}]`, now);
    const isOther = item?.product.isPass === false;
    return { kind: 'trial', title: trialTitle(item), end: item?.endsAt, isOther };
  });
}

/** Plex sells trials of other subscriptions too. A type may say no more than "trial". */
function trialTitle(item: SubscriptionItem | undefined): string {
  if (!item || item.product.isPass || normalizeWord(item.product.name).includes('trial')) return 'Trial';
  return `${item.product.name} trial`;
}

function pastEvents({ subscription }: Account, { pass, past }: SubscriptionState): SubscriptionEvent[] {
  const start = pass === 'active' ? undefined : (subscription?.subscribedAt ?? undefined);
  const passes = past.filter(({ product }) => product.isPass);
  // Without a Plex Pass the start belongs to the only subscription there was, if there was only one.
  const candidates = passes.length > 0 || past.length > 1 ? passes : past;
  const last = candidates.reduce<SubscriptionItem | undefined>(
    (a, b) => (timeOf(b.endsAt) > timeOf(a?.endsAt) ? b : a),
    undefined,
  );
  return past.map((item) => ({
    kind: 'past',
    title: subscriptionName(item),
    ...(item === last && start && start < (item.endsAt ?? start) && { start }),
    end: item.endsAt,
    isOther: !item.product.isPass,
  }));
}

function currentEvent(item: SubscriptionItem): SubscriptionEvent {
  const isCancelled = item.progress === 'cancelled';
  return {
    kind: 'current',
    title: `${subscriptionName(item)}${isCancelled ? ', cancelled' : ''}`,
    start: item.start,
    end: item.endsAt,
  };
}

function futureEvents(item: SubscriptionItem, isMain: boolean, now: Date): SubscriptionEvent[] {
  const { renewsAt, endsAt, plan } = item;
  if (plan?.known === 'lifetime') return [];
  const title = (verb: string) => (isMain ? verb : `${subscriptionName(item)} ${verb.toLowerCase()}`);
  const events: SubscriptionEvent[] = [];
  if (renewsAt && !hasPassed(renewsAt, now)) events.push({ kind: 'renews', title: title('Renews'), ...at(renewsAt) });
  if (endsAt && !hasPassed(endsAt, now)) events.push({ kind: 'ends', title: title('Ends'), ...at(endsAt) });
  return events;
}

function at(date: Date) {
  return { start: date, end: date };
}

function timeOf(date: Date | undefined): number {
  return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
