import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { NewSignIn, PlexTv } from '../session/session.ts';
import { StepHeader } from './step-header.tsx';

export type SignInMethodProps = {
  plexTv: PlexTv;
  /** Whether this browser remembers the sign-in after the tab is closed. */
  isRemembered: boolean;
  onSignedIn: (signIn: NewSignIn) => void;
  /** Back to the step before. */
  onBack: () => void;
};

type SignInMethodFrameProps = { title: string; onBack: () => void; children: ReactNode };

/** Frames a sign-in method that replaces the password form. Moves the focus in, and back when it closes. */
export function SignInMethodFrame({ title, onBack, children }: SignInMethodFrameProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const previousFocus = useRef<Element>(null);

  // Only the document knows where the focus was. It returns there unless the next screen has taken it.
  useEffect(() => {
    previousFocus.current ??= document.activeElement;
    heading.current?.focus();
    return () => {
      const isStillThere = previousFocus.current !== document.body && previousFocus.current?.isConnected;
      const target = isStillThere ? previousFocus.current : document.querySelector('h1');
      if (document.activeElement === document.body && target instanceof HTMLElement) target.focus();
    };
  }, []);

  return (
    <section aria-labelledby={id} className="grid gap-4">
      <StepHeader title={title} titleId={id} titleRef={heading} onBack={onBack} />
      {children}
    </section>
  );
}
