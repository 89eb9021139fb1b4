import type { Account } from '../plex/account.ts';
import { getAccount } from '../plex/get-account.ts';
import { PlexError } from '../plex/plex-error.ts';
import { readAccount } from '../plex/read-account.ts';
import { Secret } from '../plex/secret.ts';
import type { Session } from './session.ts';
import { findStoredSession, updateStoredExpiry } from './store-session.ts';
import { listenToTabs, notifyTabs } from './tab-channel.ts';

/** How long another tab's reply may take to arrive here after that tab has released the lock. */
const replyWaitMs = 250;

/**
 * Fetches the account from plex.tv. While another tab of the same session does that, this tab waits for its reply, so
 * that plex.tv is asked once. Without Web Locks (on plain http) each tab asks for itself.
 *
 * @throws PlexError, with `endsSession` when the token is dead.
 */
export async function fetchAccount(session: Session, signal: AbortSignal): Promise<Account> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks || session.requestedStorage === 'page') return fetchWithLatestToken(session, signal);
  // Any page of this origin can list lock names. The whole id would give away the name of the tabs' channel.
  const name = `plex-ask:${session.id.slice(0, 8)}`;
  const account = await locks.request(
    name,
    { ifAvailable: true },
    (lock) => lock && fetchWithLatestToken(session, signal),
  );
  return account ?? waitForOtherTab(session, name, locks, signal);
}

async function waitForOtherTab(session: Session, lockName: string, locks: LockManager, signal: AbortSignal) {
  let stopListening = () => {};
  const received = new Promise<Account | undefined>((resolve) => {
    stopListening = listenToTabs(session.id, (message) => {
      if (message.kind !== 'reply' || message.id !== session.id) return;
      resolve(readAccount(Promise.resolve(message.reply)).catch(() => undefined));
    });
  });
  try {
    return await locks.request(lockName, { signal }, async () => {
      const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, replyWaitMs));
      return (await Promise.race([received, timeout])) ?? fetchWithLatestToken(session, signal);
    });
  } finally {
    stopListening();
  }
}

/** When plex.tv refuses the token, tries the one that another tab may have stored after a newer sign-in. */
async function fetchWithLatestToken(session: Session, signal: AbortSignal): Promise<Account> {
  const { id, client, token, requestedStorage } = session;
  if (!token) throw new PlexError('noToken');
  const shareReply = (reply: unknown) => {
    if (requestedStorage !== 'page') notifyTabs(id, { kind: 'reply', id, reply });
  };
  const fetchWith = async (current: Secret) => {
    const account = await getAccount(client, current, signal, shareReply);
    updateStoredExpiry(id, account.rememberExpiresAt, new Date());
    return account;
  };
  try {
    return await fetchWith(token);
  } catch (error) {
    const latest = findStoredSession(id, new Date())?.stored.token;
    const isReplaced = error instanceof PlexError && error.endsSession && latest && latest !== token.reveal();
    if (!isReplaced) throw error;
    return fetchWith(new Secret(latest));
  }
}
