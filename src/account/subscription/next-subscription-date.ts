import type { Account } from '../../plex/account/account.ts';
import { hasPassed, isoDay } from '../../plex/account/calendar-day.ts';
import { accountSettingsUrl } from '../../plex/plex-pages.ts';
import type { CalendarDay } from '../../ui/calendar-file.ts';
import { formatDate } from '../facts/format-date.ts';
import { subscriptionName } from './subscription-name.ts';
import { subscriptionState } from './subscription-state.ts';

/** The day on which the subscription renews or ends, for a calendar. Undefined if plex.tv gave no day in the future. */
export function nextSubscriptionDate(account: Account, now: Date): CalendarDay | undefined {
  const { main } = subscriptionState(account, now);
  if (!main || main.progress === 'ended' || main.plan?.known === 'lifetime') return undefined;
  const { renewsAt, endsAt, progress } = main;
  const name = subscriptionName(main);
  if (renewsAt && progress !== 'cancelled' && !hasPassed(renewsAt, now)) {
    return calendarDay('renews', renewsAt, name, now);
  }
  return endsAt && !hasPassed(endsAt, now) ? calendarDay('ends', endsAt, name, now) : undefined;
}

function calendarDay(verb: 'renews' | 'ends', day: Date, name: string, now: Date): CalendarDay {
  return {
    day,
    title: `${name} ${verb}`,
    description: `As plex.tv said on ${formatDate(now)}. Made with Account statement for Plex (unofficial).`,
    url: accountSettingsUrl,
    uid: `plex-subscription-${verb}-${isoDay(day)}@account-statement-for-plex.invalid`,
  };
}
