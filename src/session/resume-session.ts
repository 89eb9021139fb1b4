import type { Account } from '../plex/account/account.ts';
import type { PlexClient } from '../plex/http/client.ts';
import { takeEarlyRequest } from './early-request.ts';
import { fetchAccount, finishEarlyRequest } from './fetch-account.ts';
import type { Session } from './session.ts';
import { type RestoreResult, restoreSession } from './storage/restore-session.ts';

/** The page does not start later than this because of the request. */
const maxWaitMs = 300;

/**
 * Restores the stored session and asks plex.tv for the account, while the page still starts. If the request was sent before
 * the app's script had arrived, goes on with that one.
 *
 * @returns the result of `restoreSession`, as soon as the request is sent or is late. A session has `takeFirstRequest`.
 */
export async function resumeSession(client: PlexClient): Promise<RestoreResult> {
  const result = restoreSession(client, new Date());
  if (result.kind !== 'session') return result;
  const { session } = result;
  const sending = new AbortController();
  let request: Promise<Account> | undefined;
  await new Promise<unknown>((resolve) => {
    request = requestAccount(session, sending.signal, () => resolve(undefined));
    request.catch(resolve); // the caller that takes the request gets the error
    setTimeout(resolve, maxWaitMs);
  });

  function takeFirstRequest(signal: AbortSignal): Promise<Account> | undefined {
    const taken = request;
    request = undefined;
    if (taken) signal.addEventListener('abort', () => sending.abort(signal.reason));
    return taken;
  }

  return { kind: 'session', session: { ...session, takeFirstRequest } };
}

async function requestAccount(session: Session, signal: AbortSignal, onBegin: () => void): Promise<Account> {
  const early = await takeEarlyRequest(session);
  if (!early) return fetchAccount(session, signal, onBegin);
  onBegin();
  return finishEarlyRequest(session, early, signal);
}
