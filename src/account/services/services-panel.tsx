import { ChevronRight } from 'lucide';
import { useMemo } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { emptyCount, FactText, FieldList } from '../../ui/facts.tsx';
import { Fold, FoldPair } from '../../ui/fold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import { countOf } from '../facts/count-words.ts';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { type ServiceRow, servicesView } from './services.ts';
import { servicesTerms } from './services-terms.ts';

export function ServicesPanel({ account, id, title }: LazyPanelProps) {
  const { answer, aside, rows, internal, facts } = useMemo(() => servicesView(account), [account]);
  const unencrypted = rows.filter(({ isUnencrypted }) => isUnencrypted);
  const encrypted = rows.filter(({ isUnencrypted }) => !isUnencrypted);
  return (
    <Panel id={id} title={title} aside={aside}>
      <Answer>{answer}</Answer>
      <div className="rows">
        {unencrypted.length > 0 && <ServiceList rows={unencrypted} label="Services without encryption" />}
        <FoldPair>
          {encrypted.length > 0 && (
            <Fold title={countOf(encrypted.length, 'service', 'services')} count={keyCount(encrypted)}>
              <ServiceList rows={encrypted} label="Services" />
              <Terms terms={servicesTerms} />
            </Fold>
          )}
          {internal.length > 0 && (
            <Fold
              title={countOf(internal.length, 'development or staging service', 'development and staging services')}
            >
              <ServiceList rows={internal} label="Development and staging services" />
            </Fold>
          )}
          {facts.length > 0 && (
            <Fold title={countOf(facts.length, 'other field', 'other fields')} count={emptyCount(facts)}>
              <FieldList facts={facts} />
            </Fold>
          )}
        </FoldPair>
      </div>
    </Panel>
  );
}

/** "11 with a key" */
function keyCount(rows: readonly ServiceRow[]): string | undefined {
  const count = rows.filter(({ hasKey }) => hasKey).length;
  return count > 0 ? `${count} with a key` : undefined;
}

/** One row for each service. A click opens the row and shows its keys. */
function ServiceList({ rows, label }: { rows: readonly ServiceRow[]; label: string }) {
  const { shown, more } = usePaged(rows, 50, { one: 'service', many: 'services' });
  return (
    <div>
      <div aria-hidden="true" className="service-row pb-1.5 text-fine text-muted max-sm:hidden">
        <span>Service</span>
        <span>Key</span>
        <span className="service-address">Address</span>
      </div>
      <ul aria-label={label}>
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two services may be equal; the list never reorders
          <Row key={index} row={row} />
        ))}
      </ul>
      {more}
    </div>
  );
}

function Row({ row }: { row: ServiceRow }) {
  const { path, meaning, identifier, endpoint, isUnencrypted, status, token, secret } = row;
  const keys = [token, secret].filter(({ isEmpty }) => !isEmpty).length;
  return (
    <li data-fact={path}>
      <details className="service">
        <summary className="service-row">
          <span>
            {meaning} <bdi className="font-mono text-fine text-muted max-sm:hidden">{identifier.text}</bdi>
          </span>{' '}
          <span className={keys === 0 ? 'text-muted' : ''}>
            <span className="sm:hidden">{keyWords[keys]}</span>
            <span className="max-sm:hidden">
              <span className="sr-only">Key: </span>
              {shortKeyWords[keys]}
            </span>
            <span className="service-chevron ms-1">
              <Icon node={ChevronRight} />
            </span>
          </span>{' '}
          <span className="service-address font-mono text-fine">
            <bdi className="line-clamp-2">{shortAddress(endpoint.text)}</bdi>{' '}
            {isUnencrypted && <Badge tone="warn" text="Not encrypted" />}
          </span>
        </summary>
        <dl className="grid gap-x-8 gap-y-3 pb-4 @2xl:grid-cols-2">
          {[
            { label: 'Identifier', value: identifier },
            { label: 'Endpoint', value: endpoint },
            { label: 'Status', value: status },
            { label: 'Token', name: `token of ${identifier.text}`, value: token },
            { label: 'Secret', name: `secret of ${identifier.text}`, value: secret },
          ].map(({ label, name = label, value }) => (
            <div key={label} className="min-w-0">
              <dt className="text-fine text-muted">{label}</dt>
              <dd>
                <FactText label={name} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

/** The words for no key, one key and two keys. They are longer in a row without column heads. */
const keyWords = ['No key', 'Key hidden', '2 keys hidden'];
const shortKeyWords = ['None', 'Hidden', '2 hidden'];

/** The opened row has the whole address. */
function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
