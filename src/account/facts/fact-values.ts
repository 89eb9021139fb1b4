import { CalendarDay, isoDay } from '../../plex/account/calendar-day.ts';
import type { FactValue } from '../../ui/facts.tsx';
import { isAvatarAddress, showsItsHost, webAddress } from './avatar-address.ts';
import { isVisible } from './display-name.ts';
import { formatDate, formatDateTime, formatRelative } from './format-date.ts';
import { normalizeWord } from './normalize-word.ts';

export function asText(value: string): FactValue {
  if (value === '') return { text: 'None', isEmpty: true };
  return isVisible(value) ? { text: value } : { text: value, mark: 'nothing visible' };
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

/** The same, for words that are compared without case, blanks, `-` and `_`. */
export function oneOfAnySpelling(words: Record<string, string>) {
  const show = oneOf(words);
  return (value: string): FactValue =>
    Object.hasOwn(words, normalizeWord(value)) ? show(normalizeWord(value)) : show(value);
}

/** "26 April 2019 (7 years ago)", with the exact time for hover and assistive technology. */
export function asDate(now: Date) {
  return (date: Date): FactValue => ({
    text: `${formatDate(date)} (${formatRelative(date, now)})`,
    time:
      date instanceof CalendarDay
        ? { iso: isoDay(date), exact: formatDate(date) }
        : { iso: date.toISOString(), exact: formatDateTime(date) },
  });
}

export function asItems(whenEmpty: string, words: Record<string, string> = {}) {
  return (items: readonly string[]): FactValue => {
    if (items.length === 0) return { text: whenEmpty, isEmpty: true };
    return { text: '', items: items.map((item) => (Object.hasOwn(words, item) ? words[item] : undefined) ?? item) };
  };
}

/** A link if the address has a known host of avatars. Otherwise a text with its real host. */
export function asAvatar(address: string): FactValue {
  return isAvatarAddress(address) ? { text: address, href: address } : asAddress(address);
}

/** An address as text. Its real host is added where the text does not show it, such as for letters of other scripts. */
export function asAddress(address: string): FactValue {
  const url = webAddress(address);
  if (!url || showsItsHost(address, url)) return asText(address);
  return { text: address, note: `Host: ${url.host}` };
}
