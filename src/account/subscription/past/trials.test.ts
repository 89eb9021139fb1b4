import { expect, test } from 'vitest';
import { accountFrom } from '../../../test/account-from.ts';
import { allRows } from '../../../test/all-rows.ts';
import { factTexts } from '../../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../../test/local-noon.ts';
import { trialsView } from './trials.ts';

const now = localNoon('2026-11-23');

function view(sent?: unknown) {
  const { answer, trials } = trialsView(accountFrom({ trials: sent }), now);
  return { answer, trials: allRows(trials) };
}

test.each<[sent: unknown, answer: string, count: number]>([
  [undefined, 'plex.tv did not say whether there were trials.', 0],
  [[], 'No trial on record.', 0],
  [[{}], 'One trial on record.', 1],
  [[{}, 'plexpass'], 'Two trials on record.', 2],
  [['plexpass'], 'One trial on record.', 1],
  [[{ endsAt: unixNoon('2021-06-03') }], 'Your only trial ended on 3 June 2021.', 1],
  [[{ endsAt: unixNoon('2026-11-26') }], 'Your only trial ends on 26 November 2026.', 1],
])('distinguishes “none” from “not sent”: %j', (sent, answer, count) => {
  expect(view(sent).answer).toBe(answer);
  expect(view(sent).trials).toHaveLength(count);
});

test('shows the known keys of a trial in words, and unknown keys as received', () => {
  const [trial] = view([{ mode: 'monthly', endsAt: unixNoon('2026-11-26'), trialLengthDays: 30 }]).trials;
  expect(trial).toMatchObject({ title: 'Subscription, monthly', until: 'until 26 November 2026' });
  expect(factTexts(trial?.facts ?? [])).toMatchObject({
    Mode: 'Monthly',
    Ends: '26 November 2026 (in 3 days)',
    trialLengthDays: '30 [unknown to this page]',
  });
});

test.each<[sent: unknown, shown: string]>([
  ['plexpass', 'plexpass'],
  ['', '""'],
  [30, '30'],
  [false, 'false'],
  [null, 'null'],
  [['monthly', { endsAt: -1 }], '["monthly",{"endsAt":-1}]'],
])('shows a trial that is no object as received: %j', (sent, shown) => {
  const [trial] = view([sent]).trials;
  expect(factTexts(trial?.facts ?? [])).toEqual({ 'As plex.tv wrote it': shown });
});

test('shows what was sent instead of the list', () => {
  const { answer, trials } = view('none');
  const [only] = trials;
  expect(answer).toBe('plex.tv sent trials in a form that this page cannot read.');
  expect(factTexts(only?.facts ?? [])).toEqual({ 'As plex.tv wrote it': 'none [not as expected]' });
});
