import { isMediaServer } from '../../plex/access/is-media-server.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import { type ServerRow, serverRows } from '../facts/server-row.ts';

/** The media servers of the account. Undefined while plex.tv has not answered. */
export function ownServers(sources: AccountSources, now: Date): ServerRow[] | undefined {
  const resources = dataOf(sources.resources);
  return resources && serverRows(resources, now).filter(({ owner }) => owner === undefined);
}

/** Whether a server is among the devices. If so, the page waits for its details. */
export function hasServerDevices(sources: AccountSources): boolean {
  return dataOf(sources.devices)?.devices.some(isMediaServer) ?? false;
}

/** Whether the resources have every server of the list of devices. */
export function hasAllServers(sources: AccountSources, now: Date): boolean {
  const identifiers = new Set(ownServers(sources, now)?.map(({ identifier }) => identifier));
  const servers = dataOf(sources.devices)?.devices.filter(isMediaServer) ?? [];
  return servers.every(({ clientIdentifier }) => clientIdentifier !== null && identifiers.has(clientIdentifier));
}
