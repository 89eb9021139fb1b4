import { type ReactNode, useEffect } from 'react';
import { restoreSession } from './session/restore-session.ts';
import type { PlexTv, Session } from './session/session.ts';
import { endedElsewhereNotice, SignInNoticeAlert } from './sign-in/sign-in-notice.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { isScreenShared } from './ui/screen-share-switch.tsx';

type ReturningProps = {
  plexTv: PlexTv;
  onFound: (session: Session) => void;
  /** There is no session any more: the notice for the form, and the login to fill in. */
  onSignedOut: (notice: ReactNode, login?: string) => void;
};

/** Restores the session that this tab or browser has stored. */
export function Returning({ plexTv, onFound, onSignedOut }: ReturningProps) {
  // Storage is outside React, and restoring removes from it what has ended.
  useEffect(() => {
    const result = restoreSession(plexTv.client, new Date());
    if (result.kind === 'session') onFound(result.session);
    else if (result.kind === 'none') onSignedOut(undefined);
    else if (result.reason === 'expired') {
      onSignedOut(<SignInNoticeAlert kind="expired" />, isScreenShared() ? '' : result.login);
    } else onSignedOut(<SignInNoticeAlert kind={endedElsewhereNotice[result.reason]} />);
  });
  return <LoadingScreen />;
}
