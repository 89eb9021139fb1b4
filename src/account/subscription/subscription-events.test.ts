import { describe, expect, it } from 'vitest';
import { parseAccount } from '../../plex/parse-account.ts';
import { subscriptionEvents } from './subscription-events.ts';
import { timelineLayout } from './timeline-layout.ts';

const now = new Date('2027-01-01T00:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;

function story(reply: object) {
  const account = parseAccount(reply);
  return account ? subscriptionEvents(account, now) : [];
}

function told(reply: object) {
  const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? '?';
  return story(reply).map(({ title, start, end }) => `${title} ${day(start)} ${day(end)}`);
}

const joinedAt = seconds('2015-01-01');
const past = { state: 'ended', mode: 'monthly', endsAt: seconds('2019-01-01') };
const running = { active: true, plan: 'lifetime', subscribedAt: '2021-01-01T00:00:00Z' };

describe('the subscription story', () => {
  it('goes from joining to today', () => {
    expect(told({ joinedAt })).toEqual(['Joined Plex 2015-01-01 2015-01-01', 'Today 2027-01-01 2027-01-01']);
  });

  it('tells trials, past and running subscriptions in the order of time, and what comes next', () => {
    const trials = [{ endsAt: seconds('2016-01-01') }];
    const older = { ...past, endsAt: seconds('2017-01-01') };
    const subscriptions = [{ state: 'active', type: 'plexpass', renewsAt: seconds('2027-02-01') }];
    expect(told({ joinedAt, trials, pastSubscriptions: [past, older], subscription: running, subscriptions })).toEqual([
      'Joined Plex 2015-01-01 2015-01-01',
      'Trial ? 2016-01-01',
      'Monthly Plex Pass ? 2017-01-01',
      'Monthly Plex Pass ? 2019-01-01',
      'Lifetime Plex Pass 2021-01-01 ?',
      'Today 2027-01-01 2027-01-01',
      'Renews 2027-02-01 2027-02-01',
    ]);
  });

  it('gives a former subscriber’s start to the last past subscription', () => {
    const subscription = { active: false, subscribedAt: '2018-01-01T00:00:00Z' };
    const older = { ...past, endsAt: seconds('2017-01-01') };
    expect(told({ subscription, pastSubscriptions: [past, older] })).toEqual([
      'Monthly Plex Pass ? 2017-01-01',
      'Monthly Plex Pass 2018-01-01 2019-01-01',
      'Today 2027-01-01 2027-01-01',
    ]);
  });

  it('does not give it a start that lies behind its end', () => {
    const subscription = { active: false, subscribedAt: '2020-01-01T00:00:00Z' };
    expect(told({ subscription, pastSubscriptions: [past] })[0]).toBe('Monthly Plex Pass ? 2019-01-01');
  });

  it('keeps what has no date at all', () => {
    expect(told({ trials: ['a month', {}], pastSubscriptions: [{}] })).toEqual([
      'Trial ? ?',
      'Trial ? ?',
      'Plex Pass ? ?',
      'Today 2027-01-01 2027-01-01',
    ]);
  });

  it('leaves out an end and a renewal that have gone by', () => {
    const subscriptions = [{ renewsAt: seconds('2026-01-01'), endsAt: seconds('2026-01-01') }];
    expect(told({ subscription: running, subscriptions }).at(-1)).toBe('Today 2027-01-01 2027-01-01');
  });
});

describe('the line of the story', () => {
  const layout = (reply: object) => timelineLayout(story(reply), now);

  it('lies between the first and the last moment', () => {
    expect(layout({ joinedAt, pastSubscriptions: [past] })).toMatchObject({
      bars: [{ kind: 'past', isStartUnknown: true }],
      marks: [
        { kind: 'joined', at: 0 },
        { kind: 'today', at: 1 },
      ],
    });
    expect(layout({ joinedAt, pastSubscriptions: [past] })?.bars[0]?.to).toBeCloseTo(4 / 12, 2);
  });

  it('draws a running subscription up to today, or to its end', () => {
    expect(layout({ joinedAt, subscription: running })?.bars[0]).toMatchObject({ to: 1, isStartUnknown: false });
    const subscriptions = [{ endsAt: seconds('2028-01-01') }];
    const cancelled = layout({ joinedAt, subscription: running, subscriptions });
    expect(cancelled?.bars[0]?.to).toBe(1);
    expect(cancelled?.marks.find(({ kind }) => kind === 'today')?.at).toBeLessThan(1);
  });

  it('is not drawn when only today is known', () => {
    expect(layout({})).toBeUndefined();
    expect(layout({ joinedAt: now.getTime() / 1000 })).toBeUndefined();
  });

  it('keeps every place between 0 and 1, for absurd dates and very many records too', () => {
    const pastSubscriptions = Array.from({ length: 200_000 }, (_, index) => ({ endsAt: 1 + index * 8000 }));
    const drawn = layout({
      joinedAt: 1,
      pastSubscriptions,
      subscription: running,
      subscriptions: [{ endsAt: 253_402_300_799 }],
    });
    const places = drawn?.bars.flatMap(({ from, to }) => [from, to]).concat(drawn.marks.map(({ at }) => at)) ?? [];
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    expect(drawn?.bars.length).toBe(60);
    expect(drawn?.bars.every(({ from, to }) => from < to || to === 0)).toBe(true);
  });

  it.each([
    ['2026-03-01', 1],
    ['2022-06-01', 5],
    ['2010-06-01', 3],
    ['1987-06-01', 4],
  ])('has at most five years on it when the account is from %s', (joined, count) => {
    expect(layout({ joinedAt: seconds(joined) })?.years).toHaveLength(count);
  });
});
