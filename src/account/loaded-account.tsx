import './account.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Account } from '../plex/account/account.ts';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { clientHeaders } from '../plex/http/client-headers.ts';
import type { Session, StorageLocation } from '../session/session.ts';
import { useLongLists } from '../session/use-long-lists.ts';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { DrawClosedFolds } from '../ui/fold.tsx';
import { PartBoundary } from '../ui/panel.tsx';
import { useIsPainted } from '../ui/use-is-painted.ts';
import { AccountHeader } from './account-header.tsx';
import { ActionBar } from './action-bar.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import type { FilterRequest, SessionSummary } from './facts/panel-props.ts';
import { signInEnd } from './facts/sign-in-end.ts';
import { Find } from './find/find.tsx';
import { useFind } from './find/use-find.ts';
import { LazyPanelsProvider } from './lazy-section.tsx';
import { ReadingAccount } from './reading-account.tsx';
import { SectionList } from './section-list.tsx';
import { sectionMarks } from './section-marks.ts';
import { sections } from './sections.tsx';
import { SessionNotice } from './session-notice.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Statement } from './statement.tsx';
import { useAccess } from './use-access.ts';
import { useFindShortcut } from './use-find-shortcut.ts';
import { useNow } from './use-now.ts';

/** The sources that the overview and the checkup need. */
const glanceSources = ['home', 'devices', 'friends', 'invitations', 'resources', 'webhooks'] as const;

const sectionIds = sections.map(({ id }) => id);

/** The session of the page, and what the person can do with it. */
export type SessionProps = {
  session: Session;
  /** The actual storage of the session. The browser may have refused `session.requestedStorage`. */
  actualStorage: StorageLocation;
  /** The account of the new sign-in, when the user has signed in again. */
  renewedAccount?: Account | undefined;
  /** Stores the session in this browser, and not only in the tab. */
  onRemember: () => void;
  onSignInAgain: () => void;
};

type LoadedAccountProps = SessionProps & {
  /** The latest account that plex.tv has sent. */
  received: Account;
  /** When it came. Unix milliseconds. */
  updatedAt: number;
  /** Why the last request failed. */
  error: PlexError | null;
  isFetching: boolean;
  /** Asks plex.tv again. */
  refetch: () => Promise<{ error: Error | null }>;
  isSigningOut: boolean;
  onSignOut: () => void;
};

