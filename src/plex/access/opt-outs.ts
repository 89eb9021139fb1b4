import * as v from 'valibot';
import { replyObject, text } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { type AccessReply, itemsOf, readAccessReply, type WithAllKeys, withAllKeys } from './access-reply.ts';
import { readXmlRecord } from './xml-record.ts';

/** The choice about one of Plex's own online sources. Source: python-plexapi. */
const optOutEntries = {
  /** tv.plex.provider.vod, .epg, .music, .news, .podcasts, .metadata. Open. */
  key: text,
  /** opt_in, opt_out, opt_out_managed (for managed users only). Open. */
  value: text,
};

const optOutsSchema = replyObject({ optOut: v.array(replyObject(optOutEntries)) });

export type OptOut = WithAllKeys<typeof optOutEntries>;

/**
 * `GET /user/{uuid}/settings/opt_outs`: which of Plex's online sources the account has switched off.
 *
 * @param accountUuid plex.tv's UUID of the account.
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getOptOuts(
  client: PlexClient,
  accountUuid: string,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<OptOut[]>> {
  const body = await request(client, {
    purpose: 'access',
    method: 'GET',
    path: `/user/${encodeURIComponent(accountUuid)}/settings/opt_outs`,
    isXml: true,
    token,
    signal,
  });
  return readAccessReply(optOutsSchema, readXmlRecord(body, 'optOuts'), (parsed) =>
    itemsOf(parsed.optOut).map((optOut) => withAllKeys(optOutEntries, optOut)),
  );
}
