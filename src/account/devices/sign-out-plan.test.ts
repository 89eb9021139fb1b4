// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { devicesView } from './devices.ts';
import { devicesOf, idsOf, planSignOut, planText, toggleIds } from './sign-out-plan.ts';

const recent = unixNoon('2026-11-20');
const old = unixNoon('2019-05-02');
const view = devicesView(
  readDevices(`<MediaContainer>
    <Device id="1" name="Chrome" clientIdentifier="this" lastSeenAt="${recent}"/>
    <Device id="2" name="Firefox" lastSeenAt="${recent - 1}"/>
    <Device id="3" name="Tautulli" lastSeenAt="${recent - 2}"/>
    <Device id="4" name="Kitchen" lastSeenAt="${recent - 3}"/>
    <Device id="5" name="Bedroom" lastSeenAt="${recent - 4}"/>
    <Device id="5" name="Bedroom again" lastSeenAt="${recent - 5}"/>
    <Device name="No number" lastSeenAt="${recent - 6}"/>
    <Device id="6" name="Old TV" lastSeenAt="${old}"/>
    <Device id="7" name="Old phone" lastSeenAt="${old}"/>
    <Device name="Old, no number" lastSeenAt="${old}"/>
    <Device id="8" name="Attic" provides="server" lastSeenAt="${old}"/>
    <Device id="9" name="Cabin" provides="server" lastSeenAt="${recent}"/>
  </MediaContainer>`),
  { thisClientIdentifier: 'this', now: localNoon('2026-11-25') },
);

const plan = (...ids: string[]) => planSignOut(view, new Set(ids));

test.each<[ids: string[], count: number, text: string]>([
  [[], 0, ''],
  [['2'], 1, 'Firefox'],
  [['2', '3'], 2, 'Firefox and Tautulli'],
  [['2', '3', '4'], 3, 'Firefox, Tautulli, and Kitchen'],
  [['2', '3', '4', '6'], 4, 'Firefox, Tautulli, Kitchen, and 1 more'],
  [['2', '6', '7'], 3, 'Firefox and 2 of 3 not seen for over a year'],
  [['6'], 1, 'Old TV'],
  [['2', '3', '6', '7', '9'], 5, 'Firefox, Tautulli, 2 of 3 not seen for over a year, and 1 server'],
  [['8', '9'], 2, '2 servers'],
  [['no longer listed'], 0, ''],
])('%j are %i: %s', (ids, count, text) => {
  expect(plan(...ids).count).toBe(count);
  expect(planText(plan(...ids))).toBe(text);
});

test('never holds this browser or a device without a number', () => {
  const everything = planSignOut(
    view,
    new Set(['1', '', 'null', ...idsOf(view.rows), ...idsOf(view.groups[0]?.rows ?? [])]),
  );
  const names = devicesOf(everything.lines).map(({ name }) => name);
  expect(names).toEqual(['Firefox', 'Tautulli', 'Kitchen', 'Bedroom again', 'Old TV', 'Old phone']);
});

test('names the only device of a group', () => {
  const xml = `<MediaContainer><Device id="6" name="Old TV" lastSeenAt="${old}"/></MediaContainer>`;
  const single = devicesView(readDevices(xml), { thisClientIdentifier: undefined, now: localNoon('2026-11-25') });
  expect(planText(planSignOut(single, new Set(['6'])))).toBe('Old TV');
});

test('never holds a server unless it was chosen itself', () => {
  expect(plan('2', '6', '7').servers).toEqual([]);
  expect(plan('8').servers.map(({ name }) => name)).toEqual(['Attic']);
  expect(devicesOf(plan('8').lines)).toEqual([]);
});

test('signs a device that is listed twice out once', () => {
  expect(plan('5').lines).toHaveLength(2);
  expect(devicesOf(plan('5').lines)).toHaveLength(1);
  expect(plan('5').count).toBe(1);
});

test.each([
  [[], ['1', '2'], ['1', '2']],
  [['1'], ['1', '2'], ['1', '2']],
  [['1', '2', '3'], ['1', '2'], ['3']],
  [['1'], ['1'], []],
])('with %j chosen, toggling %j gives %j', (chosen, toggled, result) => {
  expect([...toggleIds(new Set(chosen), toggled)]).toEqual(result);
});
