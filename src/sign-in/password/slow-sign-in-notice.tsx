import { Button } from '../../ui/button.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';

type SlowSignInNoticeProps = { isPending: boolean; isStopped: boolean; onStop: () => void };

/** After ten seconds, lets the person stop waiting for plex.tv. */
export function SlowSignInNotice({ isPending, isStopped, onStop }: SlowSignInNoticeProps) {
  const isSlow = useIsSlow(isPending);
  return (
    <>
      {/* Takes no room while it is empty. */}
      <p role="status" className={isSlow || isStopped ? 'text-muted' : 'sr-only'}>
        {isSlow && 'plex.tv is slow to answer.'}
        {isStopped && 'You stopped waiting. If plex.tv still signs you in, this page signs you out at once.'}
      </p>
      {isSlow && (
        <Button variant="link" className="justify-self-start" onClick={onStop}>
          Stop waiting
        </Button>
      )}
    </>
  );
}
