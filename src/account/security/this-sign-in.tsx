import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { linkLooks } from '../../ui/external-link.tsx';
import type { SessionSummary } from '../facts/panel-props.ts';
import { sessionLifetime } from './session-lifetime.ts';

/** How long the sign-in lasts, and where it is stored. */
export function ThisSignIn({ session, now }: { session: SessionSummary; now: Date }) {
  const { timeLeft, meter, storage } = sessionLifetime(session, now);
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
      <div className={`col-span-full grid gap-0.5 ${session.onRemember ? 'sm:col-span-2' : 'sm:col-span-3'}`}>
        <p>{timeLeft}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
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
          {/* Takes the focus when the button disappears, and announces the new storage. */}
          <span
            role="status"
            tabIndex={-1}
            ref={storageText}
            className="text-fine text-muted outline-none print:inline!"
          >
            {storage}
          </span>
        </div>
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

/** How the sign-in was made, and where plex.tv lists it. */
export function SignInOrigin({ session, now }: { session: SessionSummary; now: Date }) {
  return (
    <p className="text-fine text-muted">
      {sessionLifetime(session, now).method} Listed as {session.device} among{' '}
      <a href="#devices" className={linkLooks.text}>
        your devices
      </a>
      .
    </p>
  );
}
