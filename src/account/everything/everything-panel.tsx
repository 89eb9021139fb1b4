import { Search } from 'lucide';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '../../plex/account/account.ts';
import { Button } from '../../ui/button.tsx';
import { FactText } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { type Rows, usePaged } from '../../ui/use-paged.tsx';
import { countOf } from '../facts/count-words.ts';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { unexpectedCount } from '../facts/unexpected-count.ts';
import { useIsSlowSearch } from '../facts/use-is-slow-search.ts';
import { type EverythingRow, type EverythingRows, everythingRows } from './everything.ts';
import { useFilteredRows } from './use-filtered-rows.ts';

export function EverythingPanel({ account, filterRequest, access, id, title }: LazyPanelProps) {
  // The longest list of the page: the panels above must not wait for it.
  const deferredAccount = useDeferredValue<Account | undefined>(account, undefined);
  const sources = useDeferredValue(access.sources);
  const rows = useMemo(
    () => (deferredAccount ? everythingRows(deferredAccount, sources) : noRows),
    [deferredAccount, sources],
  );
  const [filter, setFilter] = useState('');
  const [handledRequest, setHandledRequest] = useState(filterRequest);
  if (filterRequest && filterRequest !== handledRequest) {
    setHandledRequest(filterRequest);
    setFilter(filterRequest.query);
  }
  const [isOpen, setOpen] = useState(false);
  const { query, all, rows: found, isSearching } = useFilteredRows(rows, filter.trim().toLowerCase());
  const isSlow = useIsSlowSearch(isSearching);
  const unexpected = unexpectedCount(account, sources);
  const isShown = isOpen || query !== '';

  function statusText() {
    if (isSlow) return 'Still searching…';
    if (query !== '') return `${found.length} of ${all.length} match`;
    return isOpen ? `All ${rows.length} values` : '';
  }

  return (
    <Panel id={id} title={title}>
      <Answer>
        {`${countOf(rows.length, 'value', 'values')}, as plex.tv wrote ${rows.length === 1 ? 'it' : 'them'}.${
          unexpected > 0 ? ` This page did not know or expect ${unexpected} of them.` : ''
        }`}
      </Answer>
      <div className="flex gap-2">
        <label className="relative flex min-w-0 flex-1">
          <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-muted">
            <Icon node={Search} />
          </span>
          <input
            type="search"
            aria-label="Filter by name or value"
            placeholder="Name or value"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            className="min-h-11 min-w-0 flex-1 rounded-lg border border-edge bg-surface ps-9 pe-3 placeholder:text-muted"
          />
        </label>
        <Button
          className="min-h-11 font-semibold"
          aria-label={`${isOpen ? 'Close' : 'Open all'} ${rows.length}`}
          aria-expanded={isShown}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Close' : 'Open all'} <span className="max-sm:hidden">{rows.length}</span>
        </Button>
      </div>
      <p role="status" className={`text-fine text-muted ${isShown || isSlow ? '' : 'sr-only'}`}>
        {statusText()}
      </p>
      <div aria-busy={isSearching} className={`raw-keys ${isShown ? '' : 'hidden'}`}>
        <EverythingTable key={query} rows={found} />
      </div>
    </Panel>
  );
}

const noRows: EverythingRows = { length: 0, slice: () => [], inParts: () => [] };

/** It is not drawn again for each letter of the filter, only for other rows. */
const EverythingTable = memo(function EverythingTable({ rows }: { rows: Rows<EverythingRow> }) {
  const { shown, more } = usePaged(rows, 200, { one: 'value', many: 'values' });
  if (rows.length === 0) return <p>Nothing matches. Secrets cannot be searched.</p>;
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="w-2/5">
              Key
            </th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key with a dot in it may share its path with another
            <tr key={index} data-fact={path}>
              <th scope="row" className="font-mono text-fine font-normal">
                <bdi>{path}</bdi>
              </th>
              <td>
                <FactText label={path} value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
});
