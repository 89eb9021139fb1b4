import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { appSettingsView } from './app-settings.ts';

const now = localNoon('2026-11-23');

function views(settings?: unknown) {
  return allRows(appSettingsView(accountFrom({ settings }), now)).map(({ title, facts }) => ({
    title,
    ...factTexts(facts),
  }));
}

test('shows every key of a setting', () => {
  const setting = { id: 'experience', type: 'json', value: '{"version":5}', hidden: true };
  expect(views([{ ...setting, updatedAt: unixNoon('2026-11-20') }])).toEqual([
    {
      title: 'Setting 1',
      Id: 'experience',
      Type: 'json',
      Value: '{"version":5}',
      Hidden: 'Yes',
      Updated: '20 November 2026 (3 days ago)',
    },
  ]);
});

test.each<[sent: object, label: string, shown: string]>([
  [{}, 'Value', 'plex.tv did not say'],
  [{ value: { token: 'x' } }, 'Value', '{"token":"[hidden]"}'],
  [{ hidden: 'yes' }, 'Hidden', 'yes [not as expected]'],
  [{ updatedAt: 0 }, 'Updated', '0 [not as expected]'],
  [{ colour: 'teal' }, 'colour', 'teal [unknown to this page]'],
])('shows the setting %j with %s: %s', (sent, label, shown) => {
  expect(views([sent])).toMatchObject([{ [label]: shown }]);
});

test('blurs the value of a setting in screen-share mode', () => {
  const [setting] = allRows(appSettingsView(accountFrom({ settings: [{ value: 'Ada' }] }), now));
  expect(setting?.facts.find(({ label }) => label === 'Value')?.value.isPersonal).toBe(true);
});

test('shows what plex.tv sent instead of a setting or of the list', () => {
  expect(views([7])).toEqual([{ title: 'Not a record', 'As plex.tv wrote it': '7 [not as expected]' }]);
  expect(views('none')).toEqual([{ title: 'Not a list', 'As plex.tv wrote it': 'none [not as expected]' }]);
  expect(views([])).toEqual([]);
  expect(views()).toEqual([]);
});
