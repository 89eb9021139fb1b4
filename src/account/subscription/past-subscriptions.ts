import type { Account } from '../../plex/account.ts';
import { countWord, countWordFirst } from '../facts/count-words.ts';
import { formatDate } from '../facts/format-date.ts';
import type { RecordView } from '../facts/record-view.ts';
import { lastSubscriptionEnd } from './plans.ts';
import { recordViews } from './subscription-record.ts';

export function pastSubscriptionsView(account: Account, now: Date): { answer: string; records: RecordView[] } {
  return {
    answer: answer(account, now),
    records: recordViews('pastSubscriptions', account, now) ?? [],
  };
}

function answer(account: Account, now: Date): string {
  const count = account.pastSubscriptions?.length;
  if (count === undefined) return 'plex.tv did not say whether there were earlier subscriptions.';
  if (count === 0) return 'No past subscription on record.';
  const end = lastSubscriptionEnd(account, now);
  const ended = end && `ended on ${formatDate(end)}.`;
  if (count === 1) return ended ? `Your only past subscription ${ended}` : 'One past subscription on record.';
  return ended ? `The last of ${countWord(count)} ${ended}` : `${countWordFirst(count)} past subscriptions on record.`;
}
