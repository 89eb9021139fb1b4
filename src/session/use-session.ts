import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Account } from '../plex/account/account.ts';
import { readAccount } from '../plex/account/read-account.ts';
import { endToken } from '../plex/end-token.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { createSession, type NewSignIn, type PlexTv, type Session, type StorageLocation } from './session.ts';
import type { StorageArea } from './storage/browser-storage.ts';
import { type EndReason, markEnded } from './storage/ended-sessions.ts';
import { findStoredSession, removeSession, storeSession, toSession, toStoredSession } from './storage/store-session.ts';
import type { StoredSession } from './storage/stored-session.ts';
import { notifyTabs, sessionChannel } from './tabs/tab-channel.ts';
import { useAccountChannel } from './tabs/use-account-channel.ts';
import { watchSession } from './tabs/watch-session.ts';
import { accountQueryKey } from './use-account.ts';
import { wholeAccount } from './whole-account.ts';

type LiveSession = {
  session: Session;
  /** The actual storage of the session. The browser may have refused `session.requestedStorage`. */
  actualStorage: StorageLocation;
  /**
   * Replaces the sign-in by a newer one of the same person, in all tabs, and ends the old token at plex.tv. Then reads the
   * new account and shows it.
   */
  renew: (newSignIn: NewSignIn) => Promise<Account>;
  /** Stores the session in the browser until it expires, for all tabs. */
  remember: () => void;
};

/**
 * Keeps a session stored and in step with the other tabs that show it.
 *
 * @param onEndedElsewhere another tab has ended the session.
 */
export function useSession(
  plexTv: PlexTv,
  restoredOrNew: Session,
  onEndedElsewhere: (reason: EndReason) => void,
): LiveSession {
  const queryClient = useQueryClient();
  const [session, setSession] = useState(() => asStoredNow(restoredOrNew));
  const [actualStorage, setActualStorage] = useState(session.requestedStorage);

  // Storage is outside React.
  useEffect(() => setActualStorage(storeSession(session)), [session]);

  function endHere(reason: EndReason) {
    removeSession(session.id); // a duplicated tab has its own session storage
    onEndedElsewhere(reason);
  }
  const handleEnd = useEffectEvent(endHere);
  const applyStored = useEffectEvent((stored: StoredSession, requestedStorage: StorageArea) => {
    if (stored.token === session.token?.reveal() && requestedStorage === session.requestedStorage) return;
    setSession(toSession(stored, requestedStorage, session.client));
  });
  const showReply = useEffectEvent(showAccount);

  const { id, accountUuid } = session;
  // Other tabs act at any time.
  useEffect(() => {
    const watched = { id, ...(accountUuid && { accountUuid }) };
    return watchSession(watched, {
      onEnded: (reason) => handleEnd(reason),
      onChanged: (stored, area) => applyStored(stored, area),
      onReply: async (reply) => {
        const account = await readAccount(Promise.resolve(reply))
          .then(wholeAccount)
          .catch(() => undefined);
        if (account) showReply(account);
      },
    });
  }, [id, accountUuid]);

  useAccountChannel(session, {
    onNewToken(token, endsAt) {
      // The account in `initial` holds the old token, so drop it too.
      const { initial: _, ...rest } = session;
      replaceSession({ ...rest, token: new Secret(token), endsAt: new Date(endsAt) });
    },
    onSignedOut(clientIdentifier = session.client.clientIdentifier) {
      // plex.tv has one token for each client identifier, so the token of this session may still work.
      if (clientIdentifier !== session.client.clientIdentifier) void endToken(session.client, session.token);
      markEnded(session.id, session.endsAt, 'signed-out');
      endHere('signed-out');
    },
  });

  /** Shows a changed session in this tab and the others. */
  function replaceSession(changed: Session) {
    const storage = storeSession(changed);
    const stored = toStoredSession(changed);
    if (stored && changed.requestedStorage !== 'page') {
      const area = storage === 'browser' ? 'browser' : 'tab';
      notifyTabs(sessionChannel(session.id), { kind: 'changed', stored, area });
    }
    setActualStorage(storage);
    setSession(changed);
  }

  async function renew(newSignIn: NewSignIn): Promise<Account> {
    const renewed = { ...createSession({ ...plexTv, client: session.client }, newSignIn), id: session.id };
    replaceSession(renewed);
    // A request with the old token may be under way, and would fail.
    void queryClient.cancelQueries({ queryKey: accountQueryKey(session) });
    // plex.tv may give the same browser the same token again.
    if (session.token?.reveal() !== renewed.token?.reveal()) void endToken(session.client, session.token);
    const key = accountQueryKey(session);
    const shownAt = queryClient.getQueryState(key)?.dataUpdatedAt;
    const account = await wholeAccount(newSignIn.account);
    // Meanwhile the screen may have closed, or a newer answer may have come.
    if (shownAt !== undefined && queryClient.getQueryState(key)?.dataUpdatedAt === shownAt) showAccount(account);
    return account;
  }

  /** Shows a newer account, unless the screen has closed while it was read. */
  function showAccount(account: Account) {
    const queryKey = accountQueryKey(session);
    if (queryClient.getQueryState(queryKey)) queryClient.setQueryData(queryKey, account);
  }

  const remember = () => replaceSession({ ...session, requestedStorage: 'browser' });

  return { session, actualStorage, renew, remember };
}

/** The session as stored now. Its first request, or another tab, may have changed it since it was restored. */
function asStoredNow(session: Session): Session {
  const found = findStoredSession(session.id);
  return found ? { ...session, ...toSession(found.stored, found.area, session.client) } : session;
}
