import type { PlexError } from '../plex/errors/plex-error.ts';
import { authorizedDevicesUrl } from '../plex/plex-pages.ts';
import { Alert } from '../ui/alert.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ExternalLink } from '../ui/external-link.tsx';

/** Why the person is back on the sign-in screen. */
export type SignInNotice =
  | { kind: 'signed-out' | 'expired' | 'signed-out-elsewhere' | 'refused-elsewhere' }
  /** Signed out in this browser, but the request to plex.tv failed: the token still works. */
  | { kind: 'sign-out-failed'; error: PlexError }
  /** plex.tv has refused the token. */
  | { kind: 'session-ended'; error: PlexError };

/** The notice for a session that another tab has ended. */
export const endedElsewhereNotice = { 'signed-out': 'signed-out-elsewhere', refused: 'refused-elsewhere' } as const;

export function SignInNoticeAlert(notice: SignInNotice) {
  switch (notice.kind) {
    case 'signed-out':
      return <Alert tone="good" title="You are signed out. This page has forgotten your account." role="status" />;
    case 'signed-out-elsewhere':
      return (
        <Alert tone="good" title="You were signed out in another tab or page." role="status">
          <p>This page has forgotten your account.</p>
        </Alert>
      );
    case 'refused-elsewhere':
      return (
        <Alert tone="warn" title="You have been signed out." role="alert">
          <p>
            Another tab found that plex.tv no longer accepts this sign-in. It has expired, or somebody ended it on
            another device.
          </p>
          <p>Sign in again.</p>
        </Alert>
      );
    case 'expired':
      return (
        <Alert tone="warn" title="Your sign-in has expired." role="alert">
          <p>This browser remembers a sign-in only for a limited time. Sign in again.</p>
        </Alert>
      );
    case 'session-ended':
      return <ErrorNotice words={notice.error.words} answerText={notice.error.answerText} tone="warn" />;
    case 'sign-out-failed':
      return (
        <Alert tone="warn" title="You are signed out here, but not at plex.tv." role="alert">
          <p>
            {notice.error.words.what} {notice.error.words.why} This page has forgotten your account, but plex.tv accepts
            the sign-in until it expires.
          </p>
          <p>
            To end it now, remove “Account statement” from{' '}
            <ExternalLink href={authorizedDevicesUrl}>your authorized devices</ExternalLink>.
          </p>
        </Alert>
      );
  }
}
