import { Button } from './button.tsx';

/** When all else fails. Shows no stack, no storage, no reply. */
export function CrashScreen() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
      <h1 className="text-title font-bold">This page stopped working.</h1>
      <p>
        A part of it could not be fetched, or has a fault. Your Plex account is not affected. If you were signed in, you
        still are.
      </p>
      <Button variant="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </main>
  );
}
