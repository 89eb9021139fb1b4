import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Account } from '../plex/account.ts';
import { discardToken } from '../plex/discard-token.ts';
import { readAccount } from '../plex/read-account.ts';
import { Secret } from '../plex/secret.ts';
import type { Store } from './browser-storage.ts';
import type { Ending } from './ended-sessions.ts';
import { asStored, dropSession, keepSession } from './keep-session.ts';
import { type Arrival, beginSession, type Keeping, type PlexTv, type Session } from './session.ts';
import type { StoredSession } from './stored-session.ts';
import { tellTabs } from './tab-channel.ts';
import { accountKey } from './use-account.ts';
import { watchSession } from './watch-session.ts';

type LiveSession = {
  session: Session;
  /** Where it is kept. */
  kept: Keeping;
  /** Puts another sign-in of the same person in the place of this one, in all tabs, and ends the old one at plex.tv. */
  renew: (arrival: Arrival) => void;
  /** Keeps it on this browser, until it ends, and not only in the tab. */
  remember: () => void;
};

/** A session while it lasts: kept in storage, and in step with the other tabs that show it. */
export function useSession(
  plexTv: PlexTv,
  signedIn: Arrival | Session,
  onEndedElsewhere: (ending: Ending) => void,
): LiveSession {
  const queryClient = useQueryClient();
  const [session, setSession] = useState(() => ('account' in signedIn ? beginSession(plexTv, signedIn) : signedIn));
  const [kept, setKept] = useState(session.keeping);

  // Storage is outside React.
  useEffect(() => setKept(keepSession(session)), [session]);

  const endHere = useEffectEvent((ending: Ending) => {
    dropSession(session.id); // a duplicate of the tab has a storage of its own
    onEndedElsewhere(ending);
  });
  const adopt = useEffectEvent(({ token, endsAt, login, how }: StoredSession, keeping: Store) => {
    if (token === session.token?.reveal()) return;
    setSession({ ...session, token: new Secret(token), endsAt: new Date(endsAt), login, how, keeping });
  });
  const show = useEffectEvent((account: Account) => queryClient.setQueryData(accountKey(session), account));

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

  function renew(arrival: Arrival) {
    const begun = beginSession(plexTv, arrival);
    const renewed = { ...begun, id: session.id };
    const keptNow = keepSession(renewed);
    const stored = asStored(renewed);
    if (stored && renewed.keeping !== 'page') tellTabs(session.id, { kind: 'renewed', stored, store: renewed.keeping });
    setKept(keptNow);
    setSession(renewed);
    queryClient.setQueryData(accountKey(session), arrival.account);
    // plex.tv may give the same browser the same token again.
    if (session.token?.reveal() !== renewed.token?.reveal()) void discardToken(session.client, session.token);
  }

  const remember = () => setSession({ ...session, keeping: 'browser' });

  return { session, kept, renew, remember };
}
