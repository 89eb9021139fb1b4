import type { FactValue } from '../../ui/facts.tsx';
import { lazyValue } from './lazy-value.ts';

const countries = lazyValue(() => new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }));
const languages = lazyValue(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }));

/** "Netherlands (NL)" */
export function asCountry(code: string): FactValue {
  return withCode(countries, code);
}

/** "Swedish (sv)" */
export function asLanguage(code: string): FactValue {
  return withCode(languages, code);
}

/** "Swedish"; the code itself if it has no name. */
export function languageName(code: string): string {
  return nameOf(languages, code) ?? code;
}

export function asLanguages(codes: readonly string[]): FactValue {
  if (codes.length === 0) return { text: 'None', isEmpty: true };
  return { text: codes.map((code) => asLanguage(code).text).join(', ') };
}

function withCode(names: () => Intl.DisplayNames, code: string): FactValue {
  if (code === '') return { text: 'None', isEmpty: true };
  const name = nameOf(names, code);
  return name ? { text: `${name} (${code})` } : { text: code, mark: 'as plex.tv wrote it' };
}

/** `Intl.DisplayNames` throws for text that cannot be a code. */
function nameOf(names: () => Intl.DisplayNames, code: string): string | undefined {
  try {
    return names().of(code);
  } catch {
    return undefined;
  }
}
