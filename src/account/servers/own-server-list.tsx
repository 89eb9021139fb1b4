import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { Badge } from '../../ui/badge.tsx';
import { FactText } from '../../ui/facts.tsx';
import { OpenRow } from '../../ui/open-row.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { AccountAccess } from '../facts/panel-props.ts';
import { SourceState } from '../sources/source-state.tsx';
import type { SourceWords } from '../sources/source-words.ts';
import { hasAllServers, hasServerDevices, ownServers } from './own-servers.ts';

const words: SourceWords = {
  what: 'how your servers can be reached',
  failed: 'Your servers could not be read.',
  link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
};

/** The account's servers: when they were seen, their version, and how they can be reached. */
export function OwnServerList({ access, now }: { access: AccountAccess; now: Date }) {
  const { sources, onNear } = access;
  const rows = ownServers(sources, now);
  const { shown, more } = usePaged(rows ?? [], 20, { one: 'server', many: 'servers' });
  if (rows?.length === 0) return null;
  if (!rows || !hasAllServers(sources, now)) {
    // Until then, the list of devices shows the servers.
    const hasServers = hasServerDevices(sources);
    return hasServers && <SourceState source={sources.resources} name="resources" rows={0} {...{ words, onNear }} />;
  }
  return (
    <div>
      <h3 className="pb-1.5 text-fine font-semibold">Servers</h3>
      <ul aria-label="Servers">
        {shown.map((row) => (
          <OpenRow key={row.path} path={row.path} facts={row.facts}>
            <bdi className="personal min-w-0 font-semibold">{row.name}</bdi>{' '}
            <span>
              <FactText label="Last seen" value={row.seen} />
            </span>{' '}
            <span className="list-row-wide list-row-detail">
              <bdi>{row.program}</bdi> {row.isOutdated && <Badge tone="warn" text="Over a year old" />}
            </span>
          </OpenRow>
        ))}
      </ul>
      {more}
    </div>
  );
}
