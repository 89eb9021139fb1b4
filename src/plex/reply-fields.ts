import * as v from 'valibot';
import { isRecord } from './is-record.ts';
import { hasCredential, redact } from './redact.ts';
import { Secret } from './secret.ts';

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
export const boolean = v.boolean();
/** An integer below 2⁵³, which JSON carries exactly. */
export const integer = v.pipe(v.number(), v.safeInteger());
export const stringList = v.array(text);
/** A value without a documented type: kept as sent, with its secrets hidden. */
export const unknownValue = v.pipe(
  v.unknown(),
  v.transform((value) => redact(value)),
);

/** A credential. For no credential plex.tv sends null, "" or no key. "" becomes null. */
export const secret = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : new Secret(value))),
);

/** Language codes: an array, or comma-separated text since July 2026. */
export const languageList = v.lazy((value) =>
  typeof value === 'string' ? v.pipe(text, v.transform(splitCommas)) : stringList,
) as v.GenericSchema<unknown, string[]>;

/** `"10,4"` as `["10", "4"]`; `""` as `[]`. */
function splitCommas(value: string): string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const isoOrXml = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;

/**
 * A time: epoch seconds, ISO 8601, or the `2024-03-24 05:13:37 UTC` of plex.tv's XML. Impossible times give an issue:
 * 30 February, a time after the year 9999 (such as milliseconds in place of seconds), a time before 1970, and 0.
 */
export const timestamp = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => (typeof value === 'number' ? value * 1000 : parseDateText(value))),
  v.number(),
  v.minValue(1),
  v.maxValue(lastSecond * 1000),
  v.transform((milliseconds) => new Date(milliseconds)),
);

function parseDateText(dateText: string): number {
  const [, year, month, day, time = '00:00', zone = 'Z'] = isoOrXml.exec(dateText) ?? [];
  const midnightMs = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript reads 30 February as 1 March, so compare the day.
  if (Number.isNaN(midnightMs) || new Date(midnightMs).getUTCDate() !== Number(day)) return Number.NaN;
  return Date.parse(`${year}-${month}-${day}T${time}${zone === 'UTC' ? 'Z' : zone}`);
}
