import { CircleDashed } from 'lucide';
import { useState } from 'react';
import { claimServerHelpUrl } from '../../plex/plex-pages.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import { countOf } from '../facts/count-words.ts';
import { DeviceIcon } from './device-list.tsx';
import type { DeviceRow } from './device-row.ts';
import { devicesOf, lineTitle, type PlanLine, type SignOutPlan } from './sign-out-plan.ts';

type ConfirmSignOutProps = {
  plan: SignOutPlan;
  hasThisBrowser: boolean;
  onConfirm: (lines: readonly PlanLine[]) => void;
  onClose: () => void;
};

/** Lists the devices to sign out by name. A server is left out until its own box is ticked. */
export function ConfirmSignOut({ plan, hasThisBrowser, onConfirm, onClose }: ConfirmSignOutProps) {
  const [tickedServers, setTickedServers] = useState<ReadonlySet<string | null>>(new Set());
  const ticked = plan.servers.filter((server) => tickedServers.has(server.device.id));
  const lines = [...plan.lines, ...ticked.map((row): PlanLine => ({ kind: 'device', row }))];
  const deviceCount = devicesOf(lines).length;
  const count = countOf(deviceCount, 'device', 'devices');
  const { shown, more } = usePaged(plan.lines, 50, { one: 'line', many: 'lines' });

  function toggle({ device: { id } }: DeviceRow) {
    const next = new Set(tickedServers);
    if (!next.delete(id)) next.add(id);
    setTickedServers(next);
  }

  return (
    <Modal
      title={deviceCount === 0 ? 'Only servers are chosen' : `Sign out ${count}?`}
      description={
        deviceCount === 0
          ? 'A server stays signed in until you tick its box here.'
          : 'Each has to sign in again before it can use your account.'
      }
      onClose={onClose}
      actions={
        <div className="flex flex-1 flex-wrap justify-end gap-2">
          <Button variant="bare" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            Cancel
          </Button>
          <Button variant="danger" disabled={deviceCount === 0} onClick={() => onConfirm(lines)}>
            {deviceCount === 0 ? 'Sign out' : `Sign out ${count}`}
          </Button>
        </div>
      }
    >
      {shown.length > 0 && (
        <ul aria-label="What is signed out" className="sign-out-lines">
          {shown.map((line) => (
            <li key={line.kind === 'group' ? line.group.id : line.row.path}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {more}
      {!hasThisBrowser && deviceCount > 0 && (
        <Alert tone="warn" title="One of these may be your own sign-in">
          <p>
            plex.tv does not list this browser. If this page uses the sign-in of one of these devices, you are signed
            out here too.
          </p>
        </Alert>
      )}
      {plan.servers.map((server) => (
        <ServerWarning
          key={server.path}
          server={server}
          isTicked={tickedServers.has(server.device.id)}
          onToggle={() => toggle(server)}
        />
      ))}
      {deviceCount > 1 && (
        <p className="text-fine text-muted">
          This was never tried on a real account. If this is your first time, sign out one device and look at the
          result.
        </p>
      )}
    </Modal>
  );
}

function Line({ line }: { line: PlanLine }) {
  if (line.kind === 'device') {
    const { name, kind, app, lastSeen } = line.row;
    return (
      <p className="sign-out-line">
        <DeviceIcon kind={kind} />
        <span className="min-w-0 flex-1">
          <bdi className="personal font-semibold">{name}</bdi> <bdi className="text-muted">{app}</bdi>
        </span>
        <span className="text-fine text-muted">{lastSeen.text}</span>
      </p>
    );
  }
  return (
    <Fold
      title={
        <span className="sign-out-line">
          <Icon node={CircleDashed} className="device-icon" />
          <span className="min-w-0">
            <span className="font-semibold">{lineTitle(line)}</span>{' '}
            <span className="text-muted underline decoration-edge underline-offset-4">Show names</span>
          </span>
        </span>
      }
      count={<span className="text-fine max-sm:hidden">{line.group.years}</span>}
      isLazy
    >
      <NameList rows={line.rows} />
    </Fold>
  );
}

function NameList({ rows }: { rows: readonly DeviceRow[] }) {
  const { shown, more } = usePaged(rows, 100, { one: 'device', many: 'devices' });
  return (
    <>
      <ul className="grid gap-1">
        {shown.map(({ path, name, app, lastSeen }) => (
          <li key={path} className="flex gap-3">
            <span className="min-w-0 flex-1">
              <bdi className="personal">{name}</bdi> <bdi className="text-muted">{app}</bdi>
            </span>
            <span className="text-fine text-muted">{lastSeen.text}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

type ServerWarningProps = { server: DeviceRow; isTicked: boolean; onToggle: () => void };

function ServerWarning({ server: { name }, isTicked, onToggle }: ServerWarningProps) {
  return (
    <Alert
      tone="warn"
      title={
        <bdi className="personal">{`${name} is a server, and ${isTicked ? 'is signed out too' : 'stays signed in'}`}</bdi>
      }
    >
      <p>
        After that it belongs to nobody. You cannot reach it through your account until you claim it again.{' '}
        <ExternalLink href={claimServerHelpUrl}>How to claim a server</ExternalLink>
      </p>
      <label className="flex min-h-8 w-fit items-center gap-2.5 pointer-coarse:min-h-11">
        <input type="checkbox" className="size-4.5 accent-text" checked={isTicked} onChange={onToggle} />
        <bdi className="personal">{`Sign out ${name} too`}</bdi>
      </label>
    </Alert>
  );
}
