import { Search } from 'lucide';
import { memo, type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { Choice } from './device-choice.ts';
import { DeviceGroupFold } from './device-group-fold.tsx';
import { DeviceList } from './device-list.tsx';
import type { DeviceRow } from './device-row.ts';
import type { DevicesView } from './devices.ts';
import { type DeviceOrder, deviceOrders, filterDevices, sortDevices } from './find-devices.ts';

/** A shorter list needs no filter. */
const minToFilter = 12;

type AllDevicesProps = {
  view: DevicesView;
  choice: Choice | undefined;
  /** The list of servers with their details. */
  servers: ReactNode;
  /** Whether `servers` replaces the rows of servers, unless the person chooses or filters. */
  hasAllServers: boolean;
};

/** The apps and devices, the folded groups and the servers, in the order and with the filter that the person chose. */
export function AllDevices({ view, choice, servers, hasAllServers }: AllDevicesProps) {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<DeviceOrder>('last-seen');
  const query = useDeferredValue(filter).trim();
  const shownOrder = useDeferredValue(order);
  const sorted = useMemo(() => sortView(view, shownOrder), [view, shownOrder]);
  const shown = useMemo(() => filterView(sorted, query), [sorted, query]);
  const foundCount = shown.rows.length + shown.servers.length;
  return (
    <>
      {view.count >= minToFilter && (
        <div className="device-tools">
          <label className="device-filter">
            <Icon node={Search} />
            <span className="sr-only">Filter devices</span>
            <input
              type="search"
              placeholder={`Filter ${view.count} devices`}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </label>
          <label className="device-order">
            <span className="text-fine text-muted max-sm:sr-only">Sort by</span>
            <select value={order} onChange={(event) => setOrder(event.target.value as DeviceOrder)}>
              {Object.entries(deviceOrders).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <p role="status" className={query === '' ? 'sr-only' : 'text-fine text-muted'}>
        {query !== '' && `${foundCount} of ${view.count} devices match`}
      </p>
      <ShownLists
        key={`${query} ${shownOrder}`}
        shown={shown}
        choice={choice}
        servers={query === '' && !choice ? servers : undefined}
        hasAllServers={hasAllServers && query === '' && !choice}
      />
      <Notes view={view} />
    </>
  );
}

type ShownDevices = Pick<DevicesView, 'rows' | 'groups' | 'servers'>;

/** Does not draw all rows again with each letter that is typed into the filter. */
const ShownLists = memo(function ShownLists({
  shown,
  choice,
  servers,
  hasAllServers,
}: Omit<AllDevicesProps, 'view'> & { shown: ShownDevices }) {
  const serversId = useId();
  return (
    <>
      <div className="rows">
        {shown.rows.length > 0 && <DeviceList rows={shown.rows} label="Apps and devices" hasHead choice={choice} />}
        {shown.groups.map((group) => (
          <DeviceGroupFold key={group.id} group={group} choice={choice} />
        ))}
      </div>
      {!hasAllServers && shown.servers.length > 0 && (
        <div>
          <h3 id={serversId} className="pb-1.5 text-fine font-semibold">
            Servers
          </h3>
          <DeviceList rows={shown.servers} labelledBy={serversId} choice={choice} />
        </div>
      )}
      {servers && <div className="device-servers empty:hidden">{servers}</div>}
    </>
  );
});

type SortedDevices = ShownDevices & Pick<DevicesView, 'apps'>;

/** Sorts the view. It is already sorted by last seen. */
function sortView(view: DevicesView, order: DeviceOrder): SortedDevices {
  if (order === 'last-seen') return view;
  const apps = sortDevices(view.apps, order);
  const groups = view.groups.map((group) => ({ ...group, rows: [] as DeviceRow[] }));
  const rows: DeviceRow[] = [];
  const listOf = new Map(view.groups.flatMap((group, index) => group.rows.map((row) => [row, groups[index]?.rows])));
  for (const row of apps) (listOf.get(row) ?? rows).push(row);
  return { apps, rows, groups, servers: sortDevices(view.servers, order) };
}

/** The filter also looks into the groups. */
function filterView(sorted: SortedDevices, query: string): ShownDevices {
  if (query === '') return sorted;
  return { rows: filterDevices(sorted.apps, query), groups: [], servers: filterDevices(sorted.servers, query) };
}

function Notes({ view: { count, servers, hasThisBrowser, addressNote } }: { view: DevicesView }) {
  if (count === 0) return null;
  return (
    <p className="text-fine text-muted">
      {servers.length > 0 && 'A server that is signed out has to be claimed again. '}
      Addresses are those that plex.tv last saw. {addressNote && <span className="personal">{addressNote} </span>}
      {!hasThisBrowser && 'plex.tv does not list this browser.'}
    </p>
  );
}
