import { FactText } from '../../ui/facts.tsx';
import { OpenRow } from '../../ui/open-row.tsx';
import { type Noun, usePaged } from '../../ui/use-paged.tsx';
import { Avatar } from '../facts/avatar.tsx';
import type { PersonRow, SharedServerRow } from './sharing.ts';

type PersonListProps = {
  rows: readonly PersonRow[];
  label: string;
  noun: Noun;
  hasPictures: boolean;
  /** Whether the rows are invitations, which have no "last seen". */
  isInvitation?: boolean;
};

export function PersonList({ rows, label, noun, hasPictures, isInvitation = false }: PersonListProps) {
  const { shown, more } = usePaged(rows, 20, noun);
  return (
    <div>
      {!isInvitation && (
        <div aria-hidden="true" className="list-row is-head">
          <span>Person</span>
          <span>Last seen</span>
          <span>May open</span>
        </div>
      )}
      <ul aria-label={label}>
        {shown.map((row) => (
          <OpenRow key={row.path} path={row.path} facts={row.facts}>
            <span className="list-row-person flex min-w-0 items-center gap-2.5">
              <Avatar address={hasPictures ? row.avatar : ''} name={row.name} size="small" />
              <span className="line-clamp-2 min-w-0">
                <bdi className="personal font-semibold">{row.name}</bdi>{' '}
                {row.username && <bdi className="personal text-muted">{row.username}</bdi>}
              </span>
            </span>{' '}
            <span className={row.seen.isEmpty ? 'text-muted' : ''}>
              {!isInvitation && (
                <>
                  <span className="sr-only">Last seen: </span>
                  <FactText label="Last seen" value={row.seen} />
                </>
              )}
            </span>{' '}
            <span className="list-row-wide list-row-detail">
              <bdi className="personal">{row.libraries}</bdi>
              {row.restrictions.length > 0 && (
                <span className="text-muted">
                  {'; '}
                  <bdi>{row.restrictions.join('; ')}</bdi>
                </span>
              )}
            </span>
          </OpenRow>
        ))}
      </ul>
      {more}
    </div>
  );
}

export function SharedServerList({ rows }: { rows: readonly SharedServerRow[] }) {
  const { shown, more } = usePaged(rows, 20, { one: 'server', many: 'servers' });
  return (
    <div>
      <ul aria-label="Servers that are shared with you">
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a server may be listed twice; the list never reorders
          <OpenRow key={index} path={row.path} facts={row.facts}>
            <span className="min-w-0">
              <bdi className="personal font-semibold">{row.name}</bdi>{' '}
              <span className="text-muted">
                by <bdi className="personal">{row.owner}</bdi>
              </span>
            </span>{' '}
            <span className={row.seen.isEmpty ? 'text-muted' : ''}>
              <FactText label="Last seen" value={row.seen} />
            </span>{' '}
            <span className="list-row-wide list-row-detail">
              <bdi className="personal">{row.libraries}</bdi>
            </span>
          </OpenRow>
        ))}
      </ul>
      {more}
    </div>
  );
}
