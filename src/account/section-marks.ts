import { type AccountSources, dataOf, type Source } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { unexpectedCount } from './facts/unexpected-count.ts';
import { checkup } from './security/checkup.ts';
import { subscriptionAnswer } from './subscription/subscription-answer.ts';

/** A word or a count beside the name of a section. A tone marks a judgement. */
export type SectionMark = {
  text: string;
  tone?: Tone;
  /** plex.tv has not answered yet. */
  isWaiting?: boolean;
};

/** The marks by section id. */
export function sectionMarks(
  account: Account,
  sources: AccountSources,
  now: Date,
): Record<string, SectionMark | undefined> {
  const { attentionCount } = checkup(account, sources, now);
  const unexpected = unexpectedCount(account, sources);
  return {
    subscription: subscriptionAnswer(account, now).badge,
    'past-subscriptions': count(account.pastSubscriptions),
    trials: count(account.trials),
    services: count(account.services),
    security: attentionCount > 0 ? { text: `${attentionCount} to look at`, tone: 'warn' } : undefined,
    'plex-home': memberMark(account, sources),
    devices: sourceMark(sources.devices, ({ devices }) => count(devices)),
    sharing: sharingMark(sources),
    // A short word, because there is no room for "unexpected" beside the title.
    everything: unexpected > 0 ? { text: `${unexpected} odd` } : undefined,
  };
}

function count(list: readonly unknown[] | null | undefined): SectionMark | undefined {
  return list?.length ? { text: String(list.length) } : undefined;
}

/** The mark of the data, or of the state of the request. */
function sourceMark<Data>(source: Source<Data>, describe: (data: Data) => SectionMark | undefined) {
  switch (source.state) {
    case 'ready':
      return describe(source.data);
    case 'waiting':
      return { text: 'Waiting', isWaiting: true };
    case 'failed':
      return { text: 'Not loaded', tone: 'bad' as const };
    case 'stopped':
      return { text: 'Not loaded' };
    case 'unavailable':
      return { text: 'Not available' };
  }
}

/** Takes the count from the account, because the account arrives before the members. */
function memberMark({ homeSize }: Account, { home }: AccountSources): SectionMark | undefined {
  if (home.state === 'failed') return { text: 'Not loaded', tone: 'bad' };
  const size = homeSize ?? dataOf(home)?.users.length ?? 0;
  return size > 1 ? { text: String(size) } : undefined;
}

function sharingMark({ friends, invitations }: AccountSources): SectionMark | undefined {
  const waiting = dataOf(invitations)?.length ?? 0;
  return sourceMark(friends, (all) =>
    waiting > 0
      ? { text: `${waiting} waiting` }
      : count(all.filter(({ sharedServers }) => sharedServers?.some(({ owned }) => owned === true))),
  );
}
