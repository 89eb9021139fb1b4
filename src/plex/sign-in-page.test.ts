import { expect, test } from 'vitest';
import { linkPageUrl, signInPageUrl } from './sign-in-page.ts';

const client = { base: 'https://account.example/', clientIdentifier: 'a b&c', fetch };
const forwardUrl = 'https://home.example/plex stuff/?a=1&b=%20+#subscription';

/** The fragment after `#?`, as plex.tv's page reads it. */
function fieldsOf(address: string) {
  const { origin, pathname, search, hash } = new URL(address);
  return { page: origin + pathname, search, fields: Object.fromEntries(new URLSearchParams(hash.slice(2))) };
}

test('says who asks, for what, and where to lead back, all of it in the fragment', () => {
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

test('is read alike where "+" is no blank', () => {
  expect(signInPageUrl(client, { code: 'm6mi' }, forwardUrl)).toMatch(/^https:\/\/app\.plex\.tv\/auth#\?[\w%.&=~-]+$/);
});

test('leads nowhere when it is to be closed', () => {
  expect(fieldsOf(signInPageUrl(client, { code: 'm6mi' })).fields).not.toHaveProperty('forwardUrl');
});

test('the link page has the code filled in', () => {
  expect(linkPageUrl({ code: 'AB3F' })).toBe('https://plex.tv/link/?pin=AB3F');
});
