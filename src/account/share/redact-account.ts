import type { Account } from '../../plex/account/account.ts';
import { wrapperOf } from '../../plex/account/unwrap-lists.ts';
import { isRecord } from '../../plex/http/is-record.ts';
import type { Redacted } from '../../plex/secrets/redact.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { personalKeys } from '../facts/is-personal.ts';
import type { SensitiveData, ShareChoice } from './sensitive-data-finder.ts';

/*
 * An allow list of what may be shared. An unknown key may hold anything, and a new key of the schema stays hidden until
 * it is added here.
 */

/** Keys whose objects and lists are redacted part by part. */
const containers = words(`subscription subscriptions pastSubscriptions trials billing services profile settings
  customRestrictions`);

/** Keys whose texts and numbers do not identify the person, and are useful to somebody who helps them. */
const plain = words(`country locale attributionPartner status paymentService plan features subscriptionDescription
  mode type state entitlements roles identifier endpoint autoSelectSubtitle watchedIndicator
  defaultAudioLanguage defaultAudioLanguages defaultAudioAccessibility defaultSubtitleLanguage defaultSubtitleLanguages
  defaultSubtitleAccessibility defaultSubtitleForced mediaReviewsVisibility mediaReviewsLanguages
  homeSize maxHomeSize restrictionProfile mailingListStatus scrobbleTypes`);

/** Why a value is hidden. */
export type HiddenReason = SensitiveData | 'unknown';

const marks: Record<HiddenReason, string> = {
  secret: '[hidden]',
  email: '[e-mail hidden]',
  names: '[name hidden]',
  ids: '[id hidden]',
  avatar: '[avatar hidden]',
  dates: '[date hidden]',
  people: '[other person hidden]',
  addresses: '[address hidden]',
  unknown: '[unknown value hidden]',
};

/** Redacted JSON. */
export type Shareable = string | number | boolean | null | Shareable[] | { [key: string]: Shareable };

/** `hidden` counts the marks by reason. */
export type Redaction = {
  shown: ReadonlySet<ShareChoice>;
  sensitiveDataIn: (text: string) => SensitiveData[];
  hidden: Map<HiddenReason, number>;
};

/**
 * Replaces sensitive values of the reply by marks. Secrets and values that the schema does not describe are always
 * hidden. Personal data is hidden unless the user chose to show it, also inside other values. Flags, nulls and empty
 * values stay.
 */
export function redactAccount(account: Account, redaction: Redaction) {
  const { unexpectedValues: _, unknownFields: __, received, ...parsed } = account;
  return redactRecord(received, parsed, redaction);
}

function redactRecord(record: Record<string, Redacted>, parsed: Record<string, unknown>, redaction: Redaction) {
  let hiddenKeys = 0;
  const entries = Object.entries(record).map(([key, value]): [string, Shareable] => {
    if (Object.hasOwn(parsed, key)) return [key, redactValue(value, parsed[key], key, redaction)];
    if (isSafeKey(key, redaction)) return [key, redactValue(value, undefined, key, redaction)];
    hiddenKeys += 1;
    return [`[key hidden${hiddenKeys > 1 ? ` ${hiddenKeys}` : ''}]`, hide('unknown', redaction)];
  });
  return Object.fromEntries(entries);
}

/** Shows an unknown key only if it looks like an identifier in code: it may also be an id or the name of a person. */
function isSafeKey(key: string, { sensitiveDataIn }: Redaction): boolean {
  const isName = key.length <= 40 && /^[a-z]{2,20}(?:[A-Z][a-z]{2,20}|[_-][a-z]{2,20}){0,5}$/.test(key);
  return isName && sensitiveDataIn(key).length === 0;
}

/** @param parsed the value as the schema parsed it; undefined if the schema does not describe it. */
function redactValue(value: Redacted, parsed: unknown, key: string, redaction: Redaction): Shareable {
  if (value instanceof Secret) return hide('secret', redaction);
  if (isHarmless(value)) return value;
  if (isRecord(value) && isRecord(parsed) && containers.has(key)) return redactRecord(value, parsed, redaction);
  if (Array.isArray(value) && Array.isArray(parsed) && (containers.has(key) || plain.has(key))) {
    return redactList(value, parsed, key, redaction);
  }
  if (isRecord(value) && Array.isArray(parsed)) return redactWrapped(value, parsed, key, redaction);
  if (typeof value === 'string' && Array.isArray(parsed) && plain.has(key))
    return redactScalar(value, undefined, key, redaction);
  if (typeof value === 'object' || parsed === undefined) return hide('unknown', redaction);
  // A number or a text that was read as a boolean.
  if (typeof parsed === 'boolean') return value;
  return redactScalar(value, parsed instanceof Date ? 'dates' : personalKeys.get(key), key, redaction);
}

/** A list that plex.tv sent inside an object. */
function redactWrapped(
  value: Record<string, Redacted>,
  parsed: unknown[],
  key: string,
  redaction: Redaction,
): Shareable {
  const wrapper = wrapperOf<Redacted>(value);
  if (!wrapper || !isSafeKey(wrapper.key, redaction)) return hide('unknown', redaction);
  const list = Array.isArray(wrapper.inner) ? wrapper.inner : [wrapper.inner];
  const shared = redactList(list, parsed, key, redaction);
  return { [wrapper.key]: Array.isArray(wrapper.inner) ? shared : (shared[0] ?? null) };
}

/** Parsed objects keep their index. Texts that did not fit the schema are dropped, so texts are looked up by value. */
function redactList(list: Redacted[], parsed: unknown[], key: string, redaction: Redaction): Shareable[] {
  const texts = new Set(parsed);
  return list.map((item, index) => {
    const match = isRecord(item) ? parsed[index] : item;
    return redactValue(item, isRecord(item) || texts.has(item) ? match : undefined, key, redaction);
  });
}

function redactScalar(
  value: string | number,
  kind: ShareChoice | undefined,
  key: string,
  redaction: Redaction,
): string | number {
  const { shown, sensitiveDataIn } = redaction;
  if (!kind && !plain.has(key)) return hide('unknown', redaction);
  if (kind && !shown.has(kind)) return hide(kind, redaction);
  // An e-mail address often contains a name, and a timestamp may contain any number: only look for secrets there.
  const isExempt = kind === 'email' || kind === 'dates';
  const found = sensitiveDataIn(String(value)).find((item) => item === 'secret' || !(isExempt || shown.has(item)));
  return found ? hide(found, redaction) : value;
}

export function hide(reason: HiddenReason, { hidden }: Redaction): string {
  hidden.set(reason, (hidden.get(reason) ?? 0) + 1);
  return marks[reason];
}

function isHarmless(value: Redacted): value is boolean | null | '' | [] | Record<string, never> {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === '' || typeof value === 'boolean';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
