import { describe, expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fullReply } from '../../test/full-reply.ts';
import { waitingSources } from '../../test/sources.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { shareAccount } from './share-account.ts';

const now = new Date('2026-11-25T22:38:00Z');

function shareJson(reply: object, ...shown: ShareChoice[]) {
  const { text, hidden } = shareAccount(accountFrom(reply), waitingSources, 'json', new Set(shown), now);
  return { shared: JSON.parse(text), hidden };
}

function shareMarkdown(reply: object, ...shown: ShareChoice[]): string[] {
  return shareAccount(accountFrom(reply), waitingSources, 'markdown', new Set(shown), now)
    .text.split('\n')
    .slice(4, -1);
}

describe('hides unless the user shows it', () => {
  const { title, username, friendlyName, id, uuid, email, thumb, joinedAt } = fullReply;
  const personal = { title, username, friendlyName, id, uuid, email, thumb, joinedAt };
  const redacted = {
    title: '[name hidden]',
    username: '[name hidden]',
    friendlyName: '[name hidden]',
    id: '[id hidden]',
    uuid: '[id hidden]',
    email: '[e-mail hidden]',
    thumb: '[avatar hidden]',
    joinedAt: '[date hidden]',
  };

  test.each<[ShareChoice[], object]>([
    [[], {}],
    [['email'], { email }],
    [['names'], { title, username, friendlyName }],
    [['ids'], { id, uuid }],
    [['ids', 'avatar'], { id, uuid, thumb }],
    [['dates'], { joinedAt }],
    [['email', 'names', 'ids', 'avatar', 'dates'], personal],
  ])('with %j shown', (shown, more) => {
    const { shared, hidden } = shareJson(personal, ...shown);
    expect(shared).toEqual({ ...redacted, ...more });
    expect(hidden).toBe(8 - Object.keys(more).length);
  });

  test('an id in the address of a shown avatar', () => {
    expect(shareJson(personal, 'avatar').shared.thumb).toBe('[id hidden]');
  });

  test('an e-mail address in the place of a name', () => {
    expect(shareJson({ title: 'ada@example.com' }, 'names').shared.title).toBe('[e-mail hidden]');
  });

  test('dates of every kind', () => {
    const { shared } = shareJson(fullReply);
    expect(shared.subscription.subscribedAt).toBe('[date hidden]');
    expect(shared.subscriptions[0]).toMatchObject({ endsAt: '[date hidden]', renewsAt: '[date hidden]' });
    expect(shared.settings[0].updatedAt).toBe('[date hidden]');
    expect(shareJson(fullReply, 'dates').shared.subscription.subscribedAt).toBe('2021-10-01T01:02:03Z');
  });
});

