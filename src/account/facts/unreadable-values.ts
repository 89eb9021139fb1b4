import type { Account } from '../../plex/account/account.ts';
import { asReceived } from './as-received.ts';
import { unexpectedAt } from './fact-builder.ts';

const maxQuoteLength = 60;

/** The value at a path in quotation marks if plex.tv sent one that this page cannot read. */
export function quoteUnreadable(account: Account, path: string): string | undefined {
  const unreadable = unexpectedAt(account.unexpectedValues, path);
  if (!unreadable) return undefined;
  const { text, reveal } = asReceived(unreadable.received);
  if (reveal) return 'a hidden value';
  return `“${text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text}”`;
}

/** One sentence for each path with a value that this page cannot read. */
export function unreadableRemarks(account: Account, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const quote = quoteUnreadable(account, path);
    return quote ? `plex.tv sent ${quote} as “${path}”, which this page cannot read.` : [];
  });
}
