import { hasToWait } from '../plex/errors/has-to-wait.ts';
import { accountCall } from '../plex/get-account.ts';
import { buildRequest } from '../plex/http/request.ts';
import { readWait } from '../plex/http/send-unless-waiting.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { requestAccountLock } from './account-lock.ts';
import type { EarlyRequest } from './early-request.ts';
import { createPageClient } from './page-client.ts';
import { peekSession } from './storage/peek-session.ts';

/** No other tab of the session asks while the app's script loads, for at most this time. */
const maxLockMs = 5000;

/**
 * Asks plex.tv for the account of the stored session. `resumeSession` goes on with the request when the app's script has
 * arrived.
 *
 * @returns undefined when nothing was sent: no stored session can be restored, another tab of the session asks already, or
 * plex.tv has asked the app to wait.
 */
export async function sendEarlyRequest(): Promise<EarlyRequest | undefined> {
  const client = createPageClient();
  const session = peekSession(new Date());
  if (!session || hasToWait({ details: readWait(client, 'account') ?? {} })) return undefined;
  const { id, token, clientIdentifier = client.clientIdentifier } = session;
  const lock = await requestAccountLock(id, { ifAvailable: true });
  if (lock === 'taken') return undefined;
  const release = lock === 'failed' ? () => {} : lock;
  const releaseTimer = setTimeout(release, maxLockMs);
  const controller = new AbortController();
  const call = accountCall(new Secret(token));
  const response = client.fetch(buildRequest({ ...client, clientIdentifier }, call, controller.signal));
  response.catch(() => undefined); // whoever takes the request gets the error
  const abort = () => controller.abort();
  return { sessionId: id, token, clientIdentifier, response, abort, release, releaseTimer };
}
