import { describe, expect, it } from 'vitest';
import { parseAccount } from '../../plex/parse-account.ts';
import { subscriptionEvents } from './subscription-events.ts';
import { timelineLayout } from './timeline-layout.ts';

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
  const layout = (reply: object) => timelineLayout(eventsOf(reply), now);

  it('spans the first to the last date', () => {
    expect(layout({ joinedAt, pastSubscriptions: [past] })).toMatchObject({
      bars: [{ kind: 'past', isStartUnknown: true }],
      marks: [
        { kind: 'joined', at: 0 },
        { kind: 'today', at: 1 },
      ],
    });
    expect(layout({ joinedAt, pastSubscriptions: [past] })?.bars[0]?.to).toBeCloseTo(4 / 12, 2);
  });

  it('draws an active subscription up to today or its end', () => {
    expect(layout({ joinedAt, subscription: running })?.bars[0]).toMatchObject({ to: 1, isStartUnknown: false });
    const subscriptions = [{ endsAt: seconds('2028-01-01') }];
    const cancelled = layout({ joinedAt, subscription: running, subscriptions });
    expect(cancelled?.bars[0]?.to).toBe(1);
    expect(cancelled?.marks.find(({ kind }) => kind === 'today')?.at).toBeLessThan(1);
  });

  it('is missing if only today is known', () => {
    expect(layout({})).toBeUndefined();
    expect(layout({ joinedAt: now.getTime() / 1000 })).toBeUndefined();
  });

  it('keeps every position between 0 and 1, even with absurd dates and many records', () => {
    const pastSubscriptions = Array.from({ length: 200_000 }, (_, index) => ({ endsAt: 1 + index * 8000 }));
    const drawn = layout({
      joinedAt: 1,
      pastSubscriptions,
      subscription: running,
      subscriptions: [{ endsAt: 253_402_300_799 }],
    });
    const positions = drawn?.bars.flatMap(({ from, to }) => [from, to]).concat(drawn.marks.map(({ at }) => at)) ?? [];
    expect(positions.every((position) => position >= 0 && position <= 1)).toBe(true);
    expect(drawn?.bars.length).toBe(60);
    expect(drawn?.bars.every(({ from, to }) => from < to || to === 0)).toBe(true);
  });

  it.each([
    ['2026-03-01', 1],
    ['2022-06-01', 5],
    ['2010-06-01', 3],
    ['1987-06-01', 4],
  ])('labels at most five years for an account from %s', (joined, count) => {
    expect(layout({ joinedAt: seconds(joined) })?.years).toHaveLength(count);
  });
});
