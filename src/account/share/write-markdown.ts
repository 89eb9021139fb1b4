import type { Shareable } from './redact-account.ts';
import { visibleText } from './visible-text.ts';

/**
 * A forum post: one line for each key, lists of plain values on one line. Everything that came from plex.tv stands in
 * code spans, where no forum reads Markdown, HTML, links or mentions.
 */
export function writeMarkdown(account: Shareable, hidden: number): string {
  const values = hidden === 1 ? '1 value' : `${hidden} values`;
  return [
    '## Plex account',
    '',
    `Made with Account statement for Plex (unofficial), redacted: ${values} hidden.`,
    '',
    ...lines(account, ''),
    '',
  ].join('\n');
}

function lines(value: Shareable, path: string): string[] {
  const children = childrenOf(value, path);
  if (children.length > 0) return children.flatMap(([child, childPath]) => lines(child, childPath));
  if (path === '') return [];
  const told = Array.isArray(value) && value.length > 0 ? value.map(tell).join(', ') : tell(value);
  return [`- ${codeSpan(path)}: ${told}`];
}

function childrenOf(value: Shareable, path: string): [child: Shareable, path: string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, child]) => [child, path ? `${path}.${key}` : key]);
  }
  const isPlainList = value.every((item) => typeof item !== 'object' || item === null);
  return isPlainList ? [] : value.map((item, index) => [item, `${path}[${index}]`]);
}

function tell(value: Shareable): string {
  return codeSpan(typeof value === 'string' && value !== '' ? value : JSON.stringify(value));
}

/** A fence longer than any run of backticks inside. A space at either end is dropped by Markdown when both have one. */
function codeSpan(text: string): string {
  const inside = visibleText(text);
  const longest = Math.max(0, ...Array.from(inside.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(inside) || inside === '' ? ' ' : '';
  return fence + space + inside + space + fence;
}
