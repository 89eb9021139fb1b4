import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBackFromPlexTv } from './has-stored-pin.ts';
import { restoreAddress, returnAddress } from './return-address.ts';
import { removeStoredPin, storePin } from './stored-pin.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => history.replaceState(null, '', '/'));

const open = (address: string) => history.replaceState(null, '', address);
const address = () => location.href.replace(location.origin, '');

function leave() {
  storePin({ id: 7, code: 'x', expiresAt: new Date(Date.now() + 60_000) }, { clientIdentifier: 'browser-1' });
  return returnAddress().replace(location.origin, '');
}

test.each(['/', '/app/', '/app/?lang=sv', '/app/#security', '/app/?lang=sv&a=%20#security', '/app/?#'])(
  'leads back to %s, and plex.tv learns only the page',
  (before) => {
    open(before);
    const shown = location.href;
    const back = leave();
    expect(back).toBe(`${location.pathname}#from-plex-tv`);
    open(back);
    expect(isBackFromPlexTv()).toBe(true);
    restoreAddress();
    expect(location.href.replace(/[?#]+$/, '')).toBe(shown.replace(/[?#]+$/, ''));
    expect(isBackFromPlexTv()).toBe(false);
    restoreAddress();
    expect(location.href.replace(/[?#]+$/, '')).toBe(shown.replace(/[?#]+$/, ''));
  },
);

test('restores the address also when plex.tv drops the fragment', () => {
  open('/app/?lang=sv#security');
  leave();
  open('/app/');
  restoreAddress();
  expect(address()).toBe('/app/?lang=sv#security');
});

test('restores the address also when plex.tv adds a query', () => {
  open('/app/#security');
  leave();
  open('/app/?source=plex#from-plex-tv');
  restoreAddress();
  expect(address()).toBe('/app/#security');
});

test('removes the marker in a tab that did not start the sign-in', () => {
  open('/app/#from-plex-tv');
  restoreAddress();
  expect(address()).toBe('/app/');
});

test('leaves another address alone, such as after the Back button', () => {
  open('/app/?lang=sv#security');
  leave();
  open('/app/?lang=de');
  restoreAddress();
  expect(address()).toBe('/app/?lang=de');
});

test('leaves an address without query alone when no PIN waits', () => {
  open('/app/?lang=sv#security');
  leave();
  removeStoredPin();
  open('/app/');
  restoreAddress();
  expect(address()).toBe('/app/');
});

test.each([
  'null',
  '[]',
  '{',
  '{"addressInPage":7}',
  '{"addressInPage":"//evil.example/"}',
  '{"addressInPage":"javascript:"}',
])('restores nothing from a damaged entry: %s', (entry) => {
  sessionStorage.setItem('plex-pin', entry);
  open('/app/#from-plex-tv');
  restoreAddress();
  expect(address()).toBe('/app/');
});
