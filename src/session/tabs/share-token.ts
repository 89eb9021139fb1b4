import type { Account } from '../../plex/account/account.ts';
import { endToken } from '../../plex/end-token.ts';
import { getAccount } from '../../plex/get-account.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import type { Secret } from '../../plex/secrets/secret.ts';
import { signInExpiry } from '../../plex/secrets/token-expiry.ts';
import { sessionExpiry } from '../session-expiry.ts';
import { rememberedSessions, type StoredSession, writeStored } from '../storage/stored-session.ts';
import { accountChannel, listenToTabs, notifyAll, type TabMessage } from './tab-channel.ts';

/*
 * plex.tv keeps one token per account and client identifier: a new sign-in replaces the token of every other session of
 * the account in this browser. Those sessions take over the new token. A session with a pasted token or with another
 * client identifier keeps its token, because that belongs to another client.
 */

/** How long other tabs may take to answer. */
const answerWaitMs = 250;

/** A token that a session of the account uses. `endsAt` is in Unix milliseconds. */
export type OtherToken = { token: string; endsAt: number; clientIdentifier?: string | undefined };

/**
 * Gives the token of a new sign-in to the other sessions of its account in this browser.
 *
 * @param client the client that the token belongs to.
 * @returns whether a stored session or a tab uses the token now.
 */
export async function shareToken({ clientIdentifier }: PlexClient, account: Account): Promise<boolean> {
  const { authToken: token, uuid } = account;
  if (!token || !uuid) return false;
  const endsAt = sessionExpiry(signInExpiry(account), new Date()).getTime();
  const isStored = rememberedOf(uuid)
    .filter(({ method, clientIdentifier: own = clientIdentifier }) => method !== 'token' && own === clientIdentifier)
    .map((stored) => writeStored('browser', { ...stored, token: token.reveal(), endsAt, clientIdentifier }))
    .some(Boolean);
  const answer = await askSessions(
    uuid,
    { kind: 'new-token', token: token.reveal(), endsAt, clientIdentifier },
    (answer) => answer.kind === 'token-used' && answer.token === token.reveal(),
  );
  return isStored || answer !== undefined;
}

/** Ends the token of an abandoned sign-in, unless another session of its account in this browser uses it now. */
export async function endTokenUnlessUsed(client: PlexClient, token: Secret, account?: Account): Promise<void> {
  const owner = account ?? (await getAccount(client, token).catch(() => undefined));
  const isUsed = owner !== undefined && (await shareToken(client, { ...owner, authToken: token }));
  if (!isUsed) await endToken(client, token);
}

/**
 * Whether a session in storage, or a tab with the account, uses a token. Without a UUID only storage is searched.
 *
 * @param exceptId a session that does not count.
 */
export async function isTokenUsed(token: string, accountUuid: string | undefined, exceptId?: string): Promise<boolean> {
  const isStored = rememberedSessions().some((stored) => stored.token === token && stored.id !== exceptId);
  if (isStored) return true;
  if (!accountUuid) return false;
  const question = { kind: 'who-uses-token', token } as const;
  const answer = await askSessions(
    accountUuid,
    question,
    (answer) => answer.kind === 'token-used' && answer.token === token,
  );
  return answer !== undefined;
}

/** Another token of the account, from storage or from another tab, when plex.tv has refused one. */
export async function findOtherToken(accountUuid: string, refused: string): Promise<OtherToken | undefined> {
  const stored = rememberedOf(accountUuid).find(({ token }) => token !== refused);
  if (stored) return stored;
  const answer = await askSessions(
    accountUuid,
    { kind: 'token-wanted', refused },
    (answer) => answer.kind === 'new-token' && answer.token !== refused,
  );
  return answer?.kind === 'new-token' ? answer : undefined;
}

function rememberedOf(uuid: string): StoredSession[] {
  return rememberedSessions().filter(({ accountUuid }) => accountUuid === uuid);
}

/** Asks every session of an account, in this tab too. Undefined when none gives the awaited answer in time. */
async function askSessions(
  accountUuid: string,
  question: TabMessage,
  isAwaited: (answer: TabMessage) => boolean,
): Promise<TabMessage | undefined> {
  const channel = accountChannel(accountUuid);
  let stopListening = () => {};
  const answered = new Promise<TabMessage>((resolve) => {
    stopListening = listenToTabs(channel, (message) => {
      if (message !== question && isAwaited(message)) resolve(message);
    });
  });
  const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, answerWaitMs));
  notifyAll(channel, question);
  try {
    return await Promise.race([answered, timeout]);
  } finally {
    stopListening();
  }
}
