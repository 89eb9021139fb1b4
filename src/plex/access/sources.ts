import type { ReceivedReply } from '../account/parse-reply.ts';
import type { PlexError } from '../errors/plex-error.ts';
import type { DeviceList } from './devices.ts';
import type { Friend } from './friends.ts';
import type { Home } from './home-users.ts';
import type { OptOut } from './opt-outs.ts';
import type { PrivacySettings } from './privacy-settings.ts';
import type { Resource } from './resources.ts';
import type { WatchStateSync } from './watch-state-sync.ts';
import type { Webhook } from './webhooks.ts';

/** The data of each source. A source is one more request to plex.tv, besides the request for the account. */
type SourceData = {
  home: Home;
  devices: DeviceList;
  resources: Resource[];
  friends: Friend[];
  /** Invitations that the account has received and not answered. */
  invitations: Friend[];
  privacy: PrivacySettings;
  watchStateSync: WatchStateSync;
  optOuts: OptOut[];
  webhooks: Webhook[];
};

export type SourceName = keyof SourceData;

/** Every source, in the order of the page. */
export const sourceNames: readonly SourceName[] = [
  'home',
  'devices',
  'friends',
  'invitations',
  'resources',
  'privacy',
  'watchStateSync',
  'optOuts',
  'webhooks',
];

/**
 * Why plex.tv does not send the data. Trying again does not help.
 *
 * - `no-token`: plex.tv sent no token with the account, and each request needs one.
 * - `managed-user`: plex.tv refuses it to managed users.
 * - `needs-plex-pass`: plex.tv refuses it without a Plex Pass (webhooks only).
 * - `refused`: plex.tv refuses it, with 401, 403, 422 or 498. If the token is dead, the session ends by itself.
 * - `gone`: plex.tv no longer offers it (404 or 410), or sent no account UUID, which the request needs (opt-outs only).
 */
export type UnavailableReason = 'no-token' | 'managed-user' | 'needs-plex-pass' | 'refused' | 'gone';

/** The state of a source, and its data when it has arrived. */
export type Source<Data> =
  | {
      /** Not asked yet, in the queue, or under way. */
      state: 'waiting';
      /** Whether the request was made more than 10 seconds ago. */
      isSlow: boolean;
      /** Stops the request: the state becomes `stopped`. */
      stop: () => void;
    }
  | {
      /** The person has stopped waiting. */
      state: 'stopped';
      retry: () => void;
    }
  | {
      state: 'failed';
      error: PlexError;
      failedAt: Date;
      /** Does nothing while plex.tv asks to wait: `error.details.retryAt`. */
      retry: () => void;
    }
  | {
      state: 'unavailable';
      reason: UnavailableReason;
      /** plex.tv's answer; missing when no request was sent. */
      error?: PlexError;
    }
  | ({
      state: 'ready';
      data: Data;
      /** When plex.tv sent the data. */
      receivedAt: Date;
      isRefreshing: boolean;
      /** Why the latest refresh failed. The data is from an earlier request. */
      refreshError: PlexError | null;
      retry: () => void;
    } & ReceivedReply);

/** Every source of the account, whatever its state. */
export type AccountSources = { readonly [Name in SourceName]: Source<SourceData[Name]> };

/** The data of a source, or undefined unless it is ready. */
export function dataOf<Data>(source: Source<Data>): Data | undefined {
  return source.state === 'ready' ? source.data : undefined;
}
