import { claimServerHelpUrl } from '../../plex/plex-pages.ts';
import { Alert } from '../../ui/alert.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Fold } from '../../ui/fold.tsx';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { breakInSteps } from './break-in-steps.ts';

/** The steps to take after a break-in, in order, each with the present state of the account. */
export function BreakInFold({ account, access }: Pick<LazyPanelProps, 'account' | 'access'>) {
  const steps = breakInSteps(account, access.sources);
  if (steps.length === 0) return null;
  return (
    <Fold title="Something looks wrong?" count={`${steps.length} steps`}>
      <Alert tone="warn" title="A new password with “Sign out connected devices” also signs out your media servers.">
        <p>
          Each of them belongs to nobody until you claim it again on its own network.{' '}
          <ExternalLink href={claimServerHelpUrl}>How to claim a server</ExternalLink>
        </p>
      </Alert>
      <ol>
        {steps.map(({ id, title, now, todo, link, isPersonal }) => (
          <li key={id} data-fact={`wrong ${id}`} className="wrong-step border-t border-line first:border-t-0">
            <h3 className="font-semibold">{title}</h3>
            <div>
              <p className={isPersonal ? 'personal' : ''}>
                <bdi>{now}</bdi>
              </p>
              <p className="text-muted">{todo}</p>
            </div>
            <p className="text-fine">
              <ExternalLink href={link.href}>{link.text}</ExternalLink>
            </p>
          </li>
        ))}
      </ol>
    </Fold>
  );
}
