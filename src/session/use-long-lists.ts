import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Account } from '../plex/account/account.ts';
import type { Session } from './session.ts';
import { accountQueryKey } from './use-account.ts';

/** Reads the long lists of an account when it is drawn, and puts the whole account in its place. */
export function useLongLists(session: Session, account: Account | undefined): void {
  const queryClient = useQueryClient();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const { id } = session;

  // Reading goes on outside React, between the tasks of the browser.
  useEffect(() => {
    if (!account?.readLongLists) return;
    const queryKey = accountQueryKey({ id });
    const show = (whole: Account) => {
      const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? Date.now();
      // Another answer may have come meanwhile.
      const replace = (shown: Account | undefined) => (shown === account ? whole : shown);
      queryClient.setQueryData(queryKey, replace, { updatedAt });
    };
    account.readLongLists().then(show, (error) => setFailure({ error }));
  }, [queryClient, id, account]);

  if (failure) throw failure.error;
}
