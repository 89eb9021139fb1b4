// @vitest-environment node
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fullReply } from '../test/full-reply.ts';
import { AccountHeader } from './account-header.tsx';
import { sections } from './sections.tsx';

type Place = (string | number)[];

/** Every place in a reply: its keys, and the keys and items in them. */
function placesIn(node: unknown, place: Place = []): Place[] {
  if (typeof node !== 'object' || node === null) return [place];
  const steps = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  const inner = steps.flatMap((step) => placesIn((node as Record<string, unknown>)[step], [...place, step]));
  return place.length > 0 ? [place, ...inner] : inner;
}

/** A copy of `node` with `value` in a place. */
function withAt(node: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  const changed = withAt((node as Record<string, unknown>)[step], rest, value);
  return Array.isArray(node) ? node.with(Number(step), changed) : { ...(node as object), [step]: changed };
}

/** Draws the whole statement without the boundaries, so that a panel that throws fails the test. Counts the sections. */
function draw(reply: object): number {
  const account = accountFrom(JSON.parse(JSON.stringify(reply)));
  const now = new Date();
  const page = renderToStaticMarkup(
    <>
      <AccountHeader account={account} now={now} />
      {sections.map(({ Panel, ...section }) => (
        <Panel key={section.id} {...section} account={account} now={now} />
      ))}
    </>,
  );
  return page.split('</section>').length - 1;
}

/** What JSON may hold, with what is likely to be taken for something else. */
const anyJson = fc.oneof(
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3, noUnicodeString: false }) },
  fc.constantFrom<unknown>(
    '',
    0,
    -1,
    1.5,
    1e300,
    '__proto__',
    'constructor',
    'en,sv',
    'javascript:alert(1)',
    1_700_000_000,
  ),
  fc.array(fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 1 })), { maxLength: 12 }),
);

test('no JSON in any place of a reply keeps a panel from being drawn', () => {
  const places = fc.constantFrom(...placesIn(fullReply));
  fc.assert(
    fc.property(fc.array(fc.tuple(places, anyJson), { minLength: 1, maxLength: 3 }), (changes) => {
      // A change may take away the place of the next one.
      const reply = changes.reduce<unknown>((node, [place, json]) => {
        const isThere = placesIn(node).some((there) => there.join() === place.join());
        return isThere ? withAt(node, place, json) : node;
      }, fullReply);
      expect(draw(reply as object)).toBe(sections.length);
    }),
    { numRuns: 60 },
  );
}, 20_000);

test('no keys that nobody knows, wherever they stand, keep a panel from being drawn', () => {
  const unknown = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', 'State', 'Type', 'a.b', 'billing.card')),
    anyJson,
    { maxKeys: 4 },
  );
  fc.assert(
    fc.property(unknown, unknown, (outer, inner) => {
      const record = { ...inner, billing: { ...inner } };
      const reply = { ...outer, profile: inner, subscription: inner, services: [inner], settings: [inner] };
      expect(draw({ ...reply, subscriptions: [record], pastSubscriptions: [record], trials: [record] })).toBe(
        sections.length,
      );
    }),
    { numRuns: 40 },
  );
}, 20_000);
