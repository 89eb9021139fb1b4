import { describe, expect, test, vi } from 'vitest';
import { fullReply } from '../../test/full-reply.ts';
import { revealSecrets } from '../../test/reveal-secrets.ts';
import { redact } from '../secrets/redact.ts';
import type { Secret } from '../secrets/secret.ts';
import type { Account, Profile, Service, Setting, Subscription, SubscriptionRecord } from './account.ts';
import { CalendarDay } from './calendar-day.ts';
import { parseAccount } from './parse-account.ts';
import { pathOf } from './parse-reply.ts';
import { pathAsSent } from './unwrap-lists.ts';

type Json = Record<string, unknown>;
type Steps = (string | number)[];

function parse(reply: unknown): Account {
  const account = parseAccount(reply);
  if (!account) throw new Error('parseAccount returned no account');
  return account;
}

/** The keys of plex.tv alone, with secrets revealed so that a test can compare them. */
function keysOf({ unexpectedValues, unknownFields, received, wrappedLists, ...keys }: Account): unknown {
  return revealSecrets(keys);
}

/** A copy of `tree` with `value` at the path `steps`. */
function withAt(tree: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(tree)) return tree.with(Number(step), withAt(tree[Number(step)], rest, value));
  return { ...(tree as Json), [step]: withAt((tree as Json)[step], rest, value) };
}

/** A copy of `tree` without the key at the path `steps`. */
function without(tree: unknown, steps: Steps): unknown {
  const [step = '', ...rest] = steps;
  if (Array.isArray(tree)) return tree.with(Number(step), without(tree[Number(step)], rest));
  const { [step]: inner, ...others } = tree as Json;
  return rest.length > 0 ? { ...others, [step]: without(inner, rest) } : others;
}

const anyRecord = { x: 1 };

/** Values that do not fit, for each kind of field. */
const wrongValues = {
  text: [7, true, ['x'], anyRecord],
  boolean: ['yes', '', 2, -1, [], anyRecord],
  integer: ['five', '05', '1e3', '', 1.5, 2 ** 53, true, [], anyRecord],
  timestamp: ['soon', '', '13950000', '-1395000000', 0, -1, true, [1], anyRecord],
  stringList: [7, true, anyRecord],
  languages: [7, true, anyRecord],
  secret: [7, true, ['x'], anyRecord],
  record: ['x', 7, true, [], [anyRecord]],
  list: ['x', 7, true, anyRecord],
  unknownValue: [],
} satisfies Record<string, unknown[]>;

/** The kind of a key, and its parsed value where that differs from the value in the full reply. */
type Row<T> = [kind: keyof typeof wrongValues, parsed?: T extends Secret | null | undefined ? { secret: string } : T];
type Rows<T> = { [K in keyof Required<T>]: Row<T[K]> };
type OwnKeys = Omit<Account, 'unexpectedValues' | 'unknownFields' | 'received' | 'wrappedLists' | 'readLongLists'>;

const at = (unixSeconds: number) => new Date(unixSeconds * 1000);

const subscriptionRecord: Rows<SubscriptionRecord> = {
  id: ['unknownValue'],
  mode: ['text'],
  renewsAt: ['timestamp', at(1_790_000_000)],
  endsAt: ['timestamp', at(1_800_000_000)],
  billing: ['record'],
  canceled: ['boolean'],
  gracePeriod: ['boolean'],
  onHold: ['boolean'],
  canReactivate: ['boolean'],
  canUpgrade: ['boolean'],
  canDowngrade: ['boolean'],
  canConvert: ['boolean'],
  type: ['text'],
  transfer: ['unknownValue'],
  state: ['text'],
};

const subscription: Rows<Subscription> = {
  active: ['boolean'],
  status: ['text'],
  subscribedAt: ['timestamp', new Date('2021-10-01T01:02:03Z')],
  paymentService: ['text'],
  plan: ['text'],
  features: ['stringList'],
};

const service: Rows<Service> = {
  identifier: ['text'],
  endpoint: ['text'],
  token: ['secret', { secret: 'Tok-en_20_characters' }],
  secret: ['secret', { secret: 'service-secret' }],
  status: ['text'],
};

