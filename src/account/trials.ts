import type { Account, Trial } from '../plex/account.ts';
import { isRecord } from '../plex/is-record.ts';
import type { Fact } from '../ui/facts.tsx';
import { asItCame } from './as-it-came.ts';
import { recordView } from './subscription-record.ts';

export type TrialView = { title: string; facts: Fact[] };

/** Trials on record. No non-empty list has ever been seen, so a trial may have any shape. */
export function trialsView(account: Account, now: Date): { answer: string; trials: TrialView[] } {
  const { trials } = account;
  return {
    answer: answer(trials?.length),
    trials: (trials ?? []).map((trial, index) => trialView(trial, index, account, now)),
  };
}

function trialView(trial: Trial, index: number, account: Account, now: Date): TrialView {
  const title = `Trial ${index + 1}`;
  if (!isRecord(trial)) return { title, facts: [{ label: 'As plex.tv wrote it', value: asItCame(trial) }] };
  return { title, facts: recordView(trial, `trials[${index}]`, account, now).facts };
}

function answer(count: number | undefined): string {
  if (count === undefined) return 'plex.tv did not say whether there were trials.';
  if (count === 0) return 'No trial on record.';
  return count === 1 ? 'One trial on record.' : `${count} trials on record.`;
}
