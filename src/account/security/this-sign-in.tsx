import { useRef } from 'react';
import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Subheading } from '../../ui/panel.tsx';
import type { SessionSummary } from '../facts/panel-props.ts';
import { sessionLifetime } from './session-lifetime.ts';

/** This sign-in itself: how long it lasts, how it was made, where it is kept and where plex.tv lists it. */
export function ThisSignIn({ signIn, now }: { signIn: SessionSummary; now: Date }) {
  const { left, meter, method, storage } = sessionLifetime(signIn, now);
  const place = useRef<HTMLSpanElement>(null);

  function remember(onRemember: SessionSummary['onRemember']) {
    place.current?.focus({ preventScroll: true });
    onRemember?.();
  }

  return (
    <div className="grid gap-3">
      <Subheading>This sign-in</Subheading>
      <p>{left}</p>
      {meter && (
        <meter
          aria-label="Days left of this sign-in"
          className="h-4 w-full max-w-sm"
          value={meter.days}
          max={meter.of}
          low={meter.low}
          optimum={meter.of}
        >
          {left}
        </meter>
      )}
      <dl className="grid grid-cols-3 gap-x-8 gap-y-4 @max-2xl:grid-cols-2 @max-md:grid-cols-1">
        <Term name="Made">{method}</Term>
        <Term name="Kept">
          {/* Has the focus when the button is gone, and says what came of it. */}
          <span role="status" tabIndex={-1} ref={place} className="outline-none">
            {storage}
          </span>{' '}
          {signIn.onRemember && (
            <Button variant="link" onClick={() => remember(signIn.onRemember)}>
              Remember me on this browser
            </Button>
          )}
        </Term>
        <Term name="At plex.tv">
          Listed as “Account statement”, {signIn.device}, among{' '}
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
