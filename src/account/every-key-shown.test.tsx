import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { accountSchema } from '../plex/account/account.ts';
import { pathOf } from '../plex/account/parse-reply.ts';
import { boolean, integer, secret, stringList, text, timestamp, unknownValue } from '../plex/account/reply-fields.ts';
import { accessWith } from '../test/access.ts';
import { accountFrom } from '../test/account-from.ts';
import { localNoon } from '../test/local-noon.ts';
import { WithLazyPanels } from '../test/with-lazy-panels.tsx';
import { formatDate } from './facts/format-date.ts';
import { sections } from './sections.tsx';

/** The parts of a valibot schema that `fill` reads. */
type Schema = {
  type: string;
  pipe?: Schema[];
  entries?: Record<string, { wrapped: Schema }>;
  item?: Schema;
  getter?: (value: unknown) => Schema;
};

type ExpectedTexts = Map<string, string>;

/** Keys whose value is never shown, with the text that stands for it. */
const substitutes: Record<string, string> = { pin: 'Set, never shown' };

/** A value that fits a schema and is different for every key. Collects the text that should show each value. */
function fill(schema: Schema, keys: (string | number)[], expectedTexts: ExpectedTexts): unknown {
  const entries = schema.pipe?.find((part) => part.entries)?.entries;
  if (entries) {
    return Object.fromEntries(
      Object.entries(entries).map(([key, { wrapped }]) => [key, fill(wrapped, [...keys, key], expectedTexts)]),
    );
  }
  const number = 1000 + expectedTexts.size;
  const [sent, shown] = leafValue(schema, number) ?? [];
  if (sent !== undefined && shown !== undefined) {
    const path = pathOf(keys);
    expectedTexts.set(path, substitutes[path] ?? shown);
    return sent;
  }
  if (schema.item) return [fill(schema.item, [...keys, 0], expectedTexts)];
  if (schema.getter) return fill(schema.getter({}), keys, expectedTexts);
  throw new Error(`this test does not know how to fill ${pathOf(keys)} (${schema.type})`);
}

function leafValue(schema: unknown, number: number): [sent: unknown, shown: string] | undefined {
  const word = `k${number}z`;
  switch (schema) {
    case text:
    case secret:
    case unknownValue:
      return [word, word];
    case boolean: // true and false occur everywhere: an unexpected value is shown as received
      return [word, word];
    case integer:
      return [number, String(number)];
    case stringList:
      return [[word], word];
    case timestamp: {
      const date = new Date(localNoon('2001-01-01').getTime() + (number - 1000) * 86_400_000);
      return [date.toISOString(), formatDate(date)];
    }
    default:
      return undefined;
  }
}

test('shows every key of the account schema in a panel other than “Everything”', async () => {
  const expectedTexts: ExpectedTexts = new Map();
  const reply = fill(accountSchema as unknown as Schema, [], expectedTexts);
  expect(expectedTexts.size).toBeGreaterThan(120);
  const account = accountFrom(reply as object);
  const panels = sections.filter(({ id }) => id !== 'everything');
  render(
    <WithLazyPanels>
      {panels.map(({ Panel, ...section }) => (
        <Panel key={section.id} {...section} account={account} now={localNoon('2026-11-23')} access={accessWith()} />
      ))}
    </WithLazyPanels>,
  );
  for (const button of screen.getAllByRole('button', { name: /^Reveal/ })) await userEvent.click(button);

  const shown = document.body.textContent ?? '';
  const missing = [...expectedTexts].filter(([, expected]) => !shown.includes(expected)).map(([path]) => path);
  expect(missing).toEqual([]);
});
