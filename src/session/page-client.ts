import type { PlexClient } from '../plex/http/client.ts';
import { getClientIdentifier } from './storage/client-identifier.ts';
import { storedWaits } from './storage/stored-waits.ts';

/** The client with which this page asks plex.tv, through the relay of its own server. */
export function createPageClient(): PlexClient {
  return {
    // Not `document.baseURI`: it may hold a name and password for a proxy, and `fetch` refuses such an address.
    base: new URL('.', location.href).href,
    clientIdentifier: getClientIdentifier(),
    fetch: (request) => fetch(request),
    isRelayed: true,
    waits: storedWaits,
  };
}
