import { getDevices } from '../../plex/access/devices.ts';
import { getFriends } from '../../plex/access/friends.ts';
import { getHome } from '../../plex/access/home-users.ts';
import { getOptOuts } from '../../plex/access/opt-outs.ts';
import { getPrivacySettings } from '../../plex/access/privacy-settings.ts';
import { getResources } from '../../plex/access/resources.ts';
import type { SourceName, UnavailableReason } from '../../plex/access/sources.ts';
import { getWatchStateSync } from '../../plex/access/watch-state-sync.ts';
import { getWebhooks } from '../../plex/access/webhooks.ts';
import type { Account } from '../../plex/account/account.ts';
import type { PlexError } from '../../plex/errors/plex-error.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import type { Secret } from '../../plex/secrets/secret.ts';
import { isFromPlexTv, isTokenRefused } from './is-token-refused.ts';

export type SourceRequest = {
  client: PlexClient;
  token: Secret;
  /** The UUID of the account, which the path of the opt-outs holds. */
  accountUuid: string;
  signal: AbortSignal;
};

/** The request of each source. Each throws a `PlexError`, or the signal's reason when it is aborted. */
export const fetchSource = {
  home: ({ client, token, signal }: SourceRequest) => getHome(client, token, signal),
  devices: ({ client, token, signal }: SourceRequest) => getDevices(client, token, signal),
  friends: ({ client, token, signal }: SourceRequest) => getFriends(client, 'accepted', token, signal),
  invitations: ({ client, token, signal }: SourceRequest) => getFriends(client, 'pending_received', token, signal),
  resources: ({ client, token, signal }: SourceRequest) => getResources(client, token, signal),
  privacy: ({ client, token, signal }: SourceRequest) => getPrivacySettings(client, token, signal),
  watchStateSync: ({ client, token, signal }: SourceRequest) => getWatchStateSync(client, token, signal),
  optOuts: ({ client, token, accountUuid, signal }: SourceRequest) => getOptOuts(client, accountUuid, token, signal),
  webhooks: ({ client, token, signal }: SourceRequest) => getWebhooks(client, token, signal),
} satisfies Record<SourceName, (request: SourceRequest) => Promise<unknown>>;

/**
 * Why trying a failed source again does not help.
 *
 * @returns undefined for a failure that may pass: no connection, a timeout, 429, 5xx, or a reply that cannot be read.
 */
export function unavailableReason(
  name: SourceName,
  { restricted, restriced, subscription }: Pick<Account, 'restricted' | 'restriced' | 'subscription'>,
  error: PlexError,
): UnavailableReason | undefined {
  const { status = 0 } = error.details;
  if (!isFromPlexTv(error) || status < 400 || status >= 500 || status === 408 || status === 429) return undefined;
  if (name === 'webhooks' && subscription?.active === false) return 'needs-plex-pass';
  if (error.kind === 'managedUser' || ((restricted ?? restriced) && status === 403)) return 'managed-user';
  if (status === 404 || status === 410) return 'gone';
  return status === 403 || isTokenRefused(error) ? 'refused' : undefined;
}
