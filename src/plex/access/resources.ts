import * as v from 'valibot';
import { boolean, integer, replyObject, stringList, text, timestamp } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import {
  type AccessReply,
  itemsOf,
  listUnder,
  readAccessReply,
  type WithAllKeys,
  withAllKeys,
} from './access-reply.ts';

/** An address of a server. Recorded 2022. */
const connectionEntries = {
  /** http or https. */
  protocol: text,
  address: text,
  port: integer,
  uri: text,
  /** Only reachable in the network of the server. */
  local: boolean,
  /** Through Plex's own relay. */
  relay: boolean,
  IPv6: boolean,
};

/** A server or player that the account can use: its own, and what others share. Times are ISO 8601. Recorded 2022. */
const resourceEntries = {
  name: text,
  /** Such as "Plex Media Server". Open. */
  product: text,
  productVersion: text,
  platform: text,
  platformVersion: text,
  device: text,
  clientIdentifier: text,
  createdAt: timestamp,
  lastSeenAt: timestamp,
  /** server, client, player … Open. */
  provides: stringList,
  /** Belongs to this account. */
  owned: boolean,
  /** Belongs to somebody in the same Home. */
  home: boolean,
  /** Account number of the owner; null for the account's own. */
  ownerId: integer,
  /** The name of the owner; null for the account's own. */
  sourceTitle: text,
  publicAddress: text,
  /** Is online now. */
  presence: boolean,
  /** Can be reached through Plex's relay. */
  relay: boolean,
  httpsRequired: boolean,
  /** The server and this request have the same public address. */
  publicAddressMatches: boolean,
  dnsRebindingProtection: boolean,
  natLoopbackSupported: boolean,
  synced: boolean,
};

const resourceSchema = replyObject({ ...resourceEntries, connections: v.array(replyObject(connectionEntries)) });
const resourcesSchema = replyObject({ resources: v.array(resourceSchema) });

export type ResourceConnection = WithAllKeys<typeof connectionEntries>;
/** `connections` is null where plex.tv did not send the list. */
export type Resource = WithAllKeys<typeof resourceEntries> & { connections: ResourceConnection[] | null };

/**
 * `GET /resources`: the servers and players that the account can use.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getResources(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<Resource[]>> {
  const resources = await request(client, {
    purpose: 'access',
    method: 'GET',
    path: '/resources?includeHttps=1&includeRelay=1&includeIPv6=1',
    token,
    signal,
  });
  return readAccessReply(resourcesSchema, listUnder('resources', resources), (parsed) =>
    itemsOf(parsed.resources).map(({ connections, ...resource }) => ({
      ...withAllKeys(resourceEntries, resource),
      connections: connections ? itemsOf(connections).map((entry) => withAllKeys(connectionEntries, entry)) : null,
    })),
  );
}
