import type { Account } from '../plex/account.ts';
import { type RecordView, recordViews } from './subscription-record.ts';

/** Subscriptions that are over. */
export function pastSubscriptionsView(account: Account, now: Date): { answer: string; records: RecordView[] } {
  const { pastSubscriptions } = account;
  return {
    answer: answer(pastSubscriptions?.length),
    records: recordViews('pastSubscriptions', account, now) ?? [],
  };
}

function answer(count: number | undefined): string {
  if (count === undefined) return 'plex.tv did not say whether there were earlier subscriptions.';
  if (count === 0) return 'No past subscription on record.';
  return count === 1 ? 'One past subscription on record.' : `${count} past subscriptions on record.`;
}
