/** Stands where a screen will be. Shows nothing for the first moment, so that a fast arrival does not flash. */
export function Waiting() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <p role="status" className="animate-arrive text-muted">
        Opening your account…
      </p>
    </main>
  );
}
