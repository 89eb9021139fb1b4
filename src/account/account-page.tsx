import { useEffect, useEffectEvent, useState } from 'react';
import { PlexError } from '../plex/errors/plex-error.ts';
import { useAccount } from '../session/use-account.ts';
import { LoadedAccount, type SessionProps } from './loaded-account.tsx';
import { LoadingAccount } from './loading-account.tsx';

type AccountPageProps = SessionProps & {
  onSignOut: () => Promise<void>;
  /** plex.tv has ended the session. */
  onEnded: (reason: PlexError) => void;
};

/** The account of a session, or what the page waits for. */
export function AccountPage({ onSignOut, onEnded, ...props }: AccountPageProps) {
  const [isSigningOut, setSigningOut] = useState(false);
  const { data: received, dataUpdatedAt, error, isFetching, refetch } = useAccount(props.session, isSigningOut);
  const plexError = error instanceof PlexError ? error : null;

  // An effect, because a background refetch can also report that the session has ended.
  const reportEnd = useEffectEvent(onEnded);
  useEffect(() => {
    if (plexError?.endsSession) reportEnd(plexError);
  }, [plexError]);

  function signOut() {
    setSigningOut(true);
    void onSignOut();
  }

  const status = { error: plexError, isFetching, isSigningOut };
  if (!received) return <LoadingAccount {...status} onTryAgain={() => void refetch()} onSignOut={signOut} />;
  const account = { received, updatedAt: dataUpdatedAt, refetch };
  return <LoadedAccount {...props} {...status} {...account} onSignOut={signOut} />;
}
