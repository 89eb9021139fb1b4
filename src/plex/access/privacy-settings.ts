import * as v from 'valibot';
import { boolean, replyObject, text } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { type AccessReply, itemsOf, readAccessReply, type WithAllKeys, withAllKeys } from './access-reply.ts';

/** What Plex records about one kind of event. */
const metricEntries = {
  /** Such as "playback:itemstart". Open. */
  event: text,
  /** identifiable, anonymous, off. Open. */
  status: text,
};

/** Recorded 2022. */
const privacyEntries = {
  /** Plex gets no playback data. */
  optOutPlayback: boolean,
  /** Plex gets no statistics of libraries. */
  optOutLibraryStats: boolean,
  /** The host that gets the data. */
  domain: text,
  baseUrl: text,
};

const privacySchema = replyObject({ ...privacyEntries, metrics: v.array(replyObject(metricEntries)) });

export type PrivacySettings = WithAllKeys<typeof privacyEntries> & { metrics: WithAllKeys<typeof metricEntries>[] };

/**
 * `GET /user/privacy`: which data about use the account gives to Plex.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getPrivacySettings(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<PrivacySettings>> {
  const reply = await request(client, { purpose: 'access', method: 'GET', path: '/user/privacy', token, signal });
  return readAccessReply(privacySchema, reply, (parsed) => ({
    ...withAllKeys(privacyEntries, parsed),
    metrics: itemsOf(parsed.metrics).map((metric) => withAllKeys(metricEntries, metric)),
  }));
}
