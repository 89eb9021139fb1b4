import * as v from 'valibot';
import { replyObject, secret } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { type AccessReply, itemsOf, listUnder, readAccessReply } from './access-reply.ts';

/** Recorded 2022. The address of a webhook often holds a key, in its path or query: it is a secret of the account. */
const webhookEntries = { url: secret };

const webhooksSchema = replyObject({ webhooks: v.array(replyObject(webhookEntries)) });

/** An address to which plex.tv reports what is played. */
export type Webhook = {
  url: Secret | null;
  /** Such as "hooks.example.com:8080"; null when the address is not an http or https URL. */
  host: string | null;
  /** Whether it is https; null when the address is not an http or https URL. */
  isEncrypted: boolean | null;
};

/**
 * `GET /user/webhooks`: the webhooks of the account, which are a feature of the Plex Pass.
 *
 * @throws PlexError, also when the account has no Plex Pass; the signal's own reason when the caller aborted.
 */
export async function getWebhooks(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<Webhook[]>> {
  const webhooks = await request(client, { purpose: 'access', method: 'GET', path: '/user/webhooks', token, signal });
  return readAccessReply(webhooksSchema, listUnder('webhooks', webhooks), (parsed) =>
    itemsOf(parsed.webhooks).map(({ url }) => toWebhook(url ?? null)),
  );
}

function toWebhook(url: Secret | null): Webhook {
  const address = url?.reveal() ?? '';
  const { protocol, host } = parseAddress(address) ?? { protocol: '', host: '' };
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return { url, host: isWeb ? host : null, isEncrypted: isWeb ? protocol === 'https:' : null };
}

/** The oldest supported browsers lack `URL.canParse`. */
function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
