import type { FactValue } from '../../ui/facts.tsx';
import { formatDate, formatDateTime, formatRelative } from './format-date.ts';

export function asText(value: string): FactValue {
  return value === '' ? { text: 'None', isEmpty: true } : { text: value };
}

export function asNumber(value: number): FactValue {
  return { text: String(value) };
}

export function asYesNo(value: boolean): FactValue {
  return { text: value ? 'Yes' : 'No' };
}

export function either(whenTrue: string, whenFalse: string) {
  return (value: boolean): FactValue => ({ text: value ? whenTrue : whenFalse });
}

/** The words for a known value; an unknown value is shown as received. */
export function oneOf(words: Record<string | number, string>) {
  return (value: string | number): FactValue => {
    const word = Object.hasOwn(words, value) ? words[value] : undefined;
    if (word !== undefined) return { text: word };
    return value === '' ? asText('') : { text: String(value), mark: 'as plex.tv wrote it' };
  };
}

/** "26 April 2019 (7 years ago)", with the exact time for hover and assistive technology. */
export function asDate(now: Date) {
  return (date: Date): FactValue => ({
    text: `${formatDate(date)} (${formatRelative(date, now)})`,
    time: { iso: date.toISOString(), exact: formatDateTime(date) },
  });
}

export function asItems(whenEmpty: string, words: Record<string, string> = {}) {
  return (items: readonly string[]): FactValue => {
    if (items.length === 0) return { text: whenEmpty, isEmpty: true };
    return { text: '', items: items.map((item) => (Object.hasOwn(words, item) ? words[item] : undefined) ?? item) };
  };
}

/** A link if the address is an http(s) one, else text. */
export function asLink(address: string): FactValue {
  return isWebAddress(address) ? { text: address, href: address } : asText(address);
}

/** Only http(s) addresses may become links or images. */
export function isWebAddress(address: string): boolean {
  // Not URL.canParse, which the oldest supported browsers lack.
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
