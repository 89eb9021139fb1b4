import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useRef, useState } from 'react';
import { type AccountSources, type SourceName, sourceNames } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import type { Session } from './session.ts';
import type { SourceStore } from './sources/source-store.ts';
import { accountQueryKey } from './use-account.ts';

export type AccountSourcesHandle = {
  sources: AccountSources;
  /** Asks for the sources of a panel that will soon be in view. A source that was asked before is not asked again. */
  onNear: (...names: SourceName[]) => void;
  /** Asks for every source that was not asked yet: for Find, Share and print. */
  askAll: () => void;
  /** Asks again for the named sources, or for all that were asked. Call it after a refresh of the account. */
  refresh: (...names: SourceName[]) => void;
};

/**
 * The sources about who has access to the account. Each is one request to plex.tv, sent when a panel needs it. The code
 * loads after the account is drawn.
 *
 * @param account undefined until the account is drawn, so that the sources do not delay it, and during a sign-out. While
 * it is undefined, no requests are sent, those under way are aborted, and each source keeps its state.
 */
export function useAccountSources(session: Session, account: Account | undefined): AccountSourcesHandle {
  const queryClient = useQueryClient();
  const [sources, setSources] = useState(waitingSources);
  const [tries, setTries] = useState(0);
  const wanted = useRef(new Set<SourceName>());
  const store = useRef<SourceStore>(null);
  const latest = useRef({ session, account });

  // A renewed session has another token: the next request uses it.
  useEffect(() => {
    latest.current = { session, account };
  });

  const { id } = session;
  const accountKey = account && (account.uuid ?? '');
  // The store is outside React: it asks plex.tv and keeps the answers in the query cache.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads the code again
  useEffect(() => {
    if (accountKey === undefined) return;
    let isCancelled = false;
    const show = (changed: AccountSources) => {
      if (!isCancelled) startTransition(() => setSources(changed));
    };
    import('./sources/source-store.ts').then(
      ({ createSourceStore }) => {
        if (isCancelled) return;
        store.current = createSourceStore({
          queryClient,
          key: [id, accountKey],
          latest,
          onChange: show,
          onTokenRefused: () => {
            void queryClient.refetchQueries({ queryKey: accountQueryKey(latest.current.session) });
          },
        });
        store.current.ask(wanted.current);
      },
      () => show(failedSources(() => setTries((count) => count + 1))),
    );
    return () => {
      isCancelled = true;
      store.current?.close();
      store.current = null;
    };
  }, [queryClient, id, accountKey, tries]);

  // One object for the life of the page, so that effects and memos may depend on it.
  const [calls] = useState(() => {
    function ask(names: Iterable<SourceName>) {
      for (const name of names) wanted.current.add(name);
      store.current?.ask(names);
    }
    return {
      onNear: (...names: SourceName[]) => ask(names),
      askAll: () => ask(sourceNames),
      refresh: (...names: SourceName[]) => store.current?.refresh(names.length > 0 ? names : sourceNames),
    };
  });

  return { sources, ...calls };
}

const waitingSources = sameForAll({ state: 'waiting', isSlow: false, stop: () => {} });

/** The code for the sources could not be loaded. */
function failedSources(retry: () => void): AccountSources {
  return sameForAll({ state: 'failed', error: new PlexError('loadFailed'), failedAt: new Date(), retry });
}

function sameForAll(source: AccountSources[SourceName]): AccountSources {
  return Object.fromEntries(sourceNames.map((name) => [name, source])) as AccountSources;
}
