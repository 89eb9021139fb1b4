import { formatDate, formatFromNow } from '../facts/format-date.ts';
import type { SessionSummary } from '../facts/panel-props.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** From here on the person is told that the sign-in is about to end. */
const soonDays = 2;
/** plex.tv's own span: the whole of the meter. */
const usualDays = 14;

type SessionLifetime = {
  left: string;
  /** Days left of as many as there can be; undefined where there is no end. */
  meter: { days: number; of: number; low: number } | undefined;
  method: string;
  storage: string;
  isEnding: boolean;
};

const methods: Record<SessionSummary['method'], string> = {
  password: 'With e-mail or username and password, on this page.',
  'plex-tv': 'At plex.tv’s own page.',
  device: 'By a code, on another device.',
  token: 'With a token that was pasted.',
};

/** How long this sign-in lasts, in words and days. */
export function sessionLifetime({ method, actualStorage, endsAt }: SessionSummary, now: Date): SessionLifetime {
  const days = endsAt && (endsAt.getTime() - now.getTime()) / dayMs;
  return {
    left: endsAt ? lasting(endsAt, now) : 'plex.tv gave no end for this sign-in.',
    meter: days === undefined ? undefined : { days: Math.max(0, days), of: Math.max(usualDays, days), low: soonDays },
    method: methods[method],
    storage: storageWords(actualStorage, endsAt),
    isEnding: days !== undefined && days <= soonDays,
  };
}

function lasting(endsAt: Date, now: Date): string {
  if (endsAt <= now) return `It was to last until ${formatDate(endsAt)}: plex.tv may end it at any time.`;
  return `It lasts until ${formatDate(endsAt)}, ${formatFromNow(endsAt, now)}.`;
}

function storageWords(actualStorage: SessionSummary['actualStorage'], endsAt: Date | undefined): string {
  if (actualStorage === 'page') return 'Nowhere: it is gone when you close or reload this page.';
  if (actualStorage === 'tab') return 'In this tab only: it is gone when you close it.';
  return `On this browser, ${endsAt ? `until ${formatDate(endsAt)}` : 'for two weeks'} or until you sign out.`;
}
