import { describe, expect, it } from 'vitest';
import { parseAccount } from '../../../plex/account/parse-account.ts';
import { subscriptionEvents } from './subscription-events.ts';
import { timelineEntries } from './timeline-entries.ts';

const now = new Date('2027-01-01T00:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;

function eventsOf(reply: object) {
  const account = parseAccount(reply);
  return account ? subscriptionEvents(account, now) : [];
}

function lines(reply: object) {
  const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? '?';
  return eventsOf(reply).map(({ title, start, end }) => `${title} ${day(start)} ${day(end)}`);
}

const joinedAt = seconds('2015-01-01');
const past = { state: 'ended', mode: 'monthly', endsAt: seconds('2019-01-01') };
const running = { active: true, plan: 'yearly', subscribedAt: '2021-01-01T00:00:00Z' };

describe('the events of a subscription', () => {
  it('start with joining and end with today', () => {
    expect(lines({ joinedAt })).toEqual(['Joined Plex 2015-01-01 2015-01-01', 'Today 2027-01-01 2027-01-01']);
  });

  it('list trials, past and active subscriptions and the renewal in order of time', () => {
    const trials = [{ endsAt: seconds('2016-01-01') }];
    const older = { ...past, endsAt: seconds('2017-01-01') };
    const subscriptions = [{ state: 'active', type: 'plexpass', renewsAt: seconds('2027-02-01') }];
    expect(lines({ joinedAt, trials, pastSubscriptions: [past, older], subscription: running, subscriptions })).toEqual(
      [
        'Joined Plex 2015-01-01 2015-01-01',
        'Trial ? 2016-01-01',
        'Monthly Plex Pass ? 2017-01-01',
        'Monthly Plex Pass ? 2019-01-01',
        'Yearly Plex Pass 2021-01-01 ?',
        'Today 2027-01-01 2027-01-01',
        'Renews 2027-02-01 2027-02-01',
      ],
    );
  });

  it('give the start of a former subscriber to the last past subscription', () => {
    const subscription = { active: false, subscribedAt: '2018-01-01T00:00:00Z' };
    const older = { ...past, endsAt: seconds('2017-01-01') };
    expect(lines({ subscription, pastSubscriptions: [past, older] })).toEqual([
      'Monthly Plex Pass ? 2017-01-01',
      'Monthly Plex Pass 2018-01-01 2019-01-01',
      'Today 2027-01-01 2027-01-01',
    ]);
  });

  it('ignore a start after the end', () => {
    const subscription = { active: false, subscribedAt: '2020-01-01T00:00:00Z' };
    expect(lines({ subscription, pastSubscriptions: [past] })[0]).toBe('Monthly Plex Pass ? 2019-01-01');
  });

  it('keep records without a date', () => {
    expect(lines({ trials: ['a month', {}], pastSubscriptions: [{}] })).toEqual([
      'Trial ? ?',
      'Trial ? ?',
      'Plex Pass ? ?',
      'Today 2027-01-01 2027-01-01',
    ]);
  });

  it('omit an end and a renewal in the past', () => {
    const subscriptions = [{ renewsAt: seconds('2026-01-01'), endsAt: seconds('2026-01-01') }];
    expect(lines({ subscription: running, subscriptions }).at(-1)).toBe('Today 2027-01-01 2027-01-01');
  });
});

describe('the timeline', () => {
  const entries = (reply: object) =>
    timelineEntries(eventsOf(reply)).map(({ kind, title, when, isStartUnknown }) =>
      [`${kind}:`, title, when, isStartUnknown && '[fades]'].filter(Boolean).join(' '),
    );

  it('names each entry and its date, and fades an unknown start', () => {
    const trials = [{ endsAt: seconds('2016-01-01') }];
    const subscriptions = [{ state: 'active', type: 'plexpass', endsAt: seconds('2027-02-01') }];
    const monthly = { ...running, plan: 'monthly' };
    expect(entries({ joinedAt, trials, pastSubscriptions: [past], subscription: monthly, subscriptions })).toEqual([
      'joined: Joined 1 Jan 2015',
      'trial: Trial until 1 Jan 2016 [fades]',
      'past: Monthly Pass until 1 Jan 2019 [fades]',
      'gap: No Pass for 2 years',
      'current: Monthly Pass since 1 Jan 2021',
      'today: Today',
      'remaining: Ends 1 Feb 2027',
    ]);
  });

  it('ends today for a former subscriber, after the time without a Plex Pass', () => {
    expect(entries({ pastSubscriptions: [{ ...past, endsAt: seconds('2026-12-20') }] })).toEqual([
      'past: Monthly Pass until 20 Dec 2026 [fades]',
      'today: Today',
    ]);
    expect(entries({ pastSubscriptions: [{ ...past, endsAt: seconds('2026-06-01') }] })).toEqual([
      'past: Monthly Pass until 1 Jun 2026 [fades]',
      'gap: No Pass for 7 months',
      'today: Today',
    ]);
  });

  it('shows no gap between records that overlap, end on the same day or have no dates', () => {
    const sameDay = [past, past, { ...past, endsAt: seconds('2022-01-01') }, {}];
    expect(entries({ pastSubscriptions: sameDay, subscription: running })).toEqual([
      'past: Plex Pass dates unknown [fades]',
      'past: Monthly Pass until 1 Jan 2019 [fades]',
      'past: Monthly Pass until 1 Jan 2019 [fades]',
      'past: Monthly Pass until 1 Jan 2022 [fades]',
      'current: Yearly Pass since 1 Jan 2021',
      'today: Today',
    ]);
  });

  it('is missing without a trial or a subscription', () => {
    expect(entries({})).toEqual([]);
    expect(entries({ joinedAt })).toEqual([]);
  });

  it('joins nothing if all records are current', () => {
    const subscriptions = Array.from({ length: 9 }, () => ({ state: 'active', type: 'plexpass' }));
    const kinds = entries({ subscription: running, subscriptions }).map((entry) => entry.split(':')[0]);
    expect(kinds).toEqual([...Array(9).fill('current'), 'today']);
  });

  it('joins the oldest of many records into one entry, and never loses the latest', () => {
    const pastSubscriptions = Array.from({ length: 50 }, (_, index) => ({
      ...past,
      endsAt: seconds(`${1976 + index}-01-01`),
    }));
    const subscriptions = [{ endsAt: seconds('2040-01-01') }];
    expect(entries({ joinedAt, pastSubscriptions, subscription: running, subscriptions })).toEqual([
      'joined: Joined 1 Jan 2015',
      'earlier: 47 earlier until 1 Jan 2022 [fades]',
      'past: Monthly Pass until 1 Jan 2023 [fades]',
      'past: Monthly Pass until 1 Jan 2024 [fades]',
      'past: Monthly Pass until 1 Jan 2025 [fades]',
      'current: Yearly Pass since 1 Jan 2021',
      'today: Today',
      'remaining: Ends 1 Jan 2040',
    ]);
    expect(entries({ pastSubscriptions: Array(20_000).fill(past) })).toHaveLength(8);
  });
});
