import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formerPassAccount } from '../../sample/accounts/former-pass-account.ts';
import { freeAccount } from '../../sample/accounts/free-account.ts';
import { lifetimePassAccount } from '../../sample/accounts/lifetime-pass-account.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member-account.ts';
import { monthlyPassAccount } from '../../sample/accounts/monthly-pass-account.ts';
import { newestFormatAccount } from '../../sample/accounts/newest-format-account.ts';
import { oddAccount } from '../../sample/accounts/odd-account.ts';
import { accountFrom } from '../../test/account-from.ts';
import { anyCharacter } from '../../test/arbitrary-reply.ts';
import { fullReply } from '../../test/full-reply.ts';
import { propertyRuns, propertyTimeoutMs } from '../../test/property-runs.ts';
import { secretsIn } from '../../test/secrets-in.ts';
import { waitingSources } from '../../test/sources.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { shareAccount } from './share-account.ts';

const now = new Date('2026-11-23T12:00:00Z');
const choices: ShareChoice[] = ['email', 'names', 'ids', 'avatar', 'dates'];
const ticks: ShareChoice[][] = [[], ...choices.map((choice) => [choice]), choices];

/** The shared text of each format, and the parsed JSON. */
function everythingShared(reply: object, shown: ShareChoice[]): string {
  const account = accountFrom(reply);
  const json = shareAccount(account, waitingSources, 'json', new Set(shown), now).text;
  const texts = (['sentences', 'markdown'] as const).map((format) => {
    return shareAccount(account, waitingSources, format, new Set(shown), now).text;
  });
  return [...texts, json, String(strings(JSON.parse(json)))].join('\n');
}

function strings(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).flatMap(([key, item]) => [key, ...strings(item)]);
}

const samples = [
  monthlyPassAccount,
  lifetimePassAccount,
  freeAccount,
  formerPassAccount,
  managedMemberAccount,
  newestFormatAccount,
  oddAccount,
].map((sample) => ({ ...sample(now), authToken: 'signed-in-AND-20chrs' }));

test.each(samples)('shares no secret of the sample account of $email, whatever is ticked', (sample) => {
  const secrets = secretsIn(sample).filter((secret) => secret.length >= 6);
  expect(secrets.length).toBeGreaterThan(5);
  for (const shown of ticks) {
    const shared = everythingShared(sample, shown);
    expect(secrets.filter((secret) => shared.includes(secret))).toEqual([]);
  }
});

test.each(samples)('shares nothing that identifies $email when nothing is ticked', (sample) => {
  const shared = everythingShared(sample, []);
  const keys = ['email', 'username', 'title', 'friendlyName', 'id', 'uuid', 'thumb'];
  const values = keys.map((key) => Reflect.get(sample, key)).filter((value) => value !== undefined && value !== '');
  expect(values.length).toBeGreaterThan(3);
  expect(values.filter((value) => shared.includes(String(value)))).toEqual([]);
});

/** Any character, and more often a troublesome one. */
const unit = fc.oneof(fc.constantFrom('`', '<', '|', '"', '\n', '\u0301', '\u200B', '\u202E'), anyCharacter);

/** A reply with any JSON under known and unknown keys, and with `planted` in it: alone, inside a longer text, as a key. */
function replyHolding(planted: string | number): fc.Arbitrary<object> {
  const key = fc.oneof(
    fc.constantFrom(...Object.keys(fullReply), 'status', 'features', 'endsAt', 'state', '__proto__', String(planted)),
    fc.string({ unit }),
  );
  const scalar = fc.oneof(
    fc.constantFrom<unknown>(planted, ` ${planted}\n`, `a${planted}\u0301`, `x/${planted}?a=b`, `[${planted}]`),
    fc.jsonValue({ maxDepth: 0 }),
    fc.string({ unit }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      tie('list'),
      tie('object'),
      tie('object').map((item) => JSON.stringify(item)),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  }));
  return fc
    .dictionary(key, value, { maxKeys: 12 })
    .map((changes) => ({ ...fullReply, ...JSON.parse(JSON.stringify(changes)) }));
}

const shown = fc.subarray(choices);
const places: ((secret: string) => object)[] = [
  (authToken) => ({ authToken }),
  (pin) => ({ pin }),
  (token) => ({ services: [{ token, status: token, endpoint: `https://${token}.example.com` }] }),
  (deviceToken) => ({ deviceToken }),
];

test(
  'hides a secret wherever else it stands, whatever is ticked',
  () => {
    const secret = 'Ж-Secret';
    fc.assert(
      fc.property(fc.constantFrom(...places), replyHolding(secret), shown, (secretEntry, reply, ticked) => {
        expect(everythingShared({ ...reply, ...secretEntry(secret) }, ticked)).not.toContain(secret);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);

test(
  'hides a secret of any characters',
  () => {
    // Every shared text contains words of its own, such as "hidden".
    const vocabulary = everythingShared(fullReply, []);
    const anySecret = fc
      .oneof(fc.string({ minLength: 6 }), fc.string({ minLength: 6, unit }))
      .filter(
        (secret) => !vocabulary.includes(secret) && /[\p{L}\p{N}\p{P}\p{S}]{4}/u.test(secret.replace(/\p{M}/gu, '')),
      );
    fc.assert(
      fc.property(
        anySecret.chain((secret) => fc.tuple(fc.constant(secret), replyHolding(secret))),
        shown,
        ([authToken, reply], ticked) => {
          expect(everythingShared({ ...reply, authToken }, ticked)).not.toContain(authToken);
        },
      ),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);

const identifying: [string, string | number][] = [
  ['email', 'q.zweig@example.com'],
  ['email', 'no address'],
  ['username', 'Q.Zweig'],
  ['title', '💎Zweig💎'],
  ['friendlyName', 'Ängström, Q. `Z`'],
  ['id', 987_654_321],
  ['uuid', '0f1e2d3c4b5a6978'],
  ['thumb', 'https://example.com/face.png'],
];

test(
  'hides what identifies the person, wherever it stands, when nothing is ticked',
  () => {
    const valueAndReply = fc
      .constantFrom(...identifying)
      .chain(([key, value]) => fc.tuple(fc.constant(key), fc.constant(value), replyHolding(value)));
    fc.assert(
      fc.property(valueAndReply, ([key, value, reply]) => {
        expect(everythingShared({ ...reply, [key]: value }, [])).not.toContain(String(value));
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);

test(
  'shares any account as valid JSON and as Markdown with one line for each value',
  () => {
    fc.assert(
      fc.property(replyHolding('planted'), shown, (reply, ticked) => {
        const account = accountFrom(reply);
        const markdown = shareAccount(account, waitingSources, 'markdown', new Set(ticked), now);
        const json = shareAccount(account, waitingSources, 'json', new Set(ticked), now);
        expect(json.hidden).toBe(markdown.hidden);
        expect(Object.keys(JSON.parse(json.text)).length).toBe(Object.keys(account.received).length);
        const sentences = shareAccount(account, waitingSources, 'sentences', new Set(ticked), now).text.split('\n');
        expect(sentences.pop()).toBe('');
        for (const sentence of sentences) expect(sentence).toMatch(/^(?:[\p{Lu}\d]|plex\.tv ).*\.$/u);
        expect(sentences.length).toBeLessThanOrEqual(11);
        for (const line of markdown.text.split('\n').slice(4, -1))
          expect(line).toMatch(
            /^- `[^`]+`: `.+`(?: \((?:Remote Watch Pass|(?:the token gives an end that )?cannot be right|(?:this end|the end of the token) has passed)\))?$/,
          );
        expect(json.text + markdown.text + sentences.join('\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);
