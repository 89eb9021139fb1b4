// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formerPassAccount } from '../sample/accounts/former-pass-account.ts';
import { lifetimePassAccount } from '../sample/accounts/lifetime-pass-account.ts';
import { monthlyPassAccount } from '../sample/accounts/monthly-pass-account.ts';
import { accountFrom } from '../test/account-from.ts';
import { arbitraryReply, plantedSecret, seed } from '../test/arbitrary-reply.ts';
import { buildStatement } from '../test/build-statement.ts';
import { fullReply } from '../test/full-reply.ts';
import { hostileTexts } from '../test/hostile-texts.ts';
import { sections } from './sections.tsx';
import { shareAccount } from './share/share-account.ts';

type Markup = { made: Set<string>; addresses: string[] };

/** Every element, every attribute by its element, and every address. In text and attributes `<`, `>` and `"` are written otherwise. */
function markupOf(html: string): Markup {
  const made = new Set<string>();
  const addresses: string[] = [];
  for (const [, element = '', attributes = ''] of html.matchAll(/<([^\s>]+)([^>]*)>/g)) {
    made.add(element);
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
      made.add(`${element} ${name}`);
      if (/^(?:href|src|srcset|action|formaction|data|poster)$/i.test(name)) addresses.push(value);
    }
  }
  return { made, addresses };
}

const { renderStatement } = await buildStatement();
const now = new Date('2026-11-23T12:00:00Z');

/** What the page makes of accounts with nothing wrong in them. */
const own = markupOf(
  [fullReply, monthlyPassAccount(now), lifetimePassAccount(now), formerPassAccount(now), { home: 1 }, {}]
    .map((reply) => renderStatement(reply, now))
    .join(''),
);
/** What is read of these is more than nothing, whatever else came. */
const knownValues = Object.entries(fullReply);

/** Elements and attributes that are not the page's own, and addresses made of what plex.tv sent, but for the avatar's. */
function strangersIn(html: string, reply: Record<string, unknown>): string[] {
  const { made, addresses } = markupOf(html);
  const sent = JSON.stringify(reply);
  const isAvatar = (address: string) => address === reply.thumb && /^https?:/.test(address);
  const isSection = (address: string) => sections.some(({ id }) => address === `#${id}`);
  const isOwn = (address: string) => isSection(address) || (address.startsWith('https://') && !sent.includes(address));
  return [
    ...[...made].filter((name) => !own.made.has(name)),
    ...addresses.filter((address) => !isAvatar(address) && !isOwn(address)),
  ];
}

const choices = ['email', 'names', 'ids', 'avatar', 'dates'] as const;

test(`ten thousand replies are read, drawn and shared whole, as text alone, without a secret (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(arbitraryReply, fc.subarray([...choices]), (reply, ticked) => {
      const account = accountFrom(reply);
      expect(Object.keys(account.received)).toEqual(Object.keys(reply));
      const lost = knownValues.filter(
        ([key, value]) => reply[key] === value && Reflect.get(account, key) === undefined,
      );
      expect(lost).toEqual([]);

      const html = renderStatement(reply, now);
      expect(html.split('</section>').length - 1).toBe(sections.length);
      expect(strangersIn(html, reply)).toEqual([]);

      const shared = (['json', 'markdown'] as const).map(
        (format) => shareAccount(account, format, new Set(ticked), now).text,
      );
      expect([JSON.stringify(account), html, ...shared].join()).not.toContain(plantedSecret);
    }),
    { numRuns: 10_000, seed },
  );
}, 300_000);

const secretKeys = ['authToken', 'token', 'secret', 'pin', 'queueEmail', 'queueUid'];

/** The full reply with `text` in the place of every text but the credentials. */
function withTexts(node: unknown, text: string): unknown {
  if (typeof node === 'string') return text;
  if (Array.isArray(node)) return node.map((item) => withTexts(item, text));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, secretKeys.includes(key) ? value : withTexts(value, text)]),
  );
}

/** As React writes a text in HTML. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}

test.each(hostileTexts)('a hostile text in the place of every text is text, and shown as it received: %j', (text) => {
  const reply = { ...(withTexts(fullReply, text) as object), [text]: 1 };
  const html = renderStatement(reply, now);
  expect(strangersIn(html, reply)).toEqual([]);
  const everything = html.slice(html.indexOf('<section id="everything"'));
  // Once for each text, and as a key; where no text is known, what looks like a credential is hidden.
  expect(everything.split(`>${escaped(text)}</bdi>`).length).toBeGreaterThan(40);
});