/** The page with the account of a session. */
export function LoadedAccount(props: LoadedAccountProps) {
  const { session, actualStorage, received, updatedAt, error, isFetching, refetch } = props;
  const { renewedAccount, isSigningOut, onRemember, onSignInAgain, onSignOut } = props;
  const { client, requestedStorage } = session;
  // A long account takes long to draw. Until then the one before stays, and the page reacts to presses.
  const shownAccount = useDeferredValue(received);
  useLongLists(session, shownAccount);
  const account = shownAccount.readLongLists ? undefined : shownAccount;
  const [refreshError, setRefreshError] = useState<PlexError | null>(null);
  // The list of sections on a wide screen, the panels below the first screen, and closed folds are drawn after the first
  // paint. So a long account opens as fast as a short one.
  const isPainted = useIsPainted();
  const { access, askAll } = useAccess(session, isPainted && !isSigningOut ? received : undefined);
  const { sources, onNear, onRefresh } = access;
  const { openFind, find, closeFind } = useFind(isPainted, askAll);
  const [filterRequest, setFilterRequest] = useState<FilterRequest>();
  const { hasShortcut, setShortcut } = useFindShortcut(find);
  const now = useNow(account, sources, error);
  const marks = useMemo(() => account && (() => sectionMarks(account, sources, now)), [account, sources, now]);
  const sessionSummary = useMemo(
    () =>
      account && {
        ...summarizeSession(session, actualStorage, signInEnd(account, now)),
        onRemember: requestedStorage === 'tab' ? onRemember : undefined,
      },
    [account, session, actualStorage, requestedStorage, onRemember, now],
  );

  // The first screen needs these sources at once, and a printed page needs all of them.
  useEffect(() => {
    onNear(...glanceSources);
    addEventListener('beforeprint', askAll);
    return () => removeEventListener('beforeprint', askAll);
  }, [onNear, askAll]);

  /** Remembers the error, so that only the failure of a requested refresh is an alert. */
  async function refresh() {
    const { error: failure } = hasToWait(error) ? { error } : await refetch();
    setRefreshError(failure instanceof PlexError ? failure : null);
    onRefresh();
  }

  const sectionListProps = { sections, ids: sectionIds, isPainted, hasShortcut, onFind: find };
  return (
    <>
      <a href="#top" className="skip-link">
        Skip to the account
      </a>
      <ActionBar
        account={shownAccount}
        sources={sources}
        updatedAt={new Date(updatedAt)}
        isRefreshing={isFetching}
        isSigningOut={isSigningOut}
        hasShortcut={hasShortcut}
        onShortcutChange={setShortcut}
        onRefresh={() => void refresh()}
        onShare={askAll}
        onSignOut={onSignOut}
      />
      <div
        // During a sign-out, no panel can sign in again, remember the session or sign out a device.
        inert={isSigningOut}
        className="mx-auto max-w-[72.5rem] gap-x-12 px-4 sm:px-6 lg:grid lg:grid-cols-[13.5rem_minmax(0,54rem)] lg:px-4 lg:pt-8"
      >
        <PartBoundary resetKey={account} fallback={<SectionList {...sectionListProps} />}>
          <SectionList {...sectionListProps} marks={marks} />
        </PartBoundary>
        <main ref={focusHeading} className="min-w-0 pt-6 lg:pt-0">
          <PartBoundary resetKey={shownAccount} fallback={<h1 tabIndex={-1}>Your account</h1>}>
            <AccountHeader account={shownAccount} hasPicture={!client.isSample} />
          </PartBoundary>
          <LazyPanelsProvider isWanted={isPainted}>
            {account && sessionSummary ? (
              <>
                <PartBoundary resetKey={account} fallback={<p>The overview could not be shown.</p>}>
                  <AtAGlance account={account} sources={sources} now={now} />
                </PartBoundary>
                <SessionNotice
                  session={sessionSummary}
                  requestedStorage={requestedStorage}
                  isRenewed={renewedAccount === account}
                  {...{ now, onSignInAgain }}
                />
                {error && !isFetching && !isSigningOut && (
                  <StaleNotice error={error} isRequested={error === refreshError} />
                )}
                <DrawClosedFolds value={isPainted}>
                  <Statement
                    account={account}
                    now={now}
                    session={sessionSummary}
                    filterRequest={filterRequest}
                    access={access}
                    isPainted={isPainted}
                  />
                </DrawClosedFolds>
              </>
            ) : (
              <ReadingAccount />
            )}
          </LazyPanelsProvider>
        </main>
      </div>
      {openFind && account && sessionSummary && (
        <Find
          loaded={openFind}
          account={account}
          sources={sources}
          now={now}
          session={sessionSummary}
          clientIdentifier={client.clientIdentifier}
          sections={sections}
          onClose={closeFind}
          onFilter={(query) => setFilterRequest({ query })}
        />
      )}
    </>
  );
}

function summarizeSession(
  { method, client }: Session,
  actualStorage: StorageLocation,
  end: SessionSummary['end'],
): SessionSummary {
  const device = clientHeaders(client, navigator.userAgent, navigator.language)['X-Plex-Device-Name'] ?? '';
  return { method, actualStorage, end, device };
}

/** After sign-in, moves the focus to the heading of the section in the address, or of the page. */
function focusHeading(main: HTMLElement) {
  // In the frame that paints: the focus lays out the page, and the task that draws it is long already.
  const frame = requestAnimationFrame(() => {
    const target = document.getElementById(sectionInFragment());
    const heading = target?.querySelector<HTMLElement>('h2, h3') ?? main.querySelector('h1');
    heading?.focus();
    target?.scrollIntoView();
  });
  return () => cancelAnimationFrame(frame);
}
