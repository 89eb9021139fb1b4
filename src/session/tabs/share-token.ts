import type { Account } from '../../plex/account/account.ts';
import { endToken } from '../../plex/end-token.ts';
import { getAccount } from '../../plex/get-account.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { signInExpiry } from '../../plex/secrets/token-expiry.ts';
import { sessionExpiry } from '../session-expiry.ts';
import { rememberedSessions, type StoredSession, writeStored } from '../storage/stored-session.ts';
import { accountChannel, listenToTabs, notifyAll, type TabMessage } from './tab-channel.ts';

/*
 * plex.tv keeps one token per account and client identifier: a new sign-in replaces the token of every other session of
 * the account in this browser (account-api.md, section 10). Those sessions take over the new token. A pasted token
 * belongs to another client, so its session keeps it.
 */

/** How long other tabs may take to answer. */
const answerWaitMs = 250;

/**
 * Gives the token of a new sign-in to the other sessions of its account in this browser.
 *
 * @returns whether a stored session or a tab uses the token now.
 */
export async function shareToken(account: Account): Promise<boolean> {
  const { authToken: token, uuid } = account;
  if (!token || !uuid) return false;
  const endsAt = sessionExpiry(signInExpiry(account), new Date()).getTime();
  const isStored = rememberedOf(uuid)
    .filter(({ method }) => method !== 'token')
    .map((stored) => writeStored('browser', { ...stored, token: token.reveal(), endsAt }))
    .some(Boolean);
  const answer = await askSessions(
    uuid,
    { kind: 'new-token', token: token.reveal(), endsAt },
    ({ kind, token: used }) => kind === 'token-used' && used === token.reveal(),
  );
  return isStored || answer !== undefined;
}

/** Ends the token of an abandoned sign-in, unless another session of its account in this browser uses it now. */
export async function endTokenUnlessUsed(client: PlexClient, token: Secret, account?: Account): Promise<void> {
  const owner = account ?? (await getAccount(client, token).catch(() => undefined));
  const isUsed = owner !== undefined && (await shareToken({ ...owner, authToken: token }));
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
    ({ kind, token: used }) => kind === 'token-used' && used === token,
  );
  return answer !== undefined;
}

/** Another token of the account, from storage or from another tab, when plex.tv has refused one. */
export async function findOtherToken(accountUuid: string, refused: string): Promise<Secret | undefined> {
  const stored = rememberedOf(accountUuid).find(({ token }) => token !== refused);
  if (stored) return new Secret(stored.token);
  const answer = await askSessions(
    accountUuid,
    { kind: 'token-wanted', refused },
    ({ kind, token }) => kind === 'new-token' && token !== refused,
  );
  return answer?.token === undefined ? undefined : new Secret(answer.token);
}

function rememberedOf(uuid: string): StoredSession[] {
  return rememberedSessions().filter(({ accountUuid }) => accountUuid === uuid);
}

type TokenMessage = { kind: TabMessage['kind']; token?: string };

/** Asks every session of an account, in this tab too. Undefined when none gives the awaited answer in time. */
async function askSessions(
  accountUuid: string,
  question: TabMessage,
  isAwaited: (answer: TokenMessage) => boolean,
): Promise<TokenMessage | undefined> {
  const channel = accountChannel(accountUuid);
  let stopListening = () => {};
  const answered = new Promise<TokenMessage>((resolve) => {
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
