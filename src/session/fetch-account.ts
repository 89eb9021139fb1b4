import type { Account } from '../plex/account/account.ts';
import { readAccount } from '../plex/account/read-account.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { getAccount } from '../plex/get-account.ts';
import { sendUnlessWaiting } from '../plex/http/send-unless-waiting.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { signInExpiry } from '../plex/secrets/token-expiry.ts';
import { requestAccountLock } from './account-lock.ts';
import type { EarlyRequest } from './early-request.ts';
import type { Session } from './session.ts';
import type { StorageArea } from './storage/browser-storage.ts';
import {
  findStoredSession,
  storeSession,
  toSession,
  toStoredSession,
  updateStoredExpiry,
} from './storage/store-session.ts';
import { findOtherToken, type OtherToken } from './tabs/share-token.ts';
import { listenToTabs, notifyAll, notifyTabs, sessionChannel } from './tabs/tab-channel.ts';

/** How long another tab's reply may take to arrive here after that tab has released the lock. */
const replyWaitMs = 250;
/** After this time the lock counts as stuck: another page of this origin may never release it. */
const lockWaitMs = 5000;

/**
 * Fetches the account from plex.tv. While another tab of the same session does that, this tab waits for its reply, so
 * that plex.tv is asked once. Without Web Locks (on plain http), or when they fail, each tab asks for itself.
 *
 * @param onBegin called when it is known which tab asks.
 * @throws PlexError, with `endsSession` when the token is dead; `rateLimited`, without a request, while plex.tv asks to
 * wait; the signal's reason when it is aborted.
 */
export async function fetchAccount(session: Session, signal: AbortSignal, onBegin = () => {}): Promise<Account> {
  if (session.requestedStorage === 'page') {
    onBegin();
    return fetchWithLatestToken(session, signal);
  }
  const lock = await requestAccountLock(session.id, { ifAvailable: true });
  onBegin();
  if (lock === 'taken') return waitForOtherTab(session, signal);
  try {
    return await fetchWithLatestToken(session, signal);
  } finally {
    if (lock !== 'failed') lock();
  }
}

/**
 * The same as `fetchAccount`, with a request that was sent before the app's script had arrived. If plex.tv has refused its
 * token, further requests follow.
 */
export async function finishEarlyRequest(session: Session, early: EarlyRequest, signal: AbortSignal): Promise<Account> {
  let sent: Promise<Response> | undefined = early.response;
  const fetch = (request: Request) => {
    const response = sent ?? session.client.fetch(request);
    sent = undefined;
    return response;
  };
  signal.addEventListener('abort', early.abort);
  try {
    return await fetchWithLatestToken(session, signal, fetch);
  } finally {
    early.abort(); // if its reply has not come
    early.release();
  }
}

async function waitForOtherTab(session: Session, signal: AbortSignal) {
  const waiting = new AbortController();
  const stopWaiting = () => waiting.abort();
  const timer = setTimeout(stopWaiting, lockWaitMs);
  signal.addEventListener('abort', stopWaiting);
  const lock = requestAccountLock(session.id, { signal: waiting.signal });
  let stopListening = () => {};
  const received = new Promise<Account | undefined>((resolve) => {
    stopListening = listenToTabs(sessionChannel(session.id), (message) => {
      if (message.kind !== 'reply') return;
      resolve(readAccount(Promise.resolve(message.reply)).catch(() => undefined));
    });
  });
  const lateReply = () => Promise.race([received, wait(replyWaitMs)]);
  try {
    const account = await Promise.race([received, lock.then(lateReply)]);
    signal.throwIfAborted();
    return account ?? (await fetchWithLatestToken(session, signal));
  } finally {
    stopListening();
    clearTimeout(timer);
    signal.removeEventListener('abort', stopWaiting);
    stopWaiting();
    void lock.then((release) => typeof release === 'function' && release());
  }
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** When plex.tv refuses the token, tries the one of a newer sign-in, from storage or from another tab. */
async function fetchWithLatestToken(
  session: Session,
  signal: AbortSignal,
  fetch = session.client.fetch,
): Promise<Account> {
  const { id, client, token, requestedStorage, accountUuid } = session;
  if (!token) throw new PlexError('noToken');
  const shareReply = (reply: unknown) => {
    if (requestedStorage !== 'page') notifyTabs(sessionChannel(id), { kind: 'reply', reply });
  };
  const fetchWith = async (current: Secret, clientIdentifier = client.clientIdentifier) => {
    const currentClient = { ...client, clientIdentifier, fetch };
    const send = () => getAccount(currentClient, current, signal, shareReply);
    const account = await sendUnlessWaiting(client, 'account', send);
    updateStoredExpiry(id, signInExpiry(account), new Date());
    return account;
  };
  try {
    return await fetchWith(token);
  } catch (error) {
    if (!(error instanceof PlexError && error.endsSession) || requestedStorage === 'page') throw error;
    const stored = findStoredSession(id)?.stored;
    const isNewer = stored !== undefined && stored.token !== token.reveal();
    const other = isNewer ? stored : accountUuid && (await findOtherToken(accountUuid, token.reveal()));
    if (!other) throw error;
    const account = await fetchWith(new Secret(other.token), other.clientIdentifier);
    adoptToken(session, requestedStorage, other);
    return account;
  }
}

/** Tells every tab of the session, this one too, that it has another token now. */
function adoptToken(
  session: Session,
  area: StorageArea,
  { token, endsAt, clientIdentifier = session.client.clientIdentifier }: OtherToken,
): void {
  const stored = toStoredSession(session);
  if (!stored) return;
  const adopted = { ...stored, token, endsAt, clientIdentifier };
  // The page may not listen yet.
  storeSession(toSession(adopted, area, session.client));
  notifyAll(sessionChannel(session.id), { kind: 'changed', stored: adopted, area });
}
