import { useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { FactText } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { type EverythingRow, everythingView } from './everything.ts';

export function EverythingPanel({ account, now: _, ...panel }: PanelProps) {
  // The longest list of the page, at its end: the panels above need not wait for it.
  const settled = useDeferredValue<Account | undefined>(account, undefined);
  const rows = useMemo(() => (settled ? everythingView(settled) : []), [settled]);
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter).trim().toLowerCase();
  const found = useMemo(() => matching(rows, wanted), [rows, wanted]);
  const marked = account.unexpectedValues.length + account.unknownFields.length;
  return (
    <Panel {...panel}>
      <Answer>
        {rows.length} values came from plex.tv.{' '}
        {marked > 0 ? `${marked} of them this page did not know or expect.` : 'This page knows them all.'}
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
      <EverythingTable key={wanted} rows={found} />
    </Panel>
  );
}

function matching(rows: readonly EverythingRow[], wanted: string): readonly EverythingRow[] {
  return wanted === '' ? rows : rows.filter(({ searchable }) => searchable.includes(wanted));
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
            <tr key={index}>
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
