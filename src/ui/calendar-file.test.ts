// @vitest-environment node
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const createdAt = new Date('2026-11-25T22:38:05.123Z');
const event = {
  day: new Date(2026, 11, 7, 23, 59),
  title: 'Plex Pass ends',
  description: 'plex.tv said so.',
  url: 'https://plex.tv/account',
  uid: 'plex-pass-ends-20261207@example.com',
};

function parse(file: string) {
  const component = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return new ICAL.Event(component);
}

test('is an event of the whole local day that another library can read', () => {
  const { summary, startDate, endDate, uid, component } = parse(calendarFile(event, createdAt));
  expect([summary, uid]).toEqual(['Plex Pass ends', event.uid]);
  expect([startDate.isDate, String(startDate), String(endDate)]).toEqual([true, '2026-12-07', '2026-12-08']);
  expect(component.getFirstPropertyValue('url')).toBe('https://plex.tv/account');
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-25T22:38:05Z');
});

test('ends on the first day of the next year when the day is the last one', () => {
  expect(calendarFile({ ...event, day: new Date(2026, 11, 31) }, createdAt)).toContain('DTEND;VALUE=DATE:20270101\r\n');
});

test('keeps commas, semicolons, backslashes and line breaks', () => {
  const description = 'One, two; three\\four\nfive';
  const file = calendarFile({ ...event, description }, createdAt);
  expect(file).toContain('DESCRIPTION:One\\, two\\; three\\\\four\\nfive\r\n');
  expect(parse(file).description).toBe(description);
});

test('folds lines at 75 bytes and never inside a character', () => {
  const description = 'Äpfel 🍏 '.repeat(40);
  const file = calendarFile({ ...event, description }, createdAt);
  const lines = file.split('\r\n');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(parse(file).description).toBe(description);
});
