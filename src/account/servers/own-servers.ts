import { isMediaServer } from '../../plex/access/is-media-server.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import { type ServerRow, serverRows } from '../facts/server-row.ts';

/** The media servers of the account. Undefined while plex.tv has not told. */
export function ownServers(sources: AccountSources, now: Date): ServerRow[] | undefined {
  const resources = dataOf(sources.resources);
  return resources && serverRows(resources, now).filter(({ owner }) => owner === undefined);
}

/** Whether a server is signed in: then there is something to wait for. */
export function hasServerDevices(sources: AccountSources): boolean {
  return dataOf(sources.devices)?.devices.some(isMediaServer) ?? false;
}
