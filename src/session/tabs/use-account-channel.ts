import { useEffect, useEffectEvent } from 'react';
import type { Session } from '../session.ts';
import { endReasonOf } from '../storage/ended-sessions.ts';
import { shareToken } from './share-token.ts';
import { accountChannel, listenToTabs, notifyAll } from './tab-channel.ts';

type AccountEvents = {
  /** A newer sign-in of the account has replaced this session's token. `endsAt` is in Unix milliseconds. */
  onNewToken: (token: string, endsAt: number) => void;
  /** Another session of the account has signed out, and has ended the token of this client identifier. */
  onSignedOut: (clientIdentifier: string | undefined) => void;
};

/** Keeps a session in step with the other sessions of its account in this browser. */
export function useAccountChannel(session: Session, events: AccountEvents): void {
  const { accountUuid, requestedStorage, initial } = session;
  const answer = useEffectEvent((message: Parameters<Parameters<typeof listenToTabs>[1]>[0]) => {
    const { token, method, endsAt, client } = session;
    const { clientIdentifier } = client;
    if (!accountUuid || !token || endReasonOf(session)) return;
    const channel = accountChannel(accountUuid);
    const isOwnToken = 'token' in message && message.token === token.reveal();
    if (message.kind === 'ended') events.onSignedOut(message.clientIdentifier);
    // The token of a pasted sign-in belongs to another client, so plex.tv has not replaced it.
    const isReplaced =
      message.kind === 'new-token' && (message.clientIdentifier ?? clientIdentifier) === clientIdentifier;
    if (isReplaced && !isOwnToken && method !== 'token') {
      events.onNewToken(message.token, message.endsAt);
      notifyAll(channel, { kind: 'token-used', token: message.token });
    }
    if ((message.kind === 'new-token' || message.kind === 'who-uses-token') && isOwnToken) {
      notifyAll(channel, { kind: 'token-used', token: message.token });
    }
    if (message.kind === 'token-wanted' && message.refused !== token.reveal() && method !== 'token') {
      notifyAll(channel, { kind: 'new-token', token: token.reveal(), endsAt: endsAt.getTime(), clientIdentifier });
    }
  });

  // Other sessions send messages at any time.
  useEffect(() => {
    if (!accountUuid || requestedStorage === 'page') return;
    return listenToTabs(accountChannel(accountUuid), (message) => answer(message));
  }, [accountUuid, requestedStorage]);

  const share = useEffectEvent(() => {
    if (initial && requestedStorage !== 'page' && session.method !== 'token')
      void shareToken(session.client, initial.account);
  });
  // Once for each new sign-in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sign-in is the trigger
  useEffect(() => share(), [initial]);
}
