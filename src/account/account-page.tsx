import './account.css';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Account } from '../plex/account.ts';
import { clientHeaders } from '../plex/client-headers.ts';
import { PlexError } from '../plex/plex-error.ts';
import type { Session, StorageLocation } from '../session/session.ts';
import { isPlausibleExpiry } from '../session/session-expiry.ts';
import { useAccount } from '../session/use-account.ts';
import { AccountHeader } from './account-header.tsx';
import { ActionBar } from './action-bar.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import type { SessionSummary } from './facts/panel-props.ts';
import { LoadingAccount } from './loading-account.tsx';
import { PrintedNote } from './printed-note.tsx';
import { SectionList } from './section-list.tsx';
import { sectionMarks } from './section-marks.ts';
import { sections } from './sections.tsx';
import { SessionNotice } from './session-notice.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Statement } from './statement.tsx';
import { useFilterShortcut } from './use-filter-shortcut.ts';

const sectionIds = sections.map(({ id }) => id);

type AccountPageProps = {
  session: Session;
  /** Where the session is kept, which may be less than was asked for. */
  actualStorage: StorageLocation;
  /** Whether the person has just signed in again. */
  isRenewed: boolean;
  /** To keep the session on this browser, and not only in the tab. */
  onRemember: () => void;
  onSignInAgain: () => void;
  onSignOut: () => Promise<void>;
  /** plex.tv has ended the session. */
  onEnded: (reason: PlexError) => void;
};

export function AccountPage(props: AccountPageProps) {
  const { session, actualStorage, isRenewed, onRemember, onSignInAgain, onSignOut, onEnded } = props;
  const { data, dataUpdatedAt, error, isFetching, refetch } = useAccount(session);
  const account = useMemo(() => data && withPossibleEnd(data, session.endsAt), [data, session.endsAt]);
  const trouble = error instanceof PlexError ? error : null;
  const [askedFor, setAskedFor] = useState<PlexError | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const now = new Date();
  // What nobody sees yet is drawn after the first paint, so that a long account opens as fast as a short one.
  const isWhole = useDeferredValue(true, false);
  const { focusFilter, hasShortcut, chooseShortcut } = useFilterShortcut();

  // The end of a session may be told in answer to a question that nobody pressed a button for.
  const tellEnded = useEffectEvent(onEnded);
  useEffect(() => {
    if (trouble?.endsSession) tellEnded(trouble);
  }, [trouble]);

  /** What fails now is told aloud; what fails by itself, quietly. */
  async function refresh() {
    const { error: failure } = await refetch();
    setAskedFor(failure instanceof PlexError ? failure : null);
  }

  function leave() {
    setLeaving(true);
    void onSignOut();
  }

  if (!account) {
    const asking = { error: trouble, isAsking: isFetching, isLeaving };
    return <LoadingAccount {...asking} onTryAgain={() => void refetch()} onSignOut={leave} />;
  }
  const signIn = {
    ...signInOf(session, actualStorage, account.rememberExpiresAt),
    onRemember: session.requestedStorage === 'tab' ? onRemember : undefined,
  };
  return (
    <>
      <a href="#top" className="skip-link">
        Skip to the statement
      </a>
      <ActionBar
        account={account}
        updatedAt={new Date(dataUpdatedAt)}
        isRefreshing={isFetching}
        isLeaving={isLeaving}
        hasShortcut={hasShortcut}
        onShortcut={chooseShortcut}
        onRefresh={() => void refresh()}
        onSignOut={leave}
      />
      <div className="mx-auto max-w-6xl gap-x-12 px-4 pb-16 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:pt-10">
        <SectionList
          sections={sections}
          ids={sectionIds}
          isFullyDrawn={isWhole}
          marks={sectionMarks(account, now)}
          hasShortcut={hasShortcut}
          onFind={focusFilter}
        />
        <main ref={focusOnArrival} className="min-w-0 pt-6 lg:pt-0">
          <AccountHeader account={account} now={now} />
          <AtAGlance account={account} now={now} />
          <PrintedNote now={now} />
          <SessionNotice {...{ signIn, now, isRenewed, onSignInAgain }} requestedStorage={session.requestedStorage} />
          {trouble && !isFetching && <StaleNotice error={trouble} isAskedFor={trouble === askedFor} />}
          <Statement account={account} now={now} session={signIn} isFullyDrawn={isWhole} />
        </main>
      </div>
    </>
  );
}

/**
 * An end of the sign-in that cannot be is replaced by the one that the session goes by, so that all who tell it tell the
 * same; as it came it stands in the list of everything.
 */
function withPossibleEnd(account: Account, endsAt: Date): Account {
  const { rememberExpiresAt: said } = account;
  return said && !isPlausibleExpiry(said, new Date()) ? { ...account, rememberExpiresAt: endsAt } : account;
}

function signInOf(
  { method, client }: Session,
  actualStorage: StorageLocation,
  endsAt: Account['rememberExpiresAt'],
): SessionSummary {
  const device = clientHeaders(client, navigator.userAgent, navigator.language)['X-Plex-Device-Name'] ?? '';
  return { method, actualStorage, endsAt: endsAt ?? undefined, device };
}

/** After sign-in the focus goes to the heading: of the section that the address names, or of the page. */
function focusOnArrival(main: HTMLElement | null) {
  const section = main && document.getElementById(location.hash.slice(1));
  const heading = section?.querySelector('h2') ?? main?.querySelector('h1');
  heading?.focus();
  section?.scrollIntoView();
}