describe('always hides', () => {
  const everything: ShareChoice[] = ['email', 'names', 'ids', 'avatar', 'dates'];

  test('secrets', () => {
    const { shared } = shareJson(fullReply, ...everything);
    const { authToken, pin, queueEmail, queueUid, services } = shared;
    expect([authToken, pin, queueEmail, queueUid, services[0].token, services[0].secret]).toEqual(
      Array(6).fill('[hidden]'),
    );
  });

  test.each([
    ['the token of this sign-in', { authToken: 'Tok-en', country: 'a tok-en.' }],
    ['that token with invisible characters and accents', { authToken: 'Token', country: 'T\u200Bo\u0301k\u202Een' }],
    ['a JWT', { country: 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl' }],
    ['an address with a password', { country: 'https://user:pass@example.com/' }],
    ['an address with a token', { country: 'https://example.com/?X-Plex-Token=abc' }],
  ])('in a plain text: %s', (_, reply) => {
    expect(shareJson(reply, ...everything).shared.country).toBe('[hidden]');
  });

  test.each<[string, unknown]>([
    ['an unknown text', 'teal'],
    ['an unknown number', 7],
    ['an unknown object', { street: 'Main Street 12' }],
    ['an unknown list', ['Leo', 'Mia']],
    ['unknown JSON', '{"mail":"ada@example.com"}'],
  ])('unknown values: %s', (_, value) => {
    const { shared, hidden } = shareJson({ favouriteColour: value, subscription: { more: value } }, ...everything);
    expect(shared).toEqual({
      favouriteColour: '[unknown value hidden]',
      subscription: { more: '[unknown value hidden]' },
    });
    expect(hidden).toBe(2);
  });

  test('values of unknown meaning or of an unexpected type', () => {
    const { shared } = shareJson({
      settings: [{ value: '{"a":1}' }],
      providers: [{ status: 'x' }],
      cloudSyncDevice: { status: 'x' },
      trials: ['x', ['y'], { state: 'ended', more: 'z' }],
      homeSize: 'three',
      roles: { first: 7 },
      features: ['pass'],
      entitlements: ['all', 7, { state: 'x' }, ['y'], 'ios'],
    });
    expect(shared).toEqual({
      settings: [{ value: '[unknown value hidden]' }],
      providers: '[unknown value hidden]',
      cloudSyncDevice: '[unknown value hidden]',
      trials: ['[unknown value hidden]', '[unknown value hidden]', { state: 'ended', more: '[unknown value hidden]' }],
      homeSize: '[unknown value hidden]',
      roles: '[unknown value hidden]',
      features: '[unknown value hidden]',
      entitlements: ['all', '[unknown value hidden]', '[unknown value hidden]', '[unknown value hidden]', 'ios'],
    });
  });

  test('nothing of a list in another form, since it is read', () => {
    const reply = {
      subscriptions: { subscription: [{ type: 'remotewatchpass', mode: 'monthly', more: 'z', endsAt: '1700000000' }] },
      trials: { trial: { type: 'plexpass' } },
      roles: 'plexpass',
      entitlements: { entitlement: ['all'] },
      homeSize: '3',
      home: 'true',
      guest: 0,
    };
    const { shared } = shareJson(reply);
    expect(shared).toEqual({
      ...reply,
      subscriptions: {
        subscription: [
          { type: 'remotewatchpass', mode: 'monthly', more: '[unknown value hidden]', endsAt: '[date hidden]' },
        ],
      },
    });
  });

  test('unknown keys that do not look like identifiers in code', () => {
    const reply = {
      username: 'ada',
      '<img src=x>': true,
      'leo@example.com': 1,
      isAdasFriend: true,
      k7310452: true,
      xKqPzRtLmNvBwYsHdJfG: true,
      is_new: true,
    };
    const { shared, hidden } = shareJson(reply);
    expect(Object.keys(shared)).toEqual([
      'username',
      '[key hidden]',
      '[key hidden 2]',
      '[key hidden 3]',
      '[key hidden 4]',
      '[key hidden 5]',
      'is_new',
    ]);
    expect(hidden).toBe(6);
  });

  test('reply keys with the names of this app’s own keys', () => {
    expect(
      shareJson({ received: { title: 'x' }, unexpectedValues: ['x'], ['__proto__']: { title: 'x' } }).shared,
    ).toEqual(
      JSON.parse(
        '{"received":"[unknown value hidden]","unexpectedValues":"[unknown value hidden]","[key hidden]":"[unknown value hidden]"}',
      ),
    );
  });
});

describe('finds personal data in other values', () => {
  test.each([
    ['a name in other spelling', { username: 'Zoë-123' }, 'ZOE-123 and friends', '[name hidden]'],
    ['an e-mail address', {}, 'write to ada@example.com', '[e-mail hidden]'],
    ['an e-mail address in a URL', {}, '/users/ada%40example.com', '[e-mail hidden]'],
    ['the id', { id: 20114873 }, '/users/20114873', '[id hidden]'],
    ['an id sent as text', { id: '20114873' }, '/users/20114873', '[id hidden]'],
    ['the uuid', { uuid: '212acf24b07315e5' }, '212ACF24B07315E5', '[id hidden]'],
    ['a date', {}, 'until 2024-03-24', '[date hidden]'],
  ])('%s', (_, reply, status, mark) => {
    expect(shareJson({ ...reply, subscription: { status } }).shared.subscription.status).toBe(mark);
  });

  test('but ignores empty and very short names', () => {
    const reply = { username: '', title: 'e', friendlyName: 'en', profile: { defaultAudioLanguage: 'en' } };
    expect(shareJson(reply).shared.profile).toEqual({ defaultAudioLanguage: 'en' });
  });
});

test('keeps flags, states, counts, country and languages', () => {
  const { shared } = shareJson(fullReply);
  expect(shared).toMatchObject({
    country: 'GB',
    twoFactorEnabled: true,
    homeSize: 2,
    subscription: { active: true, plan: 'lifetime', features: fullReply.subscription.features },
    services: [{ identifier: 'epg', endpoint: 'https://epg.provider.plex.tv', status: 'online' }],
    profile: fullReply.profile,
  });
});

test('keeps unknown flags, nulls and empty values', () => {
  const reply = { isNew: false, gone: null, note: '', list: [], bag: {} };
  expect(shareJson(reply)).toEqual({ shared: reply, hidden: 0 });
});

test('counts the hidden values, and says so at the top of a post', () => {
  const { text, hidden } = shareAccount(accountFrom(fullReply), waitingSources, 'markdown', new Set(), now);
  expect(text.match(/ hidden\]/g)?.length).toBe(hidden - (text.match(/`\[hidden\]`/g)?.length ?? 0));
  expect(text.split('\n')[2]).toBe(
    `Made with Account statement for Plex (unofficial), redacted: ${hidden} values hidden.`,
  );
  expect(shareAccount(accountFrom({ id: 1 }), waitingSources, 'markdown', new Set(), now).text).toContain(
    'redacted: 1 value hidden.',
  );
});

test('puts no name and no date into the file name', () => {
  const account = accountFrom(fullReply);
  const everything = new Set<ShareChoice>(['names', 'dates']);
  expect(shareAccount(account, waitingSources, 'markdown', everything, now).fileName).toBe('plex-account.md');
  expect(shareAccount(account, waitingSources, 'json', everything, now).fileName).toBe('plex-account.json');
});

test('writes one line per key, and lists of plain values on one line', () => {
  const reply = {
    home: true,
    locale: null,
    roles: [],
    entitlements: ['all', ''],
    services: [{ status: 'online' }, {}],
  };
  expect(shareMarkdown(reply)).toEqual([
    '- `home`: `true`',
    '- `locale`: `null`',
    '- `roles`: `[]`',
    '- `entitlements`: `all`, `""`',
    '- `services[0].status`: `online`',
    '- `services[1]`: `{}`',
  ]);
});

test.each([
  ['markup', '<img src=x onerror=alert(1)>', '`<img src=x onerror=alert(1)>`'],
  ['a mention, a link and a pipe', '@staff [x](javascript:alert(1)) | #1', '`@staff [x](javascript:alert(1)) | #1`'],
  ['backticks', 'a `b` ``c', '```a `b` ``c```'],
  ['backticks at the ends', '`x`', '`` `x` ``'],
  ['spaces at the ends', ' x ', '`  x  `'],
  ['line breaks', 'a\r\n\n# b\u2028c', '`a # b c`'],
  ['controls', 'a\u0000\u001B[31mb', '`a [31mb`'],
  ['reversed and invisible text', '\u202Egnp.\u2067x\u200B\uFEFF\u00AD', '`gnp.x`'],
  ['only invisible characters', '\u200B', '`  `'],
])('makes a post safe against %s', (_, title, written) => {
  expect(shareMarkdown({ title }, 'names')).toEqual([`- \`title\`: ${written}`]);
});

test('escapes invisible characters and markup in JSON, which parses to the same value', () => {
  const title = '<b>\u202Ea\u200B\u{E0041}\u007F\n"';
  const { text } = shareAccount(accountFrom({ title }), waitingSources, 'json', new Set<ShareChoice>(['names']), now);
  expect(text).toBe('{\n  "title": "\\u003cb>\\u202ea\\u200b\\udb40\\udc41\\u007f\\n\\""\n}\n');
  expect(JSON.parse(text)).toEqual({ title });
});
