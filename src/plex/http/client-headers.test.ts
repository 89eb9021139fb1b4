import { expect, test } from 'vitest';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { clientHeaders } from './client-headers.ts';

const { client } = fakePlexTv(() => new Response());

test('describes the client, and sends nothing else', () => {
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
  expect(clientHeaders(client, userAgent, 'sv-SE')).toEqual({
    Accept: 'application/json',
    'X-Plex-Client-Identifier': 'browser-1',
    'X-Plex-Product': 'Account statement',
    'X-Plex-Version': __APP_VERSION__,
    'X-Plex-Platform': 'Firefox',
    'X-Plex-Platform-Version': '145',
    'X-Plex-Device': 'Linux',
    'X-Plex-Device-Name': 'Firefox on Linux',
    'X-Plex-Model': 'hosted',
    'X-Plex-Language': 'sv-SE',
  });
});

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit}`;
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPad = 'Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = `Mozilla/5.0 (Linux; Android 10; K) ${webKit}`;

test.each<[name: string, version: string, userAgent: string]>([
  ['Chrome on Windows', '142', `${windows} Chrome/142.0.0.0 Safari/537.36`],
  ['Microsoft Edge on Windows', '141', `${windows} Chrome/142.0.0.0 Safari/537.36 Edg/141.0.0.0`],
  ['Opera on Windows', '120', `${windows} Chrome/134.0.0.0 Safari/537.36 OPR/120.0.0.0`],
  ['Firefox on Windows', '145', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Safari on macOS', '18', `${mac} Version/18.6 Safari/605.1.15`],
  ['Chrome on macOS', '142', `${mac} Chrome/142.0.0.0 Safari/537.36`],
  ['Firefox on macOS', '145', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Safari on iPhone', '18', `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1`],
  ['Chrome on iPhone', '141', `${iPhone} CriOS/141.0.7390.96 Mobile/15E148 Safari/604.1`],
  ['Firefox on iPhone', '144', `${iPhone} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`],
  ['Microsoft Edge on iPhone', '140', `${iPhone} Version/18.0 EdgiOS/140.0.3485.94 Mobile/15E148 Safari/604.1`],
  ['Safari on iPad', '17', `${iPad} Version/17.4 Mobile/15E148 Safari/604.1`],
  ['Chrome on Android', '142', `${android} Chrome/142.0.0.0 Mobile Safari/537.36`],
  ['Microsoft Edge on Android', '139', `${android} Chrome/139.0.0.0 Mobile Safari/537.36 EdgA/139.0.0.0`],
  ['Firefox on Android', '145', 'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
  ['Chrome on ChromeOS', '142', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/142.0.0.0 Safari/537.36`],
  ['Chrome on Linux', '142', `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/142.0.0.0 Safari/537.36`],
  ['Browser on Linux', '', 'Lynx/2.9.2 Linux'],
  ['Browser on Unknown', '', ''],
])('names %s as the device', (name, version, userAgent) => {
  const headers = clientHeaders(client, userAgent, 'en');
  expect(headers['X-Plex-Device-Name']).toBe(name);
  expect(`${headers['X-Plex-Platform']} on ${headers['X-Plex-Device']}`).toBe(name);
  expect(headers['X-Plex-Platform-Version']).toBe(version);
});
