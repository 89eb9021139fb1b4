import { type AccountSources, sourceNames } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';

/** How many values this page did not know or expect, in everything that plex.tv sent. */
export function unexpectedCount(account: Account, sources: AccountSources): number {
  const replies = [account, ...sourceNames.map((name) => sources[name])];
  return replies.reduce(
    (sum, reply) =>
      'unexpectedValues' in reply ? sum + reply.unexpectedValues.length + reply.unknownFields.length : sum,
    0,
  );
}
