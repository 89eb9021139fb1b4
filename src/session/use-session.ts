import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Account } from '../plex/account.ts';
import { discardToken } from '../plex/discard-token.ts';
import { readAccount } from '../plex/read-account.ts';
import { Secret } from '../plex/secret.ts';
import type { StorageArea } from './browser-storage.ts';
import type { EndReason } from './ended-sessions.ts';
import { createSession, type NewSignIn, type PlexTv, type Session, type StorageLocation } from './session.ts';
import { removeSession, storeSession, toStoredSession } from './store-session.ts';
import type { StoredSession } from './stored-session.ts';
import { notifyTabs } from './tab-channel.ts';
import { accountQueryKey } from './use-account.ts';
import { watchSession } from './watch-session.ts';

type LiveSession = {
  session: Session;
  /** Where it is kept. */
  actualStorage: StorageLocation;
  /** Puts another sign-in of the same person in the place of this one, in all tabs, and ends the old one at plex.tv. */
  renew: (arrival: NewSignIn) => void;
  /** Keeps it on this browser, until it ends, and not only in the tab. */
  remember: () => void;
};

/** A session while it lasts: kept in storage, and in step with the other tabs that show it. */
export function useSession(
  plexTv: PlexTv,
  signedIn: NewSignIn | Session,
  onEndedElsewhere: (ending: EndReason) => void,
): LiveSession {
  const queryClient = useQueryClient();
  const [session, setSession] = useState(() => ('account' in signedIn ? createSession(plexTv, signedIn) : signedIn));
  const [actualStorage, setActualStorage] = useState(session.requestedStorage);

  // Storage is outside React.
  useEffect(() => setActualStorage(storeSession(session)), [session]);

  const endHere = useEffectEvent((ending: EndReason) => {
    removeSession(session.id); // a duplicate of the tab has a storage of its own
    onEndedElsewhere(ending);
  });
  const adopt = useEffectEvent(({ token, endsAt, login, method }: StoredSession, requestedStorage: StorageArea) => {
    if (token === session.token?.reveal()) return;
    setSession({ ...session, token: new Secret(token), endsAt: new Date(endsAt), login, method, requestedStorage });
  });
  const show = useEffectEvent((account: Account) => queryClient.setQueryData(accountQueryKey(session), account));

  // Other tabs are outside React as well.
  useEffect(() => {
    const watch = new AbortController();
    const stop = watchSession(session.id, {
      onEnded: (ending) => endHere(ending),
      onRenewed: (stored, store) => adopt(stored, store),
      onAnswered: async (reply) => {
        const account = await readAccount(Promise.resolve(reply)).catch(() => undefined);
        if (account && !watch.signal.aborted) show(account);
      },
    });
    return () => {
      watch.abort();
      stop();
    };
  }, [session.id]);

  function renew(arrival: NewSignIn) {
    const begun = createSession(plexTv, arrival);
    const renewed = { ...begun, id: session.id };
    const keptNow = storeSession(renewed);
    const stored = toStoredSession(renewed);
    if (stored && renewed.requestedStorage !== 'page')
      notifyTabs(session.id, { kind: 'renewed', stored, store: renewed.requestedStorage });
    setActualStorage(keptNow);
    setSession(renewed);
    queryClient.setQueryData(accountQueryKey(session), arrival.account);
    // plex.tv may give the same browser the same token again.
    if (session.token?.reveal() !== renewed.token?.reveal()) void discardToken(session.client, session.token);
  }

  const remember = () => setSession({ ...session, requestedStorage: 'browser' });

  return { session, actualStorage, renew, remember };
}
