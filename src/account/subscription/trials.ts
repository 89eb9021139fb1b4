import type { Account, Trial } from '../../plex/account.ts';
import { isRecord } from '../../plex/is-record.ts';
import { asReceived } from '../facts/as-received.ts';
import { asReceivedLabel, type RecordView, unexpectedList } from '../facts/record-view.ts';
import { recordView } from './subscription-record.ts';

/** Every recorded list of trials is empty, so a trial may have any shape. */
export function trialsView(account: Account, now: Date): { answer: string; trials: RecordView[] } {
  const { trials } = account;
  return {
    answer: answer(trials?.length),
    trials:
      unexpectedList('trials', account) ?? (trials ?? []).map((trial, index) => trialView(trial, index, account, now)),
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
    title,
    get facts() {
      return record.facts;
    },
  };
}

function answer(count: number | undefined): string {
  if (count === undefined) return 'plex.tv did not say whether there were trials.';
  if (count === 0) return 'No trial on record.';
  return count === 1 ? 'One trial on record.' : `${count} trials on record.`;
}
