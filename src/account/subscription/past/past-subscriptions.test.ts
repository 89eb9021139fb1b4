import { expect, test } from 'vitest';
import { accountFrom } from '../../../test/account-from.ts';
import { allRows } from '../../../test/all-rows.ts';
import { factTexts } from '../../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../../test/local-noon.ts';
import { pastSubscriptionsView } from './past-subscriptions.ts';

const now = localNoon('2026-11-23');

function view(pastSubscriptions?: unknown) {
  const { answer, records } = pastSubscriptionsView(accountFrom({ pastSubscriptions }), now);
  return { answer, records: allRows(records) };
}

test.each<[sent: unknown, answer: string, count: number]>([
  [undefined, 'plex.tv did not say whether there were earlier subscriptions.', 0],
  [[], 'No past subscription on record.', 0],
  [[{}], 'One past subscription on record.', 1],
  [[{}, {}], 'Two past subscriptions on record.', 2],
  [[{ endsAt: unixNoon('2024-11-20') }], 'Your only past subscription ended on 20 November 2024.', 1],
  [
    [{ endsAt: unixNoon('2024-11-20') }, {}, { endsAt: unixNoon('2019-04-26') }],
    'The last of three ended on 20 November 2024.',
    3,
  ],
  [[{ endsAt: unixNoon('2099-01-01') }], 'One past subscription on record.', 1],
])('distinguishes “none” from “not sent”: %j', (sent, answer, count) => {
  expect(view(sent).answer).toBe(answer);
  expect(view(sent).records).toHaveLength(count);
});

test('shows the facts of each record', () => {
  const [first, second] = view([
    { type: 'plexpass', state: 'ended', endsAt: unixNoon('2024-11-20') },
    { mode: 'yearly' },
  ]).records;
  expect(first).toMatchObject({ title: 'Plex Pass', until: 'until 20 November 2024' });
  expect(factTexts(first?.facts ?? [])).toMatchObject({ State: 'Ended', Ends: '20 November 2024 (2 years ago)' });
  expect(factTexts(second?.facts ?? [])).toMatchObject({ Mode: 'Yearly' });
});

test('shows what was sent instead of the list', () => {
  const { answer, records } = view({ first: 'an object' });
  const [only] = records;
  expect(answer).toBe('plex.tv sent earlier subscriptions in a form that this page cannot read.');
  expect(factTexts(only?.facts ?? [])).toEqual({ 'As plex.tv wrote it': '{"first":"an object"} [not as expected]' });
});