const profile: Rows<Profile> = {
  autoSelectAudio: ['boolean'],
  defaultAudioLanguage: ['text'],
  defaultAudioLanguages: ['languages', ['en', 'sv']],
  defaultAudioAccessibility: ['integer'],
  defaultSubtitleLanguage: ['text'],
  defaultSubtitleLanguages: ['languages', ['sv', 'en']],
  autoSelectSubtitle: ['integer'],
  defaultSubtitleAccessibility: ['integer'],
  defaultSubtitleForced: ['integer'],
  watchedIndicator: ['integer'],
  mediaReviewsVisibility: ['integer'],
  mediaReviewsLanguages: ['languages', ['en']],
  mediaPostsVisibility: ['boolean'],
};

const setting: Rows<Setting> = {
  id: ['text'],
  type: ['text'],
  value: ['unknownValue'],
  hidden: ['boolean'],
  updatedAt: ['timestamp', at(1_641_399_379)],
};

const account: Rows<OwnKeys> = {
  id: ['integer'],
  uuid: ['text'],
  username: ['text'],
  title: ['text'],
  email: ['text'],
  friendlyName: ['text'],
  thumb: ['text'],
  country: ['text'],
  locale: ['text'],
  joinedAt: ['timestamp', at(1_395_000_000)],
  attributionPartner: ['text'],
  confirmed: ['boolean'],
  hasPassword: ['boolean'],
  emailOnlyAuth: ['boolean'],
  twoFactorEnabled: ['boolean'],
  backupCodesCreated: ['boolean'],
  authToken: ['secret', { secret: 'Tok-en_20_characters' }],
  rememberExpiresAt: ['timestamp', at(1_780_000_000)],
  certificateVersion: ['unknownValue'],
  experimentalFeatures: ['boolean'],
  subscription: ['record'],
  subscriptionDescription: ['text'],
  subscriptions: ['list'],
  pastSubscriptions: ['list'],
  trials: ['list'],
  entitlements: ['stringList'],
  roles: ['stringList'],
  services: ['list'],
  profile: ['record'],
  home: ['boolean'],
  homeSize: ['integer'],
  maxHomeSize: ['integer'],
  homeAdmin: ['boolean'],
  guest: ['boolean'],
  restricted: ['boolean'],
  restriced: ['boolean'],
  restrictionProfile: ['text'],
  customRestrictions: ['record'],
  protected: ['boolean'],
  pin: ['secret', { secret: 'a-hash' }],
  anonymous: ['boolean'],
  adsConsent: ['boolean'],
  adsConsentSetAt: ['timestamp', at(1_700_000_000)],
  adsConsentReminderAt: ['timestamp', at(1_700_000_001)],
  mailingListStatus: ['text'],
  mailingListActive: ['boolean'],
  scrobbleTypes: ['text'],
  queueEmail: ['secret', { secret: 'queue+abc@save.plex.tv' }],
  queueUid: ['secret', { secret: 'queue-uid' }],
  settings: ['list'],
  providers: ['unknownValue'],
  cloudSyncDevice: ['unknownValue'],
};

type Field = { steps: Steps; kind: keyof typeof wrongValues; parsed: unknown };

function fieldsUnder<T>(steps: Steps, rows: Rows<T>): Field[] {
  return Object.entries<Row<unknown>>(rows).map(([key, [kind, parsed]]) => ({ steps: [...steps, key], kind, parsed }));
}

const fields = [
  ...fieldsUnder([], account),
  ...fieldsUnder(['subscription'], subscription),
  ...['subscriptions', 'pastSubscriptions', 'trials'].flatMap((list) => fieldsUnder([list, 0], subscriptionRecord)),
  ...fieldsUnder(['services', 0], service),
  ...fieldsUnder(['profile'], profile),
  ...fieldsUnder(['settings', 0], setting),
].map((field) => ({ ...field, path: pathOf(field.steps) }));

const secretPaths = fields.filter(({ kind }) => kind === 'secret').map(({ path }) => path);

