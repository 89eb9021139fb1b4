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
    const show = (whole: Account) => {
      const query = queryClient.getQueryCache().find<Account>({ queryKey: accountQueryKey({ id }) });
      // Another answer may have come meanwhile. The time of this one, and the error of a refresh, stay.
      if (query?.state.data === account) query.setState({ data: whole });
    };
    account.readLongLists().then(show, (error) => setFailure({ error }));
  }, [queryClient, id, account]);

  if (failure) throw failure.error;
}
