import type { Account } from '../../plex/account.ts';
import { accountSettingsUrl } from '../../plex/plex-pages.ts';
import { type CalendarDay, localDay } from '../../ui/calendar-file.ts';
import { formatDate } from '../facts/format-date.ts';
import { currentPlan, currentRecord, passName } from './plans.ts';

/** The day on which the Plex Pass renews or ends, for a calendar. Undefined if plex.tv gave no day to come. */
export function nextSubscriptionDate(account: Account, now: Date): CalendarDay | undefined {
  if (!account.subscription?.active) return undefined;
  const { renewsAt, endsAt, canceled } = currentRecord(account) ?? {};
  const name = passName(currentPlan(account));
  if (renewsAt && renewsAt > now && !canceled) return calendarDay('renews', renewsAt, name, now);
  return endsAt && endsAt > now ? calendarDay('ends', endsAt, name, now) : undefined;
}

function calendarDay(verb: 'renews' | 'ends', day: Date, name: string, now: Date): CalendarDay {
  return {
    day,
    title: `${name} ${verb}`,
    description: `As plex.tv said on ${formatDate(now)}. Made with Account statement for Plex (unofficial).`,
    url: accountSettingsUrl,
    uid: `plex-pass-${verb}-${localDay(day)}@account-statement-for-plex.invalid`,
  };
}
