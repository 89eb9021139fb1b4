import type { Resource, ResourceConnection } from '../../plex/access/resources.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { isVisible } from './display-name.ts';
import { asDate, asText } from './fact-values.ts';
import { lastSeenValue } from './last-seen.ts';
import { longUnusedBefore } from './long-unused.ts';
import { mediaServerOutSince } from './media-server-release.ts';
import { sourcePath } from './source-path.ts';

/** A media server of the account or of another person. */
export type ServerRow = {
  path: string;
  name: string;
  /** The name of the owner, for the server of another person. */
  owner: string | undefined;
  /** Undefined where plex.tv did not say. */
  isOnline: boolean | undefined;
  /** "Online", or when it was last seen. */
  seen: FactValue;
  /** "Plex Media Server 1.43.0, Linux" */
  program: string;
  /** The version has been out for over a year. */
  isOutdated: boolean;
  identifier: string | null;
  facts: Fact[];
};

const notSaid: FactValue = { text: 'plex.tv did not say', isEmpty: true, isNotSent: true };

/** The media servers among the resources of the account. */
export function serverRows(resources: readonly Resource[], now: Date): ServerRow[] {
  return resources.flatMap((resource, index) =>
    resource.provides?.includes('server')
      ? [serverRow(resource, sourcePath('resources', `resources[${index}]`), now)]
      : [],
  );
}

function serverRow(resource: Resource, path: string, now: Date): ServerRow {
  const { name, product, owned, sourceTitle, presence, lastSeenAt, clientIdentifier } = resource;
  return {
    path,
    name: [name, product].find((text) => isVisible(text ?? '')) ?? 'Server without a name',
    owner: owned ? undefined : (sourceTitle ?? 'somebody'),
    isOnline: presence ?? undefined,
    seen: presence ? { text: 'Online' } : lastSeenValue(lastSeenAt, now),
    program: programText(resource),
    isOutdated: isServerOutdated(resource, now),
    identifier: clientIdentifier,
    facts: serverFacts(resource, path, now),
  };
}

/** Whether the version of a media server has been out for over a year. False for versions that this page does not know. */
export function isServerOutdated({ productVersion }: { productVersion: string | null }, now: Date): boolean {
  const outSince = mediaServerOutSince(productVersion);
  return outSince !== undefined && outSince < longUnusedBefore(now);
}

/** "Plex Media Server 1.43.0, Linux" */
function programText({ product, productVersion, platform }: Resource): string {
  const version = /^v?(\d+(?:\.\d+){0,2})/.exec(productVersion ?? '')?.[1];
  return [[product ?? 'Unknown program', version].filter(Boolean).join(' '), platform].filter(Boolean).join(', ');
}

function serverFacts(resource: Resource, path: string, now: Date): Fact[] {
  const { presence, lastSeenAt, createdAt, productVersion, platform, platformVersion, device, httpsRequired } =
    resource;
  const text = (value: string | null): FactValue => (value === null ? notSaid : asText(value));
  const date = (value: Date | null): FactValue => (value ? asDate(now)(value) : notSaid);
  const isOld = isServerOutdated(resource, now);
  return [
    {
      label: 'Online',
      value: presence === null ? notSaid : { text: presence ? 'Now' : 'Not now' },
      path: `${path}.presence`,
    },
    { label: 'Last seen', value: date(lastSeenAt), path: `${path}.lastSeenAt` },
    {
      label: 'Version',
      value: {
        ...text(productVersion),
        ...(isOld && { tone: 'warn', note: 'Newer versions have been out for over a year.' }),
      },
      path: `${path}.productVersion`,
    },
    {
      label: 'Runs on',
      value: text([platform, platformVersion, device && `(${device})`].filter(Boolean).join(' ') || null),
      path: `${path}.platform`,
    },
    { label: 'Remote access', value: remoteAccess(resource), path: `${path}.connections` },
    {
      label: 'Encryption',
      value: httpsRequired === null ? notSaid : { text: httpsRequired ? 'Required' : 'Not required' },
      path: `${path}.httpsRequired`,
    },
    {
      label: 'Public address',
      value: { ...text(resource.publicAddress), isPersonal: true },
      path: `${path}.publicAddress`,
    },
    { label: 'First seen', value: date(createdAt), path: `${path}.createdAt` },
  ];
}

/** Whether plex.tv lists a way to the server from outside its network. It does not say whether that way works. */
function remoteAccess({ connections, relay }: Resource): FactValue {
  if (!connections) return notSaid;
  const direct = connections.some((connection) => isDirect(connection));
  if (direct) return { text: 'Direct' };
  if (relay || connections.some((connection) => connection.relay)) return { text: 'Through Plex’s relay only' };
  return relay === null ? notSaid : { text: 'None listed' };
}

function isDirect({ local, relay }: ResourceConnection): boolean {
  return local === false && relay !== true;
}
