import { expect, test } from 'vitest';
import { linkPageUrl, signInPageUrl } from './plex-pages.ts';

const client = { base: 'https://account.example/', clientIdentifier: 'a b&c', fetch };
const forwardUrl = 'https://home.example/plex stuff/?a=1&b=%20+#subscription';

/** The parts of an address. plex.tv's page reads its fields after `#?`. */
function fieldsOf(address: string) {
  const { origin, pathname, search, hash } = new URL(address);
  return { page: origin + pathname, search, fields: Object.fromEntries(new URLSearchParams(hash.slice(2))) };
}

test('the sign-in page gets the client, the code and the return address in its fragment', () => {
  expect(fieldsOf(signInPageUrl(client, { code: 'm6mi' }, forwardUrl))).toEqual({
    page: 'https://app.plex.tv/auth',
    search: '',
    fields: {
      clientID: 'a b&c',
      code: 'm6mi',
      forwardUrl,
      'context[device][product]': 'Account statement',
    },
  });
});

test('the sign-in page gets no "+" in its address, which readers may take for a space or not', () => {
  expect(signInPageUrl(client, { code: 'm6mi' }, forwardUrl)).toMatch(/^https:\/\/app\.plex\.tv\/auth#\?[\w%.&=~-]+$/);
});

test('the sign-in page gets no return address when the person closes it', () => {
  expect(fieldsOf(signInPageUrl(client, { code: 'm6mi' })).fields).not.toHaveProperty('forwardUrl');
});

test('the link page gets the code', () => {
  expect(linkPageUrl({ code: 'AB3F' })).toBe('https://plex.tv/link/?pin=AB3F');
});
