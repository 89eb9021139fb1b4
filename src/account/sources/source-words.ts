import type { UnavailableReason } from '../../plex/access/sources.ts';
import type { PlexError } from '../../plex/errors/plex-error.ts';
import { formatTime } from '../facts/format-date.ts';

/** The words of a panel for a source that has no data. */
export type SourceWords = {
  /** The end of "plex.tv does not tell …": "who can open your servers". */
  what: string;
  /** "Your devices could not be read." */
  failed: string;
  /** The page at plex.tv that shows the same. */
  link?: { href: string; text: string };
};

/** "plex.tv no longer tells who can open your servers." */
export function unavailableTitle({ what }: SourceWords, reason: UnavailableReason): string {
  return `plex.tv ${reason === 'gone' ? 'no longer tells' : 'does not tell you'} ${what}.`;
}

/** Why trying again does not help, and where else to look. */
export function unavailableText({ link }: SourceWords, reason: UnavailableReason, error?: PlexError): string {
  const elsewhere = link ? ` Look at ${link.text} instead.` : '';
  switch (reason) {
    case 'no-token':
      return 'It sent no token with your account, so this page cannot ask for this. Sign in again to get one.';
    case 'managed-user':
      return 'It refuses this to managed members, so trying again will not help. Ask the admin of your Home.';
    case 'needs-plex-pass':
      return 'It only answers accounts with a Plex Pass, so trying again will not help.';
    case 'refused':
      return `It refused${answerOf(error)}, so trying again will not help.${elsewhere}`;
    case 'gone':
      return error
        ? `It answered “Not found”, so trying again will not help.${elsewhere}`
        : `It sent no UUID of your account, which this request needs. Trying again will not help.${elsewhere}`;
  }
}

/** The failure and its time. */
export function failedText(error: PlexError, failedAt: Date): string {
  const { what, why } = error.words;
  return `At ${formatTime(failedAt)}: ${what} ${why} Nothing else on this page depends on it.`;
}

function answerOf(error: PlexError | undefined): string {
  const status = error?.details.status;
  return status ? ` (HTTP ${status})` : '';
}