/** The full reply as it is parsed, with its secrets revealed. */
const fullAccount = fields
  .filter(({ parsed }) => parsed !== undefined)
  .reduce<unknown>((tree, { steps, parsed }) => withAt(tree, steps, parsed), fullReply);

describe('a full reply', () => {
  test('is parsed key by key, with times as dates and credentials as secrets', () => {
    expect(keysOf(parse(fullReply))).toEqual(fullAccount);
  });

  test('has no unexpected value and no unknown field', () => {
    expect(parse(fullReply)).toMatchObject({ unexpectedValues: [], unknownFields: [] });
  });

  test('is kept as sent, with only its secrets hidden', () => {
    const hidden = fields
      .filter(({ kind }) => kind === 'secret')
      .reduce<unknown>((tree, { steps }) => withAt(tree, steps, '[hidden]'), fullReply);
    expect(JSON.parse(JSON.stringify(parse(fullReply).received))).toEqual(hidden);
    expect(secretPaths).toEqual([
      'authToken',
      'pin',
      'queueEmail',
      'queueUid',
      'services[0].token',
      'services[0].secret',
    ]);
  });
});

describe.each(fields)('$path', ({ steps, kind, path }) => {
  test('may be missing', () => {
    const parsed = parse(without(fullReply, steps));
    expect(keysOf(parsed)).toEqual(without(fullAccount, steps));
    expect(parsed.unexpectedValues).toEqual([]);
  });

  test('may be null', () => {
    const parsed = parse(withAt(fullReply, steps, null));
    expect(keysOf(parsed)).toEqual(withAt(fullAccount, steps, null));
    expect(parsed.unexpectedValues).toEqual([]);
  });

  test('is dropped without its neighbours when its type is wrong, and is listed as unexpected', () => {
    for (const wrong of wrongValues[kind]) {
      const parsed = parse(withAt(fullReply, steps, wrong));
      expect(keysOf(parsed)).toEqual(without(fullAccount, steps));
      expect(revealSecrets(parsed.unexpectedValues)).toEqual([
        { path, received: revealSecrets(redact(wrong, String(steps.at(-1)))) },
      ]);
      expect(parsed.unknownFields).toEqual([]);
    }
  });
});

describe('missing, empty and null', () => {
  test.each(['subscriptions', 'pastSubscriptions', 'trials', 'services'] as const)(
    'are three different things for %s',
    (key) => {
      expect(parse({})).not.toHaveProperty(key);
      expect(parse({ [key]: [] })[key]).toEqual([]);
      expect(parse({ [key]: null })[key]).toBeNull();
    },
  );

  test('are three different things for subscription', () => {
    expect(parse({})).not.toHaveProperty('subscription');
    expect(parse({ subscription: {} }).subscription).toEqual({});
    expect(parse({ subscription: null }).subscription).toBeNull();
  });

  test('all mean no credential, and empty text becomes null', () => {
    const parsed = parse({ authToken: '', services: [{ token: '', secret: '' }] });
    expect(parsed).toMatchObject({ authToken: null, services: [{ token: null, secret: null }], unexpectedValues: [] });
  });
});

test.each([
  ['undefined', undefined],
  ['null', null],
  ['a list', []],
  ['text', 'text'],
  ['a number', 7],
])('rejects %s as an account', (_, reply) => {
  expect(parseAccount(reply)).toBeUndefined();
});

