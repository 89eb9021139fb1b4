import type { Account } from '../plex/account/account.ts';
import type { PlexClient } from '../plex/http/client.ts';
import { fetchAccount } from './fetch-account.ts';
import type { Session } from './session.ts';
import { type RestoreResult, restoreSession } from './storage/restore-session.ts';

/**
 * Restores the stored session of somebody who comes back, and asks plex.tv for the account at once, while the page still
 * starts.
 *
 * @returns what `restoreSession` returns. A session has `takeFirstRequest`.
 */
export function resumeSession(client: PlexClient): RestoreResult {
  const result = restoreSession(client, new Date());
  if (result.kind !== 'session') return result;
  return { kind: 'session', session: { ...result.session, takeFirstRequest: requestOnce(result.session) } };
}

function requestOnce(session: Session): NonNullable<Session['takeFirstRequest']> {
  const sending = new AbortController();
  let request: Promise<Account> | undefined = fetchAccount(session, sending.signal);
  request.catch(() => {}); // the caller that takes the request gets the error
  return (signal) => {
    const taken = request;
    request = undefined;
    if (taken) signal.addEventListener('abort', () => sending.abort(signal.reason));
    return taken;
  };
}
