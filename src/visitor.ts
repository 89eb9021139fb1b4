import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { PlexTv, Session } from './session/session.ts';
import { hasStoredSession } from './session/storage/has-stored-session.ts';
import { hasStoredPin } from './sign-in/pin/has-stored-pin.ts';
import { isBackFromPlexTv } from './sign-in/pin/return-address.ts';
import type { InitialValues } from './sign-in/sign-in-form.tsx';

/** The person in front of the page, and the plex.tv they use. */
export type Visitor = { plexTv: PlexTv } & (
  | { state: 'returning' }
  | { state: 'signed-in'; session: Session }
  | { state: 'signing-in'; notice?: ReactNode; initialValues?: InitialValues | undefined }
);

/** The current visitor. Each has a `visit` number, which keys their screen. */
export function useVisitor(plexTv: PlexTv) {
  const queryClient = useQueryClient();
  const latestVisit = useRef(0);
  const [{ visit, visitor }, setCurrent] = useState<{ visit: number; visitor: Visitor }>(() => ({
    visit: 0,
    visitor: { plexTv, state: hasStoredSession() && !isFinishingSignIn() ? 'returning' : 'signing-in' },
  }));

  /** Shows the next visitor and forgets this one. Returns false, and does nothing, when another has come since. */
  function showVisitor(next: Visitor): boolean {
    if (latestVisit.current !== visit) return false;
    latestVisit.current = visit + 1;
    queryClient.clear();
    setCurrent({ visit: visit + 1, visitor: next });
    return true;
  }

  return { visit, visitor, showVisitor };
}

/** A tab that comes back from plex.tv finishes that sign-in, whatever session the browser remembers. */
function isFinishingSignIn(): boolean {
  return hasStoredPin() && isBackFromPlexTv();
}