describe('a timestamp', () => {
  test.each<[string, unknown, string]>([
    ['epoch seconds', 1_711_257_217, '2024-03-24T05:13:37.000Z'],
    ['the first second', 1, '1970-01-01T00:00:01.000Z'],
    ['fractional epoch seconds', 1_711_257_217.5, '2024-03-24T05:13:37.500Z'],
    ['the last second of the year 9999', 253_402_300_799, '9999-12-31T23:59:59.000Z'],
    ['ISO in UTC', '2024-03-24T05:13:37Z', '2024-03-24T05:13:37.000Z'],
    ['ISO with milliseconds', '2024-03-24T05:13:37.250Z', '2024-03-24T05:13:37.250Z'],
    ['ISO with an offset', '2024-03-24T05:13:37+02:00', '2024-03-24T03:13:37.000Z'],
    ['ISO with an offset into the day before', '2024-03-01T00:30:00+02:00', '2024-02-29T22:30:00.000Z'],
    ['ISO without a zone, taken as UTC', '2024-03-24T05:13:37', '2024-03-24T05:13:37.000Z'],
    ['ISO without seconds', '2024-03-24T05:13Z', '2024-03-24T05:13:00.000Z'],
    ['epoch seconds as text', '1711257217', '2024-03-24T05:13:37.000Z'],
    ['fractional epoch seconds as text', ' 1711257217.5 ', '2024-03-24T05:13:37.500Z'],
    ['the XML form', '2024-03-24 05:13:37 UTC', '2024-03-24T05:13:37.000Z'],
    ['a leap day', '2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['a leap day in a year divisible by 400', '2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['the last second of 9999 as text', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('may be %s', (_, sent, iso) => {
    const {
      subscription: { subscribedAt } = {},
      joinedAt,
      unexpectedValues,
    } = parse({
      subscription: { subscribedAt: sent },
      joinedAt: sent,
    }) as Account & { subscription: Subscription };
    expect([subscribedAt, joinedAt]).toEqual([new Date(iso), new Date(iso)]);
    expect(unexpectedValues).toEqual([]);
  });

  test('without a zone is UTC in any time zone of the reader', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const { joinedAt } = parse({ joinedAt: '2024-03-24 05:13:37' });
    vi.unstubAllEnvs();
    expect(joinedAt).toEqual(new Date('2024-03-24T05:13:37Z'));
  });

  test.each(['Pacific/Kiritimati', 'Asia/Tokyo', 'UTC', 'America/New_York', 'Pacific/Pago_Pago'])(
    'that is a day without a time is the same day in %s',
    (timeZone) => {
      vi.stubEnv('TZ', timeZone);
      const { joinedAt } = parse({ joinedAt: '2024-03-24' });
      const local = [joinedAt?.getFullYear(), joinedAt?.getMonth(), joinedAt?.getDate()];
      vi.unstubAllEnvs();
      expect(joinedAt).toBeInstanceOf(CalendarDay);
      expect(local).toEqual([2024, 2, 24]);
    },
  );

  test.each<[string, unknown]>([
    ['0', 0],
    ['negative', -1],
    ['less than a millisecond', 0.0001],
    ['milliseconds in place of seconds', 1_711_257_217_000],
    ['1e15', 1e15],
    ['the largest number', Number.MAX_VALUE],
    ['infinite', JSON.parse('1e999')],
    ['the first second of the year 10000', 253_402_300_800],
    ['text with a year of five digits', '10000-01-01T00:00:00Z'],
    ['before 1970', '1969-12-31T23:59:59Z'],
    ['30 February', '2024-02-30T00:00:00Z'],
    ['29 February in a common year', '2023-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['31 April', '2024-04-31 05:13:37 UTC'],
    ['month 13', '2024-13-01'],
    ['day 0', '2024-01-00'],
    ['hour 25', '2024-03-24T25:00:00Z'],
    ['minute 60', '2024-03-24 05:60:00 UTC'],
    ['an impossible offset', '2024-03-24T05:13:37+99:99'],
    ['in American order', '03/24/2024'],
    ['a word', 'yesterday'],
    ['blank', ' '],
    ['a year as text', '2024'],
    ['milliseconds as text', '1711257217000'],
  ])('is dropped without its neighbours when it is %s', (_, sent) => {
    const {
      subscription: parsedSubscription,
      title,
      unexpectedValues,
    } = parse({
      subscription: { active: true, subscribedAt: sent },
      title: 'Ada',
    });
    expect({ parsedSubscription, title }).toEqual({ parsedSubscription: { active: true }, title: 'Ada' });
    expect(unexpectedValues).toEqual([{ path: 'subscription.subscribedAt', received: redact(sent) }]);
  });
});

describe('a list of languages', () => {
  test.each<[string, unknown, string[]]>([
    ['an array', ['en', 'sv'], ['en', 'sv']],
    ['an empty array', [], []],
    ['text with commas', 'en,sv', ['en', 'sv']],
    ['text with spaces and empty parts', ' en , ,sv,', ['en', 'sv']],
    ['one language', 'pt-BR', ['pt-BR']],
    ['empty text', '', []],
  ])('may be %s', (_, sent, languages) => {
    const { profile: parsedProfile, unexpectedValues } = parse({ profile: { defaultAudioLanguages: sent } });
    expect(parsedProfile?.defaultAudioLanguages).toEqual(languages);
    expect(unexpectedValues).toEqual([]);
  });
});

describe('a list', () => {
  test('of texts drops only the items that are not text', () => {
    const {
      roles,
      profile: parsedProfile,
      unexpectedValues,
    } = parse({
      roles: ['a', 5, 'b', null],
      profile: { defaultAudioLanguages: ['en', {}, 'sv'] },
    });
    expect(roles).toEqual(['a', 'b']);
    expect(parsedProfile?.defaultAudioLanguages).toEqual(['en', 'sv']);
    expect(unexpectedValues.map(({ path }) => path)).toEqual([
      'roles[1]',
      'roles[3]',
      'profile.defaultAudioLanguages[1]',
    ]);
  });

  test('of objects puts an empty object in the place of another value', () => {
    const { services, unexpectedValues } = parse({ services: ['x', { status: 'online' }, null, [1]] });
    expect(services).toEqual([{}, { status: 'online' }, {}, {}]);
    expect(unexpectedValues).toEqual([
      { path: 'services[0]', received: 'x' },
      { path: 'services[2]', received: null },
      { path: 'services[3]', received: [1] },
    ]);
  });
});

test('keeps an unknown word where only some words are known', () => {
  const {
    subscription: parsedSubscription,
    mailingListStatus,
    unexpectedValues,
  } = parse({
    subscription: { status: 'Hibernating', plan: 'weekly' },
    mailingListStatus: 'error',
  });
  expect({ parsedSubscription, mailingListStatus }).toEqual({
    parsedSubscription: { status: 'Hibernating', plan: 'weekly' },
    mailingListStatus: 'error',
  });
  expect(unexpectedValues).toEqual([]);
});

describe('a trial', () => {
  test.each<[string, unknown]>([
    ['text', 'thirty days'],
    ['a number', 30],
    ['a boolean', true],
    ['null', null],
    ['a list', ['a', ['b']]],
    ['an empty object', {}],
  ])('is kept as %s', (_, trial) => {
    expect(parse({ trials: [trial, trial] })).toMatchObject({ trials: [trial, trial], unexpectedValues: [] });
  });

  test('is parsed as a subscription record when it is an object, and its other keys are kept', () => {
    const { trials, unknownFields } = parse({ trials: [{ endsAt: 1_700_000_000, days: { left: 3 } }] });
    expect(trials).toEqual([{ endsAt: at(1_700_000_000) }]);
    expect(unknownFields).toEqual([{ path: 'trials[0].days', value: { left: 3 } }]);
  });
});

describe('an unknown key', () => {
  test('is kept at any depth', () => {
    const { unknownFields, received } = parse({
      shoeSize: 42,
      subscription: { mood: ['good'] },
      services: [{}, { region: 'eu' }],
      subscriptions: [{ billing: { card: null } }],
    });
    expect(unknownFields).toEqual([
      { path: 'subscription.mood', value: ['good'] },
      { path: 'subscriptions[0].billing.card', value: null },
      { path: 'services[1].region', value: 'eu' },
      { path: 'shoeSize', value: 42 },
    ]);
    expect(received).toHaveProperty('subscription.mood', ['good']);
  });

  test('does not become a key of the account', () => {
    expect(parse({ shoeSize: 42 })).not.toHaveProperty('shoeSize');
  });

  test.each(['unexpectedValues', 'unknownFields', 'received'] as const)(
    'named %s does not replace our own key',
    (key) => {
      const parsed = parse({ [key]: 'from plex.tv' });
      expect(parsed[key]).not.toBe('from plex.tv');
      expect(parsed.unknownFields).toEqual([{ path: key, value: 'from plex.tv' }]);
    },
  );

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'hasOwnProperty', 'then', ''])(
    'named "%s" does no harm',
    (key) => {
      const value = { isAdmin: true };
      const hostile: Json = JSON.parse(JSON.stringify({ KEY: value }).replace('KEY', key));
      const parsed = parse({ ...fullReply, ...hostile, subscription: hostile, services: [hostile], trials: [hostile] });
      expect(parsed).toMatchObject({ id: 12345, title: 'Ada', unexpectedValues: [] });
      expect(String(parsed)).toBe('[object Object]');
      expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
      expect(Object.entries(parsed.received.subscription ?? {})).toEqual([[key, value]]);
      expect(parsed.unknownFields).toHaveLength(4);
      expect(parsed.unknownFields).toEqual(
        expect.arrayContaining(
          [key, `subscription.${key}`, `services[0].${key}`, `trials[0].${key}`].map((path) => ({ path, value })),
        ),
      );
      expect({}).not.toHaveProperty('isAdmin');
    },
  );
});

describe('secrets are hidden', () => {
  const token = 'xK7-pQ9_mN2vB4cX8zLw';

  test.each<[string, Json]>([
    ['in a key of the wrong type', { username: { accessToken: token } }],
    ['in the wrong place', { services: { epg: { token } } }],
    ['as an item that is not an object', { services: [token] }],
    ['in a list in place of a credential', { services: [{ token: [token] }] }],
    ['as a key under a credential', { authToken: { [token]: true } }],
    ['as a number', { authToken: { code: 123_456_789 }, pin: 1234 }],
    ['under an unknown key with a secret name', { sessionCookie: 'abc' }],
    ['under an unknown key with any name', { blob: token }],
    ['in an unknown URL', { link: `https://example.com/?X-Plex-Token=abc` }],
    ['in JSON inside a string', { settings: [{ value: `{"a":[{"token":"abc"}]}` }] }],
    ['in JSON in the wrong place', { services: `[{"token":"${token}"}]` }],
    ['in a trial that is text', { trials: [token] }],
    ['in the URL of a known picture', { thumb: 'https://plex.tv/avatar?X-Plex-Token=abc' }],
    ['in JSON in place of a known name', { title: '{"token":"abc"}', roles: ['plexpass', '[{"secret":"abc"}]'] }],
    [
      'in a header in place of a known language',
      { profile: { defaultAudioLanguages: 'en,Bearer eyJhbGciOiJFZERTQSIsImtpZCI6ImFiYyJ9.eyabc.xK7' } },
    ],
    [
      'many levels below a secret name',
      { providers: { token: JSON.parse(`${'{"a":'.repeat(60)}"abc"${'}'.repeat(60)}`) } },
    ],
  ])('%s', (_, reply) => {
    expect(JSON.stringify(parse(reply))).not.toMatch(/abc|xK7|1234/);
  });

  test('and can still be revealed', () => {
    const { unexpectedValues, unknownFields, received } = parse({ pin: [1234], blob: token });
    expect(revealSecrets(unexpectedValues)).toEqual([{ path: 'pin', received: [{ secret: '1234' }] }]);
    expect(revealSecrets(unknownFields)).toEqual([{ path: 'blob', value: { secret: token } }]);
    expect(revealSecrets(received)).toEqual({ pin: [{ secret: '1234' }], blob: { secret: token } });
  });
});

describe('a very large reply is parsed', () => {
  const deepList: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const deepObject: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
  const deepText = '['.repeat(100_000) + ']'.repeat(100_000);

  test.each(fields)('with 100,000 levels in $path', ({ steps }) => {
    for (const deep of [deepList, deepObject]) {
      const parsed = parse(withAt(fullReply, steps, deep));
      expect(JSON.stringify(parsed).length).toBeLessThan(100_000);
    }
  });

  test('with 100,000 levels in an unknown key', () => {
    expect(parse({ id: 1, new: deepList, newer: deepObject, newest: deepText }).unknownFields).toHaveLength(3);
  });

  test.each<[string, unknown, number]>([
    ['services', 0, 200_000],
    ['roles', 7, 200_000],
    ['trials', 'x', 0],
    ['providers', 'x', 0],
    ['somethingNew', 'x', 0],
  ])('with 200,000 items in %s', (key, item, unexpectedCount) => {
    const parsed = parse({ id: 1, [key]: Array.from({ length: 200_000 }, () => item) });
    expect(parsed.id).toBe(1);
    expect(parsed.unexpectedValues).toHaveLength(unexpectedCount);
  });

  test('with 200,000 unknown keys', () => {
    const keys = Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]);
    expect(parse(Object.fromEntries(keys)).unknownFields).toHaveLength(200_000);
  });

  test.each([
    ['a URL with many parameters', 'https://example.com/?'.concat('token&'.repeat(40_000))],
    ['a URL with one long parameter', 'https://example.com/?'.concat('token'.repeat(40_000))],
    ['many halves of a JWT', 'eyJ-'.repeat(50_000)],
    ['many at signs', '://'.repeat(50_000)],
  ])('without delay with %s', (_, text) => {
    const start = performance.now();
    parse({ unknown: text });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test.each<[sent: unknown, parsed: boolean]>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [' TRUE ', true],
  [false, false],
  [0, false],
  ['0', false],
  ['False', false],
])('reads %j as a boolean', (sent, parsed) => {
  const {
    subscription: parsedSubscription,
    home,
    unexpectedValues,
  } = parse({ subscription: { active: sent }, home: sent });
  expect([parsedSubscription?.active, home]).toEqual([parsed, parsed]);
  expect(unexpectedValues).toEqual([]);
});

test.each<[sent: unknown, parsed: number]>([
  ['3', 3],
  ['0', 0],
  ['-7', -7],
])('reads %j as an integer', (sent, parsed) => {
  expect(parse({ homeSize: sent })).toMatchObject({ homeSize: parsed, unexpectedValues: [] });
});

test.each<[sent: unknown, parsed: string[]]>([
  ['plexpass', ['plexpass']],
  ['all, roku,,ios', ['all', 'roku', 'ios']],
  ['', []],
  [{ role: ['plexpass', 'jester'] }, ['plexpass', 'jester']],
  [{ role: 'plexpass' }, ['plexpass']],
])('reads %j as a list of texts', (sent, parsed) => {
  const { roles, entitlements, unexpectedValues, received } = parse({ roles: sent, entitlements: sent });
  expect([roles, entitlements]).toEqual([parsed, parsed]);
  expect(unexpectedValues).toEqual([]);
  expect(received).toEqual({ roles: sent, entitlements: sent });
});

describe('a list inside an object', () => {
  const item = { type: 'plexpass', mode: 7, odd: 'x' };
  test.each<[what: string, sent: object, path: string]>([
    ['with its items', { subscription: [item] }, 'subscriptions[0]'],
    ['with one item', { subscription: item }, 'subscriptions[0]'],
  ])('is read %s, and kept as sent', (_, sent, path) => {
    const parsed = parse({ id: 1, subscriptions: sent, title: 'Ada' });
    expect(parsed.subscriptions).toEqual([{ type: 'plexpass' }]);
    expect(parsed.unexpectedValues).toEqual([{ path: `${path}.mode`, received: 7 }]);
    expect(parsed.unknownFields).toEqual([{ path: `${path}.odd`, value: 'x' }]);
    expect(parsed.received).toEqual({ id: 1, subscriptions: sent, title: 'Ada' });
    expect(Object.keys(parsed.received)).toEqual(['id', 'subscriptions', 'title']);
  });

  test('keeps its path as sent', () => {
    const several = parse({ subscriptions: { subscription: [item, item] } }).wrappedLists;
    expect(pathAsSent('subscriptions[1].mode', several)).toBe('subscriptions.subscription[1].mode');
    expect(pathAsSent('subscriptions', several)).toBe('subscriptions.subscription');
    expect(pathAsSent('subscriptionsOf', several)).toBe('subscriptionsOf');
    const one = parse({ subscriptions: { subscription: item } }).wrappedLists;
    expect(pathAsSent('subscriptions[0].mode', one)).toBe('subscriptions.subscription.mode');
  });

  test.each([{ first: 'a text' }, { a: [item], b: [item] }, {}, { subscription: null }])(
    'is unexpected when the object is another one: %j',
    (sent) => {
      const parsed = parse({ subscriptions: sent });
      expect(parsed).not.toHaveProperty('subscriptions');
      expect(parsed.unexpectedValues).toEqual([{ path: 'subscriptions', received: sent }]);
    },
  );
});

describe('a credential that plex.tv repeats in another place', () => {
  const token = 'xK7pQ9mN2vB4cX8zLwRt';
  const repeats: [how: string, text: string][] = [
    ['as it is', `hello ${token}`],
    ['in lower case', token.toLowerCase()],
    ['reversed', [...token].reverse().join('')],
    ['as base64', Buffer.from(`token=${token}`).toString('base64')],
    ['percent-encoded', `%78K7pQ9mN2vB4cX8zLwRt`],
    ['as HTML entities', [...token].map((character) => `&#x${character.charCodeAt(0).toString(16)};`).join('')],
    ['as JSON escapes', `\\u0078${token.slice(1)}`],
  ];

  test.each(repeats)('is hidden %s', (_, text) => {
    const sent = {
      authToken: token,
      title: text,
      country: 'SE',
      roles: ['plexpass', text],
      subscription: { features: [text, 'pass'], plan: text },
      subscriptions: [{ mode: text, transfer: { note: text } }],
      news: { note: text },
      [text]: 1,
    };
    const parsed = parse(sent);
    expect(parsed).toMatchObject({ country: 'SE', roles: ['plexpass'], subscription: { features: ['pass'] } });
    expect(parsed).not.toHaveProperty('title');
    expect(parsed.unexpectedValues.map(({ path }) => path)).toContain('title');
    expect(parsed.unknownFields.map(({ path }) => path)).toEqual(['news', '[hidden key 1]']);
    expect(JSON.stringify(parsed)).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  test('is hidden in a comma-separated text', () => {
    const parsed = parse({ authToken: token, roles: `plexpass,${token}` });
    expect(parsed).not.toHaveProperty('roles');
    expect(JSON.stringify(parsed)).not.toContain(token);
  });

  test('is hidden when it is the token of a service', () => {
    const parsed = parse({ services: [{ token, identifier: `of ${token}` }] });
    expect(JSON.stringify(parsed)).not.toContain(token);
    expect(parsed.services).toEqual([{ token: expect.anything() }]);
  });

  test('hides no id that is also the id of a queue, and no word that is also a short secret', () => {
    const parsed = parse({ uuid: '212acf24b07315e5', queueUid: '212acf24b07315e5', pin: 'Ada', title: 'Ada' });
    expect(parsed).toMatchObject({ uuid: '212acf24b07315e5', title: 'Ada', unexpectedValues: [] });
  });
});

test.each([
  'eyal.cohen.tv',
  'eyJhbGciOiJF.eyJz.sig',
  'ey.ey.ey',
  'eyJ9.a.b',
  '"EyalCohen1234567890"',
  'W3sia2V5Ijox.a.b',
])('keeps the name %s: it is no token', (name) => {
  expect(parse({ title: name, username: name, email: name })).toMatchObject({ title: name, unexpectedValues: [] });
});

test.each([
  'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.',
  'token_eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJl',
  Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url').concat('.e30.x'),
  Buffer.from('{ "alg": "RS256" }').toString('base64url').concat('.e30.x'),
])('hides %s, which holds a token', (text) => {
  const parsed = parse({ title: text });
  expect(parsed).not.toHaveProperty('title');
  expect(JSON.stringify(parsed)).not.toContain(text);
});
