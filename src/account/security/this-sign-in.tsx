import { useRef } from 'react';
import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Subheading } from '../../ui/panel.tsx';
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
    <div className="grid gap-3">
      <Subheading>This sign-in</Subheading>
      <p>{timeLeft}</p>
      {meter && (
        <meter
          aria-label="Days left of this sign-in"
          className="h-4 w-full max-w-sm"
          value={meter.days}
          max={meter.of}
          low={meter.low}
          optimum={meter.of}
        >
          {timeLeft}
        </meter>
      )}
      <dl className="grid grid-cols-3 gap-x-8 gap-y-4 @max-2xl:grid-cols-2 @max-md:grid-cols-1">
        <Term name="Made">{method}</Term>
        <Term name="Kept">
          {/* Takes the focus when the button disappears, and announces the new storage. */}
          <span role="status" tabIndex={-1} ref={storageText} className="outline-none">
            {storage}
          </span>{' '}
          {session.onRemember && (
            <Button variant="link" onClick={() => remember(session.onRemember)}>
              Remember me on this browser
            </Button>
          )}
        </Term>
        <Term name="At plex.tv">
          Listed as “Account statement”, {session.device}, among{' '}
          <ExternalLink href={authorizedDevicesUrl}>your authorized devices</ExternalLink>.
        </Term>
      </dl>
    </div>
  );
}

function Term({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-fine text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
