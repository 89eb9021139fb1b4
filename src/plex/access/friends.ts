import * as v from 'valibot';
import { boolean, integer, replyObject, text, timestamp, unknownValue } from '../account/reply-fields.ts';
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

/** What a friend may do. A filter limits what they see, such as "contentRating=PG". Recorded 2023; absent in 2026. */
const sharingSettingsEntries = {
  /** May download. */
  allowSync: boolean,
  allowCameraUpload: boolean,
  allowChannels: boolean,
  /** 0 no live TV, 1 and 2 some or all of it. */
  allowTuners: integer,
  /** May change subtitles. */
  allowSubtitleAdmin: boolean,
  filterMovies: text,
  filterTelevision: text,
  filterMusic: text,
  filterPhotos: text,
  filterAll: text,
};

const libraryEntries = {
  id: integer,
  key: integer,
  title: text,
  /** movie, show, artist, photo. Open. */
  type: text,
};

/** A server that is shared. Times are ISO 8601. Recorded 2023. */
const sharedServerEntries = {
  id: integer,
  name: text,
  machineIdentifier: text,
  /** false: the invitation to this server is not yet accepted. */
  accepted: boolean,
  acceptedAt: timestamp,
  deletedAt: timestamp,
  leftAt: timestamp,
  /** When the friend last used the server. */
  lastSeenAt: timestamp,
  numLibraries: integer,
  allLibraries: boolean,
  /** true: the account's own server, shared with the friend. false: the friend's server, shared with the account. */
  owned: boolean,
  ownerId: integer,
  serverId: integer,
  invitedId: integer,
  invitedEmail: text,
};

const friendEntries = {
  /** accepted, pending_received. Open. */
  status: text,
  id: integer,
  uuid: text,
  title: text,
  username: text,
  email: text,
  friendlyName: text,
  /** URL of the avatar. */
  thumb: text,
  /** Is in the same Home. */
  home: boolean,
  /** Is a managed user. */
  restricted: boolean,
  /** null, little_kid, older_kid, teen. Open. */
  restrictionProfile: text,
  createdAt: timestamp,
};

const sharingSettingsSchema = replyObject(sharingSettingsEntries);
const sharedServerSchema = replyObject({
  ...sharedServerEntries,
  sharingSettings: sharingSettingsSchema,
  libraries: v.array(replyObject(libraryEntries)),
});
const friendSchema = replyObject({
  ...friendEntries,
  sharingSettings: sharingSettingsSchema,
  sharedServers: v.array(sharedServerSchema),
  /** Always [] so far. */
  sharedSources: unknownValue,
});
const friendsSchema = replyObject({ friends: v.array(friendSchema) });

export type SharingSettings = WithAllKeys<typeof sharingSettingsEntries>;
export type SharedLibrary = WithAllKeys<typeof libraryEntries>;
/** `sharingSettings` and `libraries` are null where plex.tv did not send them. */
export type SharedServer = WithAllKeys<typeof sharedServerEntries> & {
  sharingSettings: SharingSettings | null;
  libraries: SharedLibrary[] | null;
};
/** `sharingSettings` is null where plex.tv did not send them, and `sharedServers` where it did not send the list. */
export type Friend = WithAllKeys<typeof friendEntries> & {
  sharingSettings: SharingSettings | null;
  sharedServers: SharedServer[] | null;
};

/** The friends of the account, or the invitations that wait for its answer. */
export type FriendStatus = 'accepted' | 'pending_received';

/**
 * `GET /friends?status=…`: with whom the account shares, and who shares with it.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getFriends(
  client: PlexClient,
  status: FriendStatus,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<Friend[]>> {
  const friends = await request(client, {
    purpose: 'access',
    method: 'GET',
    path: `/friends?status=${status}`,
    token,
    signal,
  });
  return readAccessReply(friendsSchema, listUnder('friends', friends), (parsed) =>
    itemsOf(parsed.friends).map(toFriend),
  );
}

function toFriend({ sharingSettings, sharedServers, ...friend }: v.InferOutput<typeof friendSchema>): Friend {
  return {
    ...withAllKeys(friendEntries, friend),
    sharingSettings: toSharingSettings(sharingSettings),
    sharedServers: sharedServers ? itemsOf(sharedServers).map(toSharedServer) : null,
  };
}

function toSharedServer({
  sharingSettings,
  libraries,
  ...server
}: v.InferOutput<typeof sharedServerSchema>): SharedServer {
  return {
    ...withAllKeys(sharedServerEntries, server),
    sharingSettings: toSharingSettings(sharingSettings),
    libraries: libraries ? itemsOf(libraries).map((library) => withAllKeys(libraryEntries, library)) : null,
  };
}

function toSharingSettings(settings: v.InferOutput<typeof sharingSettingsSchema> | null | undefined) {
  return settings ? withAllKeys(sharingSettingsEntries, settings) : null;
}
