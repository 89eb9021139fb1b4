import type { Account } from '../../../plex/account/account.ts';
import type { Rows } from '../../../ui/use-paged.tsx';
import { capitalizedCountWord, countWord } from '../../facts/count-words.ts';
import { formatDate } from '../../facts/format-date.ts';
import type { RecordView } from '../../facts/record-view.ts';
import { quoteUnreadable } from '../../facts/unreadable-values.ts';
import { subscriptionName } from '../subscription-name.ts';
import { recordViews } from '../subscription-record.ts';
import { lastEnd, subscriptionState } from '../subscription-state.ts';

export function pastSubscriptionsView(account: Account, now: Date): { answer: string; records: Rows<RecordView> } {
  return {
    answer: answer(account, now),
    records: recordViews('pastSubscriptions', account, now) ?? [],
  };
}

function answer(account: Account, now: Date): string {
  const count = account.pastSubscriptions?.length;
  if (count === undefined) {
    return quoteUnreadable(account, 'pastSubscriptions')
      ? 'plex.tv sent earlier subscriptions in a form that this page cannot read.'
      : 'plex.tv did not say whether there were earlier subscriptions.';
  }
  if (count === 0) return 'No past subscription on record.';
  const listed = subscriptionState(account, now).past.filter(({ path }) => path?.startsWith('pastSubscriptions['));
  const [only] = listed;
  const end = lastEnd(listed, now);
  const ended = end && `ended on ${formatDate(end)}.`;
  if (count === 1 && only && !only.product.isPass) {
    const name = subscriptionName(only);
    return ended ? `Your only past subscription, ${name}, ${ended}` : `One past subscription on record: ${name}.`;
  }
  if (count === 1) return ended ? `Your only past subscription ${ended}` : 'One past subscription on record.';
  return ended
    ? `The last of ${countWord(count)} ${ended}`
    : `${capitalizedCountWord(count)} past subscriptions on record.`;
}
