import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeDownloads } from '../../test/fake-downloads.ts';
import { renderSection } from '../../test/render-section.tsx';

const now = new Date(2026, 10, 25, 12);
const unixSeconds = (date: Date) => Math.round(date.getTime() / 1000);
const inDecember = unixSeconds(new Date(2026, 11, 7, 23, 30));
const inMarch = unixSeconds(new Date(2027, 2, 1, 0, 30));

function show(record: object, subscription: object = { active: true, plan: 'monthly' }) {
  renderSection('Subscription', { authToken: 'a-secret-token', subscription, subscriptions: [record] }, now);
  return screen.queryByRole('button', { name: 'Add to calendar' });
}

test.each([
  ['the end of a cancelled one', { canceled: true, endsAt: inDecember, renewsAt: inMarch }, 'ends', '20261207'],
  ['the renewal', { renewsAt: inMarch, endsAt: inDecember }, 'renews', '20270301'],
  ['the end if there is no renewal', { endsAt: inDecember, renewsAt: null }, 'ends', '20261207'],
])('puts %s into a calendar, on the local day', async (_, record, verb, day) => {
  const { saved } = fakeDownloads();
  const button = show({ ...record, id: 'record-id-1' });
  if (button) await userEvent.click(button);
  const { name, text } = await saved();
  expect(name).toBe('plex-subscription.ics');
  expect(text).toContain(`SUMMARY:Monthly Plex Pass ${verb}\r\n`);
  expect(text).toContain(`DTSTART;VALUE=DATE:${day}\r\n`);
  expect(text?.replaceAll('\r\n ', '')).toMatch(new RegExp(`UID:plex-subscription-${verb}-[\\d-]{10}@`));
  expect(text).not.toMatch(/secret|record-id/);
});

test.each<[string, object, object | undefined]>([
  ['the end is over', { endsAt: unixSeconds(new Date(2026, 10, 1)) }, undefined],
  ['plex.tv gave no date', { endsAt: null, renewsAt: null }, undefined],
  ['there is no Plex Pass', { endsAt: inDecember }, { active: false }],
])('offers no calendar when %s', (_, record, subscription) => {
  expect(show(record, subscription)).toBeNull();
});
