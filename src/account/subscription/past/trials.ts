import type { Account, SubscriptionRecord, Trial } from '../../../plex/account/account.ts';
import { isRecord } from '../../../plex/http/is-record.ts';
import type { Rows } from '../../../ui/use-paged.tsx';
import { asReceived } from '../../facts/as-received.ts';
import { capitalizedCountWord } from '../../facts/count-words.ts';
import { formatDate } from '../../facts/format-date.ts';
import { asReceivedLabel, type RecordView, unexpectedList, viewsOf } from '../../facts/record-view.ts';
import { quoteUnreadable } from '../../facts/unreadable-values.ts';
import { recordView } from '../subscription-record.ts';

/** Every recorded list of trials is empty, so a trial may have any shape. */
export function trialsView(account: Account, now: Date): { answer: string; trials: Rows<RecordView> } {
  const { trials } = account;
  return {
    answer: quoteUnreadable(account, 'trials')
      ? 'plex.tv sent trials in a form that this page cannot read.'
      : answer(trials, now),
    trials:
      unexpectedList('trials', account) ??
      viewsOf(trials ?? [], (trial, index) => trialView(trial, index, account, now)),
  };
}

function trialView(trial: Trial, index: number, account: Account, now: Date): RecordView {
  const title = `Trial ${index + 1}`;
  if (!isRecord(trial))
    return {
      title,
      facts: [{ label: asReceivedLabel, path: `trials[${index}]`, value: { ...asReceived(trial), isPersonal: true } }],
    };
  const record = recordView(trial, `trials[${index}]`, account, now);
  return {
    title: (trial as SubscriptionRecord).mode ? record.title : title,
    until: record.until,
    state: record.state,
    facts: record.facts,
  };
}

function answer(trials: readonly Trial[] | null | undefined, now: Date): string {
  if (!trials) return 'plex.tv did not say whether there were trials.';
  const [only] = trials;
  if (!only) return 'No trial on record.';
  if (trials.length > 1) return `${capitalizedCountWord(trials.length)} trials on record.`;
  const end = isRecord(only) ? (only as SubscriptionRecord).endsAt : undefined;
  if (!end) return 'One trial on record.';
  return `Your only trial ${end <= now ? 'ended' : 'ends'} on ${formatDate(end)}.`;
}
