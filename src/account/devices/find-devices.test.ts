// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { devicesView } from './devices.ts';
import { type DeviceOrder, filterDevices, sortDevices } from './find-devices.ts';

const xml = `<MediaContainer>
  <Device name="tv 10" product="Plex for LG" platform="webOS" publicAddress="203.0.113.9" createdAt="${unixNoon('2020-01-01')}" lastSeenAt="${unixNoon('2026-11-01')}"/>
  <Device name="TV 9" product="Plex Web" platform="Chrome" publicAddress="203.0.113.80" createdAt="${unixNoon('2026-01-01')}" lastSeenAt="${unixNoon('2026-10-01')}"/>
  <Device name="Attic"/>
  <Device name="Zebra" clientIdentifier="this"/>
</MediaContainer>`;
const { rows } = devicesView(readDevices(xml), { thisClientIdentifier: 'this', now: localNoon('2026-11-25') });

test.each<[DeviceOrder, string[]]>([
  ['last-seen', ['Zebra', 'tv 10', 'TV 9', 'Attic']],
  ['first-seen', ['Zebra', 'TV 9', 'tv 10', 'Attic']],
  ['name', ['Zebra', 'Attic', 'TV 9', 'tv 10']],
  ['app', ['Zebra', 'tv 10', 'TV 9', 'Attic']],
  ['address', ['Zebra', 'tv 10', 'TV 9', 'Attic']],
])('sorts by %s, with this browser first and empty values last', (order, names) => {
  expect(sortDevices(rows, order).map(({ name }) => name)).toEqual(names);
});

test.each<[query: string, names: string[]]>([
  ['', ['Zebra', 'tv 10', 'TV 9', 'Attic']],
  ['TV', ['tv 10', 'TV 9']],
  ['web tv', ['tv 10', 'TV 9']],
  ['webos', ['tv 10']],
  ['113.80', ['TV 9']],
  ['nothing', []],
])('finds the devices for “%s”', (query, names) => {
  expect(filterDevices(rows, query).map(({ name }) => name)).toEqual(names);
});
