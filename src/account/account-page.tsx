import './account.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getAccount } from '../plex/get-account.ts';
import { PlexError } from '../plex/plex-error.ts';
import type { Session } from '../session/session.ts';
import { PanelBoundary } from '../ui/panel.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { AccountHeader } from './account-header.tsx';
import { ActionBar } from './action-bar.tsx';
import { PrintedNote } from './printed-note.tsx';
import { SectionList } from './section-list.tsx';
import { sectionMarks } from './section-marks.ts';
import { sections } from './sections.tsx';

const sectionIds = sections.map(({ id }) => id);

type AccountPageProps = {
  session: Session;
  onSignOut: () => Promise<void>;
  /** plex.tv has ended the session. */
  onEnded: (reason: PlexError) => void;
};

export function AccountPage({ session, onSignOut, onEnded }: AccountPageProps) {
  const { data: account, dataUpdatedAt, error, isFetching, refetch } = useAccount(session);
  const [isLeaving, setLeaving] = useState(false);
  const now = new Date();
  useShortcut(({ key, ctrlKey, metaKey }) => key === '/' && !ctrlKey && !metaKey, focusFilter);

  async function refresh() {
    const reason = (await refetch()).error;
    if (reason instanceof PlexError && reason.endsSession) onEnded(reason);
  }

  function leave() {
    setLeaving(true);
    void onSignOut();
  }

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
        onRefresh={() => void refresh()}
        onSignOut={leave}
      />
      <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 px-4 py-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <SectionList sections={sections} ids={sectionIds} marks={sectionMarks(account, now)} />
        <main ref={focusOnArrival} className="min-w-0">
          <AccountHeader account={account} now={now} />
          <PrintedNote now={now} />
          {error instanceof PlexError && !isFetching && (
            <div className="pb-8">
              <Trouble words={error.words} said={error.said} tone="warn">
                <p>What you see is as it was before.</p>
              </Trouble>
            </div>
          )}
          {sections.map(({ Panel, ...section }) => (
            <PanelBoundary key={section.id} {...section}>
              <Panel {...section} account={account} now={now} />
            </PanelBoundary>
          ))}
        </main>
      </div>
    </>
  );
}

/** `/` leads to the filter over all that plex.tv sent. */
function focusFilter() {
  if (document.querySelector('dialog[open]')) return; // the page behind it is inert
  document.querySelector<HTMLInputElement>('#everything input[type=search]')?.focus();
}

/** The account as it came with the sign-in, asked for again only when the person says so. */
function useAccount({ client, account, signedInAt }: Session) {
  return useQuery({
    queryKey: ['account', signedInAt.getTime()],
    queryFn: ({ signal }) => {
      if (!account.authToken) throw new PlexError('noToken');
      return getAccount(client, account.authToken, signal);
    },
    initialData: account,
    initialDataUpdatedAt: signedInAt.getTime(),
    staleTime: Number.POSITIVE_INFINITY,
    // A query that nobody looks at is kept for five minutes by default: after sign-out, the account and its token.
    gcTime: 0,
    // After a failure it would count as stale all the same.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    // Offline, a query would wait; the person is to be told.
    networkMode: 'always',
    throwOnError: (error) => !(error instanceof PlexError),
  });
}

/** After sign-in the focus goes to the heading: of the section that the address names, or of the page. */
function focusOnArrival(main: HTMLElement | null) {
  const section = main && document.getElementById(location.hash.slice(1));
  const heading = section?.querySelector('h2') ?? main?.querySelector('h1');
  heading?.focus();
  section?.scrollIntoView();
}
