import { type SetStateAction, startTransition, useEffect, useState } from 'react';
import type { Account } from '../plex/account/account.ts';

/**
 * The account with its long lists, which are read after the page has been drawn once. Until then, the account that was
 * shown before, or undefined.
 */
export function useWholeAccount(received: Account | undefined): Account | undefined {
  const isWhole = received !== undefined && !received.readLongLists;
  const [shown, setShown] = useState(isWhole ? received : undefined);
  if (isWhole && shown !== received) setShown(received);

  // Reading goes on outside React, between the tasks of the browser.
  useEffect(() => {
    let isOver = false;
    const show = (next: SetStateAction<Account | undefined>) => {
      if (!isOver) startTransition(() => setShown(next));
    };
    const fail = (error: unknown) => {
      throw error; // in React, which then shows the crash screen
    };
    received?.readLongLists?.().then(show, (error) => show(() => fail(error)));
    return () => {
      isOver = true;
    };
  }, [received]);

  return isWhole ? received : shown;
}
