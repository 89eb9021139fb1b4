import * as v from 'valibot';
import { boolean, integer, replyObject, text } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { type AccessReply, itemsOf, readAccessReply, type WithAllKeys, withAllKeys } from './access-reply.ts';

/** A member of a Plex Home. Recorded 2020. */
const homeUserEntries = {
  /** Account number. */
  id: integer,
  /** 16 hexadecimal digits. */
  uuid: text,
  /** The name that plex.tv shows. */
  title: text,
  /** null for managed users. */
  username: text,
  /** null for managed users. */
  email: text,
  /** Full name. Only in newer replies. */
  friendlyName: text,
  /** URL of the avatar. */
  thumb: text,
  hasPassword: boolean,
  /** Is a managed user. */
  restricted: boolean,
  /** null, little_kid, older_kid, teen. Open. */
  restrictionProfile: text,
  admin: boolean,
  guest: boolean,
  /** Has a Home PIN. */
  protected: boolean,
  /** Only in newer replies. Its format is unknown, so it is kept as text. */
  updatedAt: v.union([text, integer]),
};

const homeEntries = {
  /** Number of the Home. */
  id: integer,
  /** Such as "Home of Ada". */
  name: text,
  guestUserID: integer,
  guestUserUUID: text,
  guestEnabled: boolean,
  /** The Home has a Plex Pass. */
  subscription: boolean,
};

const homeSchema = replyObject({ ...homeEntries, users: v.array(replyObject(homeUserEntries)) });

export type HomeUser = WithAllKeys<typeof homeUserEntries>;
export type Home = WithAllKeys<typeof homeEntries> & { users: HomeUser[] };

/**
 * `GET /home/users`: the Plex Home of the account, with its members.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getHome(client: PlexClient, token: Secret, signal?: AbortSignal): Promise<AccessReply<Home>> {
  const reply = await request(client, { purpose: 'access', method: 'GET', path: '/home/users', token, signal });
  return readAccessReply(homeSchema, reply, (parsed) => ({
    ...withAllKeys(homeEntries, parsed),
    users: itemsOf(parsed.users).map((user) => withAllKeys(homeUserEntries, user)),
  }));
}
