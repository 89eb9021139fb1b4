import type { Account } from '../plex/account.ts';
import { getAccount } from '../plex/get-account.ts';
import { PlexError } from '../plex/plex-error.ts';
import { readAccount } from '../plex/read-account.ts';
import { Secret } from '../plex/secret.ts';
import type { Session } from './session.ts';
import { findStoredSession, updateStoredExpiry } from './store-session.ts';
import { listenToTabs, notifyTabs } from './tab-channel.ts';

/** How long another tab's answer may take from memory to memory, once it has one. */
const handOverMs = 250;

/**
 * The account as plex.tv has it now. While another tab of the same session asks, this one waits for its answer, so that
 * plex.tv is asked once; where the browser has no Web Locks (plain http), each tab asks for itself.
 *
 * @throws PlexError, with `endsSession` when the token is dead.
 */
export async function fetchAccount(session: Session, signal: AbortSignal): Promise<Account> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks || session.requestedStorage === 'page') return fetchWithLatestToken(session, signal);
  // Any page of this origin can list the names of locks: the whole id would tell the name of the tabs' channel.
  const name = `plex-ask:${session.id.slice(0, 8)}`;
  const account = await locks.request(
    name,
    { ifAvailable: true },
    (lock) => lock && fetchWithLatestToken(session, signal),
  );
  return account ?? waitForAnswer(session, name, locks, signal);
}

async function waitForAnswer(session: Session, lockName: string, locks: LockManager, signal: AbortSignal) {
  let stopHearing = () => {};
  const handedOver = new Promise<Account | undefined>((resolve) => {
    stopHearing = listenToTabs(session.id, (message) => {
      if (message.kind !== 'answered' || message.id !== session.id) return;
      resolve(readAccount(Promise.resolve(message.reply)).catch(() => undefined));
    });
  });
  try {
    return await locks.request(lockName, { signal }, async () => {
      const nothing = new Promise<undefined>((resolve) => setTimeout(resolve, handOverMs));
      return (await Promise.race([handedOver, nothing])) ?? fetchWithLatestToken(session, signal);
    });
  } finally {
    stopHearing();
  }
}

/** A token that plex.tv refuses may have been replaced: by another tab, in which the person signed in again. */
async function fetchWithLatestToken(
  { id, client, token, requestedStorage }: Session,
  signal: AbortSignal,
): Promise<Account> {
  if (!token) throw new PlexError('noToken');
  const handOver = (reply: unknown) => requestedStorage === 'page' || notifyTabs(id, { kind: 'answered', id, reply });
  const askWith = async (current: Secret) => {
    const account = await getAccount(client, current, signal, handOver);
    updateStoredExpiry(id, account.rememberExpiresAt, new Date());
    return account;
  };
  try {
    return await askWith(token);
  } catch (error) {
    const latest = findStoredSession(id, new Date())?.stored.token;
    const isReplaced = error instanceof PlexError && error.endsSession && latest && latest !== token.reveal();
    if (!isReplaced) throw error;
    return askWith(new Secret(latest));
  }
}
