import type { PlexClient } from './client.ts';
import { productName } from './client-headers.ts';
import type { Pin } from './create-pin.ts';

/**
 * The address of plex.tv's own sign-in page for a strong PIN. Everything stands in its fragment, which no server and no
 * Referer gets to see. `forwardUrl` is where plex.tv leads back to; without one it says that the page can be closed.
 */
export function signInPageUrl(client: PlexClient, { code }: Pick<Pin, 'code'>, forwardUrl?: string): string {
  const fields = [
    ['clientID', client.clientIdentifier],
    ['code', code],
    ...(forwardUrl ? [['forwardUrl', forwardUrl]] : []),
    ['context[device][product]', productName],
  ];
  // Not URLSearchParams, which writes a blank as "+".
  return `https://app.plex.tv/auth#?${fields.map((field) => field.map(encodeURIComponent).join('=')).join('&')}`;
}

/** The page at which a person types the 4 characters, with them filled in. */
export function linkPageUrl({ code }: Pick<Pin, 'code'>): string {
  return `https://plex.tv/link/?pin=${encodeURIComponent(code)}`;
}
