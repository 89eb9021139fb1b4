import { useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { FactText } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { type EverythingRow, everythingView } from './everything.ts';

export function EverythingPanel({ account, now: _, filterRequest, ...panel }: PanelProps) {
  // The longest list of the page: the panels above must not wait for it.
  const deferredAccount = useDeferredValue<Account | undefined>(account, undefined);
  const rows = useMemo(() => (deferredAccount ? everythingView(deferredAccount) : []), [deferredAccount]);
  const [filter, setFilter] = useState('');
  const [handledRequest, setHandledRequest] = useState(filterRequest);
  if (filterRequest && filterRequest !== handledRequest) {
    setHandledRequest(filterRequest);
    setFilter(filterRequest.query);
  }
  const query = useDeferredValue(filter).trim().toLowerCase();
  const found = useMemo(() => filterRows(rows, query), [rows, query]);
  const unexpectedCount = account.unexpectedValues.length + account.unknownFields.length;
  return (
    <Panel {...panel}>
      <Answer>
        {rows.length} values came from plex.tv.{' '}
        {unexpectedCount > 0
          ? `This page did not know or expect ${unexpectedCount} of them.`
          : 'This page knows them all.'}
      </Answer>
      <TextField
        label="Filter by name or value"
        type="search"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <p role="status" className="text-muted">
        {found.length === rows.length ? `All ${rows.length} values` : `${found.length} of ${rows.length} match`}
      </p>
      <EverythingTable key={query} rows={found} />
    </Panel>
  );
}

function filterRows(rows: readonly EverythingRow[], query: string): readonly EverythingRow[] {
  return query === '' ? rows : rows.filter(({ searchable }) => searchable.includes(query));
}

function EverythingTable({ rows }: { rows: readonly EverythingRow[] }) {
  const { shown, more } = usePaged(rows, 200, { one: 'value', many: 'values' });
  if (rows.length === 0) return <p>Nothing matches. Secrets cannot be searched.</p>;
  return (
    <>
      <table className="rows">
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
}
