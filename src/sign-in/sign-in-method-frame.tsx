import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Account } from '../plex/account.ts';
import type { PlexTv, SignInMethod } from '../session/session.ts';
import { Button } from '../ui/button.tsx';

export type SignInMethodProps = {
  plexTv: PlexTv;
  onSignedIn: (account: Account, method: SignInMethod) => void;
  /** Back to the password. */
  onBack: () => void;
};

type SignInMethodFrameProps = { title: string; onBack: () => void; children: ReactNode };

/** A way to sign in that takes the place of the form. The focus comes along, and goes back to where it was. */
export function SignInMethodFrame({ title, onBack, children }: SignInMethodFrameProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element>(null);

  // Where the focus was, the document alone knows; there it goes again, unless the next screen has taken it.
  useEffect(() => {
    before.current ??= document.activeElement;
    heading.current?.focus();
    return () => {
      const isThere = before.current !== document.body && before.current?.isConnected;
      const place = isThere ? before.current : document.querySelector('h1');
      if (document.activeElement === document.body && place instanceof HTMLElement) place.focus();
    };
  }, []);

  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} tabIndex={-1} ref={heading} className="text-title font-bold">
        {title}
      </h2>
      {children}
      <Button variant="link" className="justify-self-start" onClick={onBack}>
        Use your password instead
      </Button>
    </section>
  );
}
