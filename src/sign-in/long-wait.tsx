import { Button } from '../ui/button.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';

type LongWaitProps = { isPending: boolean; isStopped: boolean; onStop: () => void };

/** The way out for somebody who has waited for ten seconds, and what becomes of it. */
export function LongWait({ isPending, isStopped, onStop }: LongWaitProps) {
  const isLong = useIsSlow(isPending);
  return (
    <>
      <p role="status" className="text-muted">
        {isLong && 'plex.tv is taking long.'}
        {isStopped && 'You stopped waiting. If plex.tv still lets you in, you are signed out at once.'}
      </p>
      {isLong && (
        <Button variant="link" className="justify-self-start" onClick={onStop}>
          Stop waiting
        </Button>
      )}
    </>
  );
}
