import type { AccountSources } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { checkup } from './security/checkup.ts';
import { subscriptionAnswer } from './subscription/subscription-answer.ts';

/** A word or a count beside the name of a section. A tone marks a judgement. */
export type SectionMark = { text: string; tone?: Tone };

/** The marks by section id. */
export function sectionMarks(
  account: Account,
  sources: AccountSources,
  now: Date,
): Record<string, SectionMark | undefined> {
  const { attentionCount } = checkup(account, sources, now);
  const unexpectedCount = account.unexpectedValues.length + account.unknownFields.length;
  return {
    subscription: subscriptionAnswer(account, now).badge,
    'past-subscriptions': count(account.pastSubscriptions),
    trials: count(account.trials),
    services: count(account.services),
    security: attentionCount > 0 ? { text: `${attentionCount} to look at`, tone: 'warn' } : undefined,
    everything: unexpectedCount > 0 ? { text: `${unexpectedCount} odd` } : undefined,
  };
}

function count(list: readonly unknown[] | null | undefined): SectionMark | undefined {
  return list?.length ? { text: String(list.length) } : undefined;
}
