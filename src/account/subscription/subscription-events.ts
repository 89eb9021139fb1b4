import type { Account, SubscriptionRecord } from '../../plex/account.ts';
import { isRecord } from '../../plex/is-record.ts';
import { currentPlan, currentRecord, passName } from './plans.ts';

export type EventKind = 'joined' | 'trial' | 'past' | 'current' | 'today' | 'renews' | 'ends';

/** One line of the timeline. `start` and `end` are undefined if plex.tv did not send them. */
export type SubscriptionEvent = { kind: EventKind; title: string; start?: Date | undefined; end?: Date | undefined };

/**
 * The events from joining Plex to the future, in order of time. Records only have an end. The one known start,
 * `subscribedAt`, belongs to the active subscription or, if there is none, to the last past one.
 */
export function subscriptionEvents(account: Account, now: Date): SubscriptionEvent[] {
  const past = [...trialEvents(account), ...pastEvents(account)];
  const dated = past.filter(({ end }) => end).sort((a, b) => timeOf(a.end) - timeOf(b.end));
  const undated = past.filter(({ end }) => !end);
  const joinedEvents: SubscriptionEvent[] = account.joinedAt
    ? [{ kind: 'joined', title: 'Joined Plex', start: account.joinedAt, end: account.joinedAt }]
    : [];
  const before = dated.filter(({ end }) => timeOf(end) <= now.getTime());
  const after = dated.filter(({ end }) => timeOf(end) > now.getTime());
  return [
    ...joinedEvents,
    ...undated,
    ...before,
    ...after,
    ...currentEvents(account),
    { kind: 'today', title: 'Today', start: now, end: now },
    ...futureEvents(account, now),
  ];
}

function trialEvents({ trials }: Account): SubscriptionEvent[] {
  return (trials ?? []).map((trial) => ({
    kind: 'trial',
    title: 'Trial',
    end: isRecord(trial) ? ((trial as SubscriptionRecord).endsAt ?? undefined) : undefined,
  }));
}

function pastEvents({ pastSubscriptions, subscription }: Account): SubscriptionEvent[] {
  const events = (pastSubscriptions ?? []).map(
    ({ mode, endsAt }): SubscriptionEvent => ({ kind: 'past', title: passName(mode), end: endsAt ?? undefined }),
  );
  const start = subscription?.subscribedAt;
  if (!start || subscription.active) return events;
  const last = events.reduce<SubscriptionEvent | undefined>(
    (a, b) => (timeOf(b.end) > timeOf(a?.end) ? b : a),
    undefined,
  );
  return events.map((event) => (event === last && start < (event.end ?? start) ? { ...event, start } : event));
}

function currentEvents(account: Account): SubscriptionEvent[] {
  const { subscription } = account;
  if (!subscription?.active) return [];
  const record = currentRecord(account);
  const title = passName(currentPlan(account));
  return [{ kind: 'current', title, start: subscription.subscribedAt ?? undefined, end: record?.endsAt ?? undefined }];
}

function futureEvents(account: Account, now: Date): SubscriptionEvent[] {
  const record = account.subscription?.active ? currentRecord(account) : undefined;
  const events: SubscriptionEvent[] = [];
  if (record?.renewsAt && record.renewsAt > now)
    events.push({ kind: 'renews', title: 'Renews', ...at(record.renewsAt) });
  if (record?.endsAt && record.endsAt > now) events.push({ kind: 'ends', title: 'Ends', ...at(record.endsAt) });
  return events;
}

function at(date: Date) {
  return { start: date, end: date };
}

function timeOf(date: Date | undefined): number {
  return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
