import { usualSignInDays } from '../../plex/usual-sign-in-days.ts';
import { dayMs, formatDate, formatFromNow } from '../facts/format-date.ts';
import type { SessionSummary } from '../facts/panel-props.ts';
import type { SignInEnd } from '../facts/sign-in-end.ts';

/** The page warns about the end of a sign-in this many days before. */
export const warningDays = 2;

type SessionLifetime = {
  timeLeft: string;
  /** Days left, and the full length of the meter; undefined if the sign-in has no end. */
  meter: { days: number; of: number; low: number } | undefined;
  method: string;
  storage: string;
  isEnding: boolean;
};

const methods: Record<SessionSummary['method'], string> = {
  password: 'Made with a password, on this page.',
  'plex-tv': 'Made at plex.tv’s own page.',
  device: 'Made by a code, on another device.',
  token: 'Made with a token that was pasted.',
};

export function sessionLifetime({ method, actualStorage, end }: SessionSummary, now: Date): SessionLifetime {
  const at = end.kind === 'known' || end.kind === 'past' ? end.at : undefined;
  const days = at && (at.getTime() - now.getTime()) / dayMs;
  return {
    timeLeft: describeEnd(end, now),
    meter:
      days === undefined
        ? undefined
        : { days: Math.max(0, days), of: Math.max(usualSignInDays, days), low: warningDays },
    method: methods[method],
    storage: describeStorage(actualStorage, end),
    isEnding: days !== undefined && days <= warningDays,
  };
}

function describeEnd(end: SignInEnd, now: Date): string {
  switch (end.kind) {
    case 'known':
      return `It lasts until ${formatDate(end.at)}, ${formatFromNow(end.at, now)}.`;
    case 'past':
      return `It should have ended on ${formatDate(end.at)}: plex.tv may end it at any time.`;
    case 'implausible':
      return `plex.tv gave an end that cannot be right: ${end.sent}.`;
    case 'none':
      return 'plex.tv gave no end for this sign-in.';
    default:
      return 'plex.tv did not say when this sign-in ends.';
  }
}

function describeStorage(actualStorage: SessionSummary['actualStorage'], end: SignInEnd): string {
  if (actualStorage === 'page') return 'Not stored, so it is lost when you close or reload this page.';
  if (actualStorage === 'tab') return 'Kept in this tab only, until you close it.';
  return `Kept on this browser, ${end.kind === 'known' ? `until ${formatDate(end.at)}` : `for ${usualSignInDays} days`} or until you sign out.`;
}
