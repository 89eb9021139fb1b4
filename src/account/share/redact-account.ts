import type { Account } from '../../plex/account.ts';
import { isRecord } from '../../plex/is-record.ts';
import type { Redacted } from '../../plex/redact.ts';
import { Secret } from '../../plex/secret.ts';
import { type ShareChoice, type SensitiveData, sensitiveDataFinder } from './sensitive-data-finder.ts';

/*
 * What may leave is listed here, not what may not: a key that nobody has described may hold anything, and one that is
 * added to the schema is hidden until somebody decides that it is safe to show.
 */

/** Keys whose objects and lists are looked into. */
const containers = words(`subscription subscriptions pastSubscriptions trials billing services profile settings
  customRestrictions`);

/** Keys whose texts and numbers say nothing of who the person is, and help to help them. */
const plain = words(`country locale attributionPartner status paymentService plan features subscriptionDescription
  mode type state entitlements roles identifier endpoint autoSelectSubtitle watchedIndicator
  defaultAudioLanguage defaultAudioLanguages defaultAudioAccessibility defaultSubtitleLanguage defaultSubtitleLanguages
  defaultSubtitleAccessibility defaultSubtitleForced mediaReviewsVisibility mediaReviewsLanguages
  homeSize maxHomeSize restrictionProfile mailingListStatus scrobbleTypes`);

/** Keys that leave when the person says so. Dates are known by their type. */
const personal = new Map<string, ShareChoice>([
  ['email', 'email'],
  ['username', 'names'],
  ['title', 'names'],
  ['friendlyName', 'names'],
  ['id', 'ids'],
  ['uuid', 'ids'],
  ['paymentMethodId', 'ids'],
  ['thumb', 'avatar'],
]);

const marks: Record<SensitiveData | 'unknown', string> = {
  secret: '[hidden]',
  email: '[e-mail hidden]',
  names: '[name hidden]',
  ids: '[id hidden]',
  avatar: '[avatar hidden]',
  dates: '[date hidden]',
  unknown: '[unknown value hidden]',
};

/** JSON that may leave. */
export type Shareable = string | number | boolean | null | Shareable[] | { [key: string]: Shareable };

/** The values hidden are counted on the way: one for each mark. */
type Redaction = { shown: ReadonlySet<ShareChoice>; tracesIn: (text: string) => SensitiveData[]; hidden: number };

/**
 * The reply as it came, less what is not to leave: secrets and whatever the schema does not describe, always; of the
 * rest what the person has not chosen, also where it occurs in other values. Flags, nulls and empty values stay.
 */
export function redactAccount(account: Account, shown: ReadonlySet<ShareChoice>) {
  const { unexpectedValues: _, unknownFields: __, received, ...understood } = account;
  const redaction: Redaction = { shown, tracesIn: sensitiveDataFinder(account), hidden: 0 };
  const value = redactRecord(received, understood, redaction);
  return { value, hidden: redaction.hidden };
}

function redactRecord(record: Record<string, Redacted>, understood: Record<string, unknown>, redaction: Redaction) {
  let hiddenKeys = 0;
  const entries = Object.entries(record).map(([key, value]): [string, Shareable] => {
    if (Object.hasOwn(understood, key)) return [key, redactValue(value, understood[key], key, redaction)];
    if (isSafeKey(key, redaction)) return [key, redactValue(value, undefined, key, redaction)];
    hiddenKeys += 1;
    return [`[key hidden${hiddenKeys > 1 ? ` ${hiddenKeys}` : ''}]`, hide('unknown', redaction)];
  });
  return Object.fromEntries(entries);
}

/** An unknown key is worth reading when it is a name as a programmer gives it; it may also be an id, or somebody's. */
function isSafeKey(key: string, { tracesIn }: Redaction): boolean {
  const isName = key.length <= 40 && /^[a-z]{2,20}(?:[A-Z][a-z]{2,20}|[_-][a-z]{2,20}){0,5}$/.test(key);
  return isName && tracesIn(key).length === 0;
}

/** @param understood what the schema made of the value; undefined when it does not describe it. */
function redactValue(value: Redacted, understood: unknown, key: string, redaction: Redaction): Shareable {
  if (value instanceof Secret) return hide('secret', redaction);
  if (tellsNothing(value)) return value;
  if (isRecord(value) && isRecord(understood) && containers.has(key)) return redactRecord(value, understood, redaction);
  if (Array.isArray(value) && Array.isArray(understood) && (containers.has(key) || plain.has(key))) {
    return redactList(value, understood, key, redaction);
  }
  if (typeof value === 'object' || understood === undefined) return hide('unknown', redaction);
  return redactScalar(value, understood instanceof Date ? 'dates' : personal.get(key), key, redaction);
}

/** Objects stand where they stood; of texts, those that did not fit have been dropped, so that the others moved up. */
function redactList(list: Redacted[], understood: unknown[], key: string, redaction: Redaction): Shareable[] {
  const texts = new Set(understood);
  return list.map((item, index) => {
    const match = isRecord(item) ? understood[index] : item;
    return redactValue(item, isRecord(item) || texts.has(item) ? match : undefined, key, redaction);
  });
}

function redactScalar(
  value: string | number,
  kind: ShareChoice | undefined,
  key: string,
  redaction: Redaction,
): string | number {
  const { shown, tracesIn } = redaction;
  if (!kind && !plain.has(key)) return hide('unknown', redaction);
  if (kind && !shown.has(kind)) return hide(kind, redaction);
  // An e-mail address mostly holds a name, and an epoch may hold any number: who asked for them gets them whole.
  const isWhole = kind === 'email' || kind === 'dates';
  const found = tracesIn(String(value)).find((trace) => trace === 'secret' || !(isWhole || shown.has(trace)));
  return found ? hide(found, redaction) : value;
}

function hide(reason: SensitiveData | 'unknown', redaction: Redaction): string {
  redaction.hidden += 1;
  return marks[reason];
}

function tellsNothing(value: Redacted): value is boolean | null | '' | [] | Record<string, never> {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === '' || typeof value === 'boolean';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
