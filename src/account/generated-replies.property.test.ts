import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formerPassAccount } from '../sample/accounts/former-pass-account.ts';
import { lifetimePassAccount } from '../sample/accounts/lifetime-pass-account.ts';
import { monthlyPassAccount } from '../sample/accounts/monthly-pass-account.ts';
import { accountFrom } from '../test/account-from.ts';
import { arbitraryReply, findPlanted } from '../test/arbitrary-reply.ts';
import { fullReply } from '../test/full-reply.ts';
import { hostileTexts } from '../test/hostile-texts.ts';
import { propertyRuns, propertyTimeoutMs } from '../test/property-runs.ts';
import { renderStatement } from '../test/render-statement.tsx';
import { waitingSources } from '../test/sources.ts';
import { sections } from './sections.tsx';
import { shareAccount } from './share/share-account.ts';

type Markup = { names: Set<string>; addresses: string[] };

/** Every element, every attribute with its element, and every address. React escapes `<`, `>` and `"` elsewhere. */
function markupOf(html: string): Markup {
  const names = new Set<string>();
  const addresses: string[] = [];
  for (const [, element = '', attributes = ''] of html.matchAll(/<([^\s>]+)([^>]*)>/g)) {
    names.add(element);
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
      names.add(`${element} ${name}`);
      if (/^(?:href|src|srcset|action|formaction|data|poster)$/i.test(name)) addresses.push(value);
    }
  }
  return { names, addresses };
}

const now = new Date('2026-11-23T12:00:00Z');

/** The elements and attributes of ordinary accounts. */
const ordinary = markupOf(
  [fullReply, monthlyPassAccount(now), lifetimePassAccount(now), formerPassAccount(now), { home: 1 }, {}]
    .map((reply) => renderStatement(reply, now))
    .join(''),
);

const knownValues = Object.entries(fullReply);

/** Elements and attributes that ordinary accounts do not have, and addresses from the reply other than the avatar's. */
function injectedMarkup(html: string, reply: Record<string, unknown>): string[] {
  const { names, addresses } = markupOf(html);
  const sent = JSON.stringify(reply);
  const isAvatar = (address: string) => address === reply.thumb && /^https?:/.test(address);
  const isSection = (address: string) =>
    [...sections.map(({ id }) => id), 'this-sign-in'].some((id) => address === `#${id}`);
  const isOwn = (address: string) => isSection(address) || (address.startsWith('https://') && !sent.includes(address));
  return [
    ...[...names].filter((name) => !ordinary.names.has(name)),
    ...addresses.filter((address) => !isAvatar(address) && !isOwn(address)),
  ];
}

/** The keys of the reply. One that repeats a credential of it may be hidden. */
function expectedKeys(reply: object, received: readonly string[]): string[] {
  const values = JSON.stringify(Object.values(reply));
  return Object.keys(reply).map((key, index) => {
    const shown = received[index] ?? '';
    const isRepeated = findPlanted(key).length > 0 || values.includes(JSON.stringify(key));
    return isRepeated && /^\[hidden key \d+\]$/.test(shown) ? shown : key;
  });
}

const choices = ['email', 'names', 'ids', 'avatar', 'dates'] as const;

test(
  'reads, draws and shares any reply completely, as text only and without a secret',
  () => {
    fc.assert(
      fc.property(arbitraryReply, fc.subarray([...choices]), (reply, ticked) => {
        const account = accountFrom(reply);
        const keys = Object.keys(account.received);
        expect(keys).toEqual(expectedKeys(reply, keys));
        const lost = knownValues.filter(
          ([key, value]) => reply[key] === value && Reflect.get(account, key) === undefined,
        );
        expect(lost).toEqual([]);

        const html = renderStatement(reply, now);
        expect(html.split('</section>').length - 1).toBe(sections.length);
        expect(injectedMarkup(html, reply)).toEqual([]);

        const shared = (['json', 'markdown', 'sentences'] as const).map(
          (format) => shareAccount(account, waitingSources, format, new Set(ticked), now).text,
        );
        expect(findPlanted([JSON.stringify(account), html, ...shared].join())).toEqual([]);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);

const secretKeys = ['authToken', 'token', 'secret', 'pin', 'queueEmail', 'queueUid'];

/** Replaces every text in `node` except the credentials. */
function withTexts(node: unknown, text: string): unknown {
  if (typeof node === 'string') return text;
  if (Array.isArray(node)) return node.map((item) => withTexts(item, text));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, secretKeys.includes(key) ? value : withTexts(value, text)]),
  );
}

/** Escapes a text for HTML as React does. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}

test.each(hostileTexts)('shows a hostile text as plain text wherever plex.tv sends text: %j', (text) => {
  const reply = { ...(withTexts(fullReply, text) as object), [text]: 1 };
  const html = renderStatement(reply, now);
  expect(injectedMarkup(html, reply)).toEqual([]);
  const everything = html.slice(html.indexOf('<section id="everything"'));
  // Once for each text and once as a key, except where a text that looks like a credential is hidden.
  expect(everything.split(`>${escaped(text)}</bdi>`).length).toBeGreaterThan(40);
});
