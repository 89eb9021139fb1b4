import { useState } from 'react';
import { Button } from './button.tsx';

/** The last resort after an unexpected error. Shows no stack trace, storage or reply, which may hold secrets. */
export function CrashScreen({ onSignOut }: { onSignOut: () => void }) {
  const [isSigningOut, setSigningOut] = useState(false);

  function signOut() {
    setSigningOut(true);
    onSignOut();
  }

  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
      <h1 className="text-title font-bold">This page stopped working.</h1>
      <p>
        A part of it could not be loaded, or it has a fault. Your Plex account is not affected. If you were signed in,
        you still are.
      </p>
      <Button variant="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
      <p>If that does not help, sign out. This page then forgets your account.</p>
      <Button variant="secondary" aria-busy={isSigningOut} onClick={() => isSigningOut || signOut()}>
        {isSigningOut ? 'Signing out…' : 'Sign out and forget'}
      </Button>
    </main>
  );
}
