import * as v from 'valibot';
import { isRecord } from './is-record.ts';
import { hasCredential, redact } from './redact.ts';
import { Secret } from './secret.ts';

/*
 * The forms in which plex.tv writes values. Each is strict: what does not fit is an issue at its own path, and
 * `parseAccount` turns that issue into an oddity. `undefined` means "not sent", `null` is what plex.tv sent.
 */

/** The issue of a key that the schema does not name. */
export const unknownKey = 'unknown key';
/** The issue of something that should have been an object. */
export const notAnObject = 'not an object';

/** An object with these keys, any of which may be missing or null; another key is an issue of its own. */
export function replyObject<const E extends v.ObjectEntries>(entries: E) {
  const optional = Object.fromEntries(Object.entries(entries).map(([key, schema]) => [key, v.nullish(schema)]));
  const schema = v.pipe(v.custom<object>(isRecord, notAnObject), v.objectWithRest(optional, v.never(unknownKey)));
  return schema as unknown as v.GenericSchema<
    unknown,
    { -readonly [K in keyof E]?: v.InferOutput<E[K]> | null | undefined }
  >;
}

/** Text that is safe to show: one that carries a credential is an issue, so that it is concealed. */
export const text = v.pipe(
  v.string(),
  v.check((value) => !hasCredential(value)),
);
export const boolean = v.boolean();
/** A whole number that JSON carries exactly (up to 2⁵³). */
export const integer = v.pipe(v.number(), v.safeInteger());
export const stringList = v.array(text);
/** A value whose shape nobody has documented: kept as it came, secrets hidden. */
export const unknownValue = v.pipe(
  v.unknown(),
  v.transform((value) => redact(value)),
);

/** A credential. plex.tv writes "none" as null, as "" or not at all; "" becomes null. */
export const secret = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : new Secret(value))),
);

/** Language codes: an array, or since July 2026 comma-separated text. */
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
 * A moment: epoch seconds, ISO 8601, or the `2024-03-24 05:13:37 UTC` of plex.tv's XML. Impossible ones are issues:
 * 30 February, nothing after the year 9999 (milliseconds taken for seconds), nothing before 1970, and 0.
 */
export const timestamp = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform((value) => (typeof value === 'number' ? value * 1000 : parseWritten(value))),
  v.number(),
  v.minValue(1),
  v.maxValue(lastSecond * 1000),
  v.transform((milliseconds) => new Date(milliseconds)),
);

function parseWritten(written: string): number {
  const [, year, month, day, time = '00:00', zone = 'Z'] = isoOrXml.exec(written) ?? [];
  const dayAlone = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript reads 30 February as 1 March; a day that does not come back as it was written does not exist.
  if (Number.isNaN(dayAlone) || new Date(dayAlone).getUTCDate() !== Number(day)) return Number.NaN;
  return Date.parse(`${year}-${month}-${day}T${time}${zone === 'UTC' ? 'Z' : zone}`);
}
