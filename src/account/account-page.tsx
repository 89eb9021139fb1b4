import { useEffect, useEffectEvent, useState } from 'react';
import type { Account } from '../plex/account/account.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import type { Session, StorageLocation } from '../session/session.ts';
import { useAccount } from '../session/use-account.ts';
import { LoadingAccount } from './loading-account.tsx';
import { OpenAccount } from './open-account.tsx';

type AccountPageProps = {
  session: Session;
  /** The actual storage of the session. The browser may have refused `session.requestedStorage`. */
  actualStorage: StorageLocation;
  /** The account of the new sign-in, when the user has signed in again. */
  renewedAccount?: Account | undefined;
  /** Stores the session in this browser, and not only in the tab. */
  onRemember: () => void;
  onSignInAgain: () => void;
  onSignOut: () => Promise<void>;
  /** plex.tv has ended the session. */
  onEnded: (reason: PlexError) => void;
};

/** The account of a session, or what the page waits for. */
export function AccountPage({ onSignOut, onEnded, ...props }: AccountPageProps) {
  const { data: received, dataUpdatedAt, error, isFetching, refetch } = useAccount(props.session);
  const plexError = error instanceof PlexError ? error : null;
  const [isSigningOut, setSigningOut] = useState(false);

  // An effect, because a background refetch can also report that the session has ended.
  const reportEnd = useEffectEvent(onEnded);
  useEffect(() => {
    if (plexError?.endsSession) reportEnd(plexError);
  }, [plexError]);

  function signOut() {
    setSigningOut(true);
    void onSignOut();
  }

  const status = { error: plexError, isFetching, isSigningOut, onSignOut: signOut };
  if (!received) return <LoadingAccount {...status} onTryAgain={() => void refetch()} />;
  return <OpenAccount {...props} {...status} received={received} updatedAt={dataUpdatedAt} refetch={refetch} />;
}
