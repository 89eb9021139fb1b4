import { Search } from 'lucide';
import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { Choice } from './device-choice.ts';
import { DeviceGroupFold } from './device-group-fold.tsx';
import { DeviceList } from './device-list.tsx';
import type { DevicesView } from './devices.ts';
import { type DeviceOrder, deviceOrders, filterDevices, sortDevices } from './find-devices.ts';

/** With fewer devices everything is in sight. */
const minToFilter = 12;

type DeviceListsProps = {
  view: DevicesView;
  choice: Choice | undefined;
  /** In place of the rows of servers, unless the person chooses or filters. */
  servers: ReactNode;
};

/** The apps and devices, the folded groups and the servers, in the order and with the filter that the person chose. */
export function DeviceLists({ view, choice, servers }: DeviceListsProps) {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<DeviceOrder>('last-seen');
  const query = useDeferredValue(filter).trim();
  const shown = useMemo(() => shownDevices(view, query, order), [view, query, order]);
  const foundCount = shown.rows.length + shown.servers.length;
  const serversId = useId();
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
      <div className="rows">
        {shown.rows.length > 0 && (
          <DeviceList key={`${query} ${order}`} rows={shown.rows} label="Apps and devices" hasHead choice={choice} />
        )}
        {shown.groups.map((group) => (
          <DeviceGroupFold key={group.id} group={group} choice={choice} />
        ))}
      </div>
      {servers && !choice && query === '' && servers}
      {(!servers || choice || query !== '') && shown.servers.length > 0 && (
        <div>
          <h3 id={serversId} className="pb-1.5 text-fine font-semibold">
            Servers
          </h3>
          <DeviceList key={`${query} ${order}`} rows={shown.servers} labelledBy={serversId} choice={choice} />
        </div>
      )}
      <Notes view={view} />
    </>
  );
}

/** A filter also looks into the groups. */
function shownDevices(view: DevicesView, query: string, order: DeviceOrder) {
  const sort = (rows: DevicesView['rows']) => (order === 'last-seen' ? rows : sortDevices(rows, order));
  if (query === '') {
    const groups = view.groups.map((group) => ({ ...group, rows: sort(group.rows) }));
    return { rows: sort(view.rows), groups, servers: sort(view.servers) };
  }
  const all = [...view.rows, ...view.groups.flatMap(({ rows }) => rows)];
  const found = sortDevices(filterDevices(all, query), order);
  return { rows: found, groups: [], servers: sort([...filterDevices(view.servers, query)]) };
}

function Notes({ view: { count, servers, hasThisBrowser, addressNote } }: { view: DevicesView }) {
  if (count === 0) return null;
  const notes = [
    servers.length > 0 && 'A server that is signed out has to be claimed again.',
    'Addresses are those that plex.tv last saw.',
    addressNote,
    !hasThisBrowser && 'plex.tv does not list this browser by itself.',
  ].filter((note) => typeof note === 'string');
  return <p className="personal text-fine text-muted">{notes.join(' ')}</p>;
}
