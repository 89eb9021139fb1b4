import { Blocks, Monitor, Music, Server, Smartphone, Tv } from 'lucide';
import { memo, type ReactNode, useId, useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { cutText } from '../../ui/cut-text.ts';
import { FactText, FieldList } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { Choice } from './device-choice.ts';
import type { DeviceKind } from './device-kind.ts';
import type { DeviceRow } from './device-row.ts';

type DeviceListProps = {
  rows: readonly DeviceRow[];
  label?: string;
  labelledBy?: string;
  hasHead?: boolean;
  choice: Choice | undefined;
};

/** One row for each device. A click opens the row. While the person chooses, the row has a box to tick. */
export function DeviceList({ rows, label, labelledBy, hasHead = false, choice }: DeviceListProps) {
  const { shown, more } = usePaged(rows, 50, { one: 'device', many: 'devices' });
  return (
    <div>
      {hasHead && (
        <div
          aria-hidden="true"
          className={`device-row pb-1.5 text-fine text-muted max-sm:hidden ${choice ? 'is-choice' : ''}`}
        >
          <span className="device-name">Device</span>
          <span>Last seen</span>
          <span>App and platform</span>
          <span>Address</span>
        </div>
      )}
      <ul aria-label={label} aria-labelledby={labelledBy}>
        {shown.map((row) => (
          <li key={row.path} data-fact={row.fact} className="device">
            {choice ? (
              <ChoiceRow row={row} isChosen={choice.chosenIds.has(row.device.id ?? '')} onToggle={choice.onToggle} />
            ) : (
              <OpeningRow row={row} />
            )}
          </li>
        ))}
      </ul>
      {more && <div className="pt-2">{more}</div>}
    </div>
  );
}

/** The fields are drawn when the row opens: there are some twenty for each device. */
function OpeningRow({ row }: { row: DeviceRow }) {
  const [hasOpened, setHasOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setHasOpened(true)}>
      <summary className="device-row">
        <RowCells row={row} />
      </summary>
      {hasOpened && (
        <div className="grid gap-2 pb-4">
          {row.device.id === null && <p>plex.tv sent no number for it, so it can only be signed out at plex.tv.</p>}
          <FieldList facts={row.facts} />
        </div>
      )}
    </details>
  );
}

type ChoiceRowProps = { row: DeviceRow; isChosen: boolean; onToggle: Choice['onToggle'] };

/** Memoized, so that a click draws one row again and not all. */
const ChoiceRow = memo(function ChoiceRow({ row, isChosen, onToggle }: ChoiceRowProps) {
  const { id } = row.device;
  const boxId = useId();
  if (!row.canSignOut || id === null) {
    return (
      <div className="device-row is-choice">
        <RowCells row={row} box={<span className="device-box" />} />
      </div>
    );
  }
  return (
    <label htmlFor={boxId} className={`device-row is-choice ${isChosen ? 'is-chosen' : ''}`}>
      <RowCells
        row={row}
        box={
          <span className="device-box">
            <input
              id={boxId}
              type="checkbox"
              aria-label={`${row.name}, ${row.app}, last seen ${row.lastSeen.text}`}
              checked={isChosen}
              onChange={() => onToggle([id])}
            />
          </span>
        }
      />
    </label>
  );
});

/** Longer names of apps are cut. The opened row has the whole name. */
const maxAppLength = 80;

/** The spaces separate the words for assistive technology. */
function RowCells({ row, box }: { row: DeviceRow; box?: ReactNode }) {
  const { name, kind, isThisBrowser, isElsewhere, app, lastSeen, versionWarning, device } = row;
  return (
    <>
      <span className="device-name">
        {box}
        <DeviceIcon kind={kind} />
        <span className="flex min-w-0 flex-wrap gap-x-1.5">
          <bdi className="personal line-clamp-2 font-semibold">{name}</bdi>{' '}
          {isThisBrowser && <Badge tone="quiet" text="This browser" />}
        </span>
      </span>{' '}
      <span className="device-seen">
        <span className="sr-only">Last seen: </span>
        <FactText label="Last seen" value={lastSeen} />
      </span>{' '}
      <span className="device-app">
        <bdi>{cutText(app, maxAppLength)}</bdi>
        {isElsewhere && <span className="device-elsewhere sm:hidden"> · elsewhere</span>}{' '}
        {versionWarning && <Badge tone="warn" text={versionWarning} />}
      </span>{' '}
      <span className="device-address">
        <bdi className="personal font-mono text-fine">{device.publicAddress}</bdi>{' '}
        {isElsewhere && <span className="device-elsewhere">Elsewhere</span>}
      </span>
    </>
  );
}

const kindIcons = {
  server: Server,
  music: Music,
  tv: Tv,
  phone: Smartphone,
  computer: Monitor,
  app: Blocks,
} satisfies Record<DeviceKind, typeof Blocks>;

export function DeviceIcon({ kind }: { kind: DeviceKind }) {
  return <Icon node={kindIcons[kind]} className="device-icon" />;
}
