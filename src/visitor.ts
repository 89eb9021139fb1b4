import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Session } from './session/session.ts';
import type { RestoreResult } from './session/storage/restore-session.ts';
import type { InitialValues } from './sign-in/sign-in-form.tsx';

/** What the person is doing: `returning` restores a stored session, the others are the two screens. */
export type Visitor =
  | { state: 'returning'; restored?: Exclude<RestoreResult, { kind: 'session' }> }
  | { state: 'signed-in'; session: Session }
  | { state: 'signing-in'; notice?: ReactNode; initialValues?: InitialValues | undefined };

/** Shows the next visitor. Returns false, and does nothing, when another one is shown already. */
export type ShowVisitor = (next: Visitor) => boolean;

/** The current visitor. Each has a `visit` number, which keys their screen. */
export function useVisitor(first: () => Visitor) {
  const presentVisit = useRef<number>(undefined);
  const [{ visit, visitor }, setCurrent] = useState(() => ({ visit: 0, visitor: first() }));

  // A response can arrive after the person has opened or left the sample. A layout effect, because effects of the
  // screens inside already show the next visitor.
  useLayoutEffect(() => {
    presentVisit.current = visit;
    return () => {
      presentVisit.current = undefined;
    };
  }, [visit]);

  /** Whether this visitor is still shown. */
  const isPresent = () => presentVisit.current === visit;

  /** Shows the next visitor and forgets this one. */
  function showVisitor(next: Visitor): boolean {
    if (!isPresent()) return false;
    presentVisit.current = visit + 1;
    setCurrent({ visit: visit + 1, visitor: next });
    return true;
  }

  return { visit, visitor, isPresent, showVisitor };
}
