import type { Shareable } from './redact-account.ts';
import { visibleText } from './visible-text.ts';

/**
 * A forum post: one line for each key, lists of plain values on one line. All text from plex.tv is in code spans, where
 * forums interpret no Markdown, HTML, links or mentions.
 *
 * @param notes this page's own words about a value, by its path.
 */
export function writeMarkdown(account: Shareable, hidden: number, notes: ReadonlyMap<string, string>): string {
  const values = hidden === 1 ? '1 value' : `${hidden} values`;
  return [
    '## Plex account',
    '',
    `Made with Account statement for Plex (unofficial), redacted: ${values} hidden.`,
    '',
    ...lines(account, '', notes),
    '',
  ].join('\n');
}

function lines(value: Shareable, path: string, notes: ReadonlyMap<string, string>): string[] {
  const children = childrenOf(value, path);
  if (children.length > 0) return children.flatMap(([child, childPath]) => lines(child, childPath, notes));
  if (path === '') return [];
  const shown = Array.isArray(value) && value.length > 0 ? value.map(writeValue).join(', ') : writeValue(value);
  const note = notes.get(path);
  return [`- ${codeSpan(path)}: ${shown}${note ? ` (${note})` : ''}`];
}

function childrenOf(value: Shareable, path: string): [child: Shareable, path: string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, child]) => [child, path ? `${path}.${key}` : key]);
  }
  const isPlainList = value.every((item) => typeof item !== 'object' || item === null);
  return isPlainList ? [] : value.map((item, index) => [item, `${path}[${index}]`]);
}

function writeValue(value: Shareable): string {
  return codeSpan(typeof value === 'string' && value !== '' ? value : JSON.stringify(value));
}

/** The fence is longer than any run of backticks inside. Markdown drops one space at each end, so two are added. */
export function codeSpan(text: string): string {
  const inside = visibleText(text);
  // No spread: a long text may have more runs than a call can have arguments.
  let longest = 0;
  for (const [run] of inside.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(inside) || inside === '' ? ' ' : '';
  return fence + space + inside + space + fence;
}
