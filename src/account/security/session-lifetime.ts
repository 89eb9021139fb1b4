import { usualSignInDays } from '../../plex/usual-sign-in-days.ts';
import { formatDate, formatFromNow } from '../facts/format-date.ts';
import type { SessionSummary } from '../facts/panel-props.ts';

const dayMs = 24 * 60 * 60 * 1000;

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

export function sessionLifetime({ method, actualStorage, endsAt }: SessionSummary, now: Date): SessionLifetime {
  const days = endsAt && (endsAt.getTime() - now.getTime()) / dayMs;
  return {
    timeLeft: endsAt ? describeTimeLeft(endsAt, now) : 'plex.tv gave no end for this sign-in.',
    meter:
      days === undefined
        ? undefined
        : { days: Math.max(0, days), of: Math.max(usualSignInDays, days), low: warningDays },
    method: methods[method],
    storage: describeStorage(actualStorage, endsAt),
    isEnding: days !== undefined && days <= warningDays,
  };
}

function describeTimeLeft(endsAt: Date, now: Date): string {
  if (endsAt <= now) return `It should have ended on ${formatDate(endsAt)}: plex.tv may end it at any time.`;
  return `It lasts until ${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}.`;
}

function describeStorage(actualStorage: SessionSummary['actualStorage'], endsAt: Date | undefined): string {
  if (actualStorage === 'page') return 'Kept nowhere, so it is lost when you close or reload this page.';
  if (actualStorage === 'tab') return 'Kept in this tab only, until you close it.';
  return `Kept on this browser, ${endsAt ? `until ${formatDate(endsAt)}` : `for ${usualSignInDays} days`} or until you sign out.`;
}
