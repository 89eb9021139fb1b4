import { Badge } from '../../ui/badge.tsx';
import { Facts, FactText } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { type ServiceRow, servicesView } from './services.ts';
import { servicesTerms } from './services-terms.ts';

export function ServicesPanel({ account, now: _, ...panel }: PanelProps) {
  const { answer, badge, rows, internal, facts } = servicesView(account);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      {rows.length > 0 && <Table rows={rows} />}
      {internal.length > 0 && (
        <details>
          <summary>
            {internal.length} development and staging {internal.length === 1 ? 'service' : 'services'}
          </summary>
          <Table rows={internal} />
        </details>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      <Terms terms={servicesTerms} />
    </Panel>
  );
}

function Table({ rows }: { rows: readonly ServiceRow[] }) {
  const { shown, more } = usePaged(rows, 50, { one: 'service', many: 'services' });
  return (
    <>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="w-1/5">
              Service
            </th>
            <th scope="col" className="w-3/10">
              Endpoint
            </th>
            <th scope="col" className="w-1/10">
              Status
            </th>
            <th scope="col">Token</th>
            <th scope="col">Secret</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two services may be equal; the list never reorders
            <Row key={index} {...row} />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function Row({ path, meaning, identifier, endpoint, isUnencrypted, status, token, secret }: ServiceRow) {
  return (
    <tr data-fact={path}>
      <th scope="row">
        {meaning}
        <span className="block font-mono text-fine font-normal text-muted">
          <FactText label="Identifier" value={identifier} />
        </span>
      </th>
      <td data-label="Endpoint" className="font-mono text-fine">
        <FactText label="Endpoint" value={endpoint} /> {isUnencrypted && <Badge tone="warn" text="not encrypted" />}
      </td>
      <td data-label="Status">
        <FactText label="Status" value={status} />
      </td>
      <td data-label="Token">
        <FactText label={`token of ${identifier.text}`} value={token} />
      </td>
      <td data-label="Secret">
        <FactText label={`secret of ${identifier.text}`} value={secret} />
      </td>
    </tr>
  );
}
