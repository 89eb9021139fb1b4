import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { linkLooks } from '../../ui/external-link.tsx';
import type { SessionSummary } from '../facts/panel-props.ts';
import { sessionLifetime } from './session-lifetime.ts';

/** How long the sign-in lasts, how it was made, where it is stored and where plex.tv lists it. */
export function ThisSignIn({ session, now }: { session: SessionSummary; now: Date }) {
  const { timeLeft, meter, method, storage } = sessionLifetime(session, now);
  const storageText = useRef<HTMLSpanElement>(null);

  function remember(onRemember: SessionSummary['onRemember']) {
    storageText.current?.focus({ preventScroll: true });
    onRemember?.();
  }

  return (
    <div id="this-sign-in" className="quarters items-center gap-y-2 border-t border-line py-2.5">
      <h3 tabIndex={-1} className="font-semibold max-sm:col-span-full">
        This sign-in
      </h3>
      <div className={`col-span-full grid gap-2 ${session.onRemember ? 'sm:col-span-2' : 'sm:col-span-3'}`}>
        <p>
          {timeLeft} {/* Takes the focus when the button disappears, and announces the new storage. */}
          <span role="status" tabIndex={-1} ref={storageText} className="outline-none print:inline!">
            {storage}
          </span>
        </p>
        {meter && (
          <meter
            aria-label="Days left of this sign-in"
            className="meter"
            value={meter.days}
            max={meter.of}
            low={meter.low}
            optimum={meter.of}
          >
            {timeLeft}
          </meter>
        )}
        <p className="text-fine text-muted">
          {method} Listed as {session.device} among{' '}
          <a href="#devices" className={linkLooks.text}>
            your devices
          </a>
          .
        </p>
      </div>
      {session.onRemember && (
        <p className="max-sm:col-span-full sm:justify-self-end">
          <Button variant="small" onClick={() => remember(session.onRemember)}>
            Remember me here
          </Button>
        </p>
      )}
    </div>
  );
}
