import type { PlexError } from '../../plex/errors/plex-error.ts';

/** The statuses with which plex.tv refuses a token. In reply to the request for the account, they end the session. */
const refusedTokenStatuses = [401, 422, 498];

/** Whether plex.tv has refused the token for this one request. Only the request for the account proves that it is dead. */
export function isTokenRefused(error: PlexError): boolean {
  return isFromPlexTv(error) && refusedTokenStatuses.includes(error.details.status ?? 0);
}

/** Whether plex.tv itself sent the error, and not the server of this page or a proxy. */
export function isFromPlexTv({ kind }: PlexError): boolean {
  return ['refused', 'managedUser', 'malformed', 'gone', 'homePinNeeded', 'pinExpired'].includes(kind);
}
