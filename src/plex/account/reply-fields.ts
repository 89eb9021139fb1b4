import * as v from 'valibot';
import { isRecord } from '../http/is-record.ts';
import { hasCredential, redact } from '../secrets/redact.ts';
import { Secret } from '../secrets/secret.ts';
import { CalendarDay } from './calendar-day.ts';

/*
 * Schemas for the values that plex.tv sends. Each is strict: a value that does not fit gives an issue at its own path,
 * and `parseAccount` lists that as an unexpected value. `undefined` means "not sent", `null` that plex.tv sent null.
 */

/** The issue for a key that the schema does not name. */
export const unknownKey = 'unknown key';
/** The issue for a value that should be an object. */
export const notAnObject = 'not an object';

/** An object with these keys. Each key may be missing or null. Any other key gives its own issue. */
export function replyObject<const E extends v.ObjectEntries>(entries: E) {
  const optional = Object.fromEntries(Object.entries(entries).map(([key, schema]) => [key, v.nullish(schema)]));
  const schema = v.pipe(v.custom<object>(isRecord, notAnObject), v.objectWithRest(optional, v.never(unknownKey)));
  return schema as unknown as v.GenericSchema<
    unknown,
    { -readonly [K in keyof E]?: v.InferOutput<E[K]> | null | undefined }
  >;
}

/** Text that is safe to show. A text with a credential gives an issue, so that it gets hidden. */
export const text = v.pipe(
  v.string(),
  v.check((value) => !hasCredential(value)),
);

const booleanWords: Record<string, boolean> = { true: true, 1: true, false: false, 0: false };

/** true or false. Another client of 2026 also reads 0 and 1, and XML has them as text. */
export const boolean = v.pipe(
  v.union([v.boolean(), v.number(), v.string()]),
  v.transform((value) => {
    const word = String(value).trim().toLowerCase();
    return Object.hasOwn(booleanWords, word) ? booleanWords[word] : undefined;
  }),
  v.boolean(),
);

/** An integer below 2⁵³, which JSON carries exactly. Also as text, as in XML. */
export const integer = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => (typeof value === 'string' && /^(?:0|-?[1-9]\d*)$/.test(value) ? Number(value) : value)),
  v.number(),
  v.safeInteger(),
);

/** An array of texts, or comma-separated text, as another client of 2026 reads it. */
export const stringList = v.lazy((value) =>
  typeof value === 'string' ? v.pipe(text, v.transform(splitCommas)) : v.array(text),
) as v.GenericSchema<unknown, string[]>;
/** A value without a documented type: kept as sent, with its secrets hidden. */
export const unknownValue = v.pipe(
  v.unknown(),
  v.transform((value) => redact(value)),
);

/** A credential. Without one, plex.tv sends null, "" or no key. "" becomes null. */
export const secret = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : new Secret(value))),
);

/** `"10,4"` as `["10", "4"]`; `""` as `[]`. */
function splitCommas(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const isoOrXml = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;
/** Nine digits or more: `2024` would be a year. */
const epochText = /^\d{9,}(?:\.\d+)?$/;
const dayText = /^\d{4}-\d\d-\d\d$/;

/**
 * A time: epoch seconds (also as text), ISO 8601, or the `2024-03-24 05:13:37 UTC` of plex.tv's XML. A day without a time
 * becomes a `CalendarDay`. Impossible times give an issue: 30 February, a time after the year 9999 (such as milliseconds
 * in place of seconds), a time before 1970, and 0.
 */
export const timestamp = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => {
    const sent = typeof value === 'string' ? value.trim() : value;
    return { sent, milliseconds: typeof sent === 'number' ? sent * 1000 : parseDateText(sent) };
  }),
  v.check(({ milliseconds }) => milliseconds >= 1 && milliseconds <= lastSecond * 1000),
  v.transform(({ sent, milliseconds }) =>
    typeof sent === 'string' && dayText.test(sent) ? new CalendarDay(sent) : new Date(milliseconds),
  ),
);

function parseDateText(dateText: string): number {
  if (epochText.test(dateText)) return Number(dateText) * 1000;
  const [, year, month, day, time = '00:00', zone = 'Z'] = isoOrXml.exec(dateText) ?? [];
  const midnightMs = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript reads 30 February as 1 March, so compare the day.
  if (Number.isNaN(midnightMs) || new Date(midnightMs).getUTCDate() !== Number(day)) return Number.NaN;
  return Date.parse(`${year}-${month}-${day}T${time}${zone === 'UTC' ? 'Z' : zone}`);
}
