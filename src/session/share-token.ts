import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { discardToken } from '../plex/discard-token.ts';
import { getAccount } from '../plex/get-account.ts';
import type { Secret } from '../plex/secret.ts';
import { sessionExpiry } from './session-expiry.ts';
import { rememberedSessions, writeStored } from './stored-session.ts';
import { accountChannel, listenToTabs, notifyTabs } from './tab-channel.ts';

/*
 * plex.tv keeps one token per account and client identifier: a new sign-in replaces the token of every other session of
 * the account in this browser (account-api.md, section 10). Those sessions take over the new token.
 */

/** How long other tabs may take to say that they use a token. */
const answerWaitMs = 250;

/**
 * Gives the token of a new sign-in to the other sessions of its account in this browser.
 *
 * @returns whether a stored session or another tab uses the token now.
 */
export async function shareToken(account: Account): Promise<boolean> {
  const { authToken: token, uuid, rememberExpiresAt } = account;
  if (!token || !uuid) return false;
  const endsAt = sessionExpiry(rememberExpiresAt, new Date()).getTime();
  const isStored = rememberedSessions()
    .filter(({ accountUuid }) => accountUuid === uuid)
    .map((stored) => writeStored('browser', { ...stored, token: token.reveal(), endsAt }))
    .some(Boolean);
  const isAdopted = await askTabs(uuid, token, endsAt);
  return isStored || isAdopted;
}

/** Ends a token unless another session of this browser uses it now. Asks plex.tv for its account if that is unknown. */
export async function endUnusedToken(client: PlexClient, token: Secret, account?: Account): Promise<void> {
  const owner = account ?? (await getAccount(client, token).catch(() => undefined));
  const isUsed = owner !== undefined && (await shareToken({ ...owner, authToken: token }));
  if (!isUsed) await discardToken(client, token);
}

async function askTabs(accountUuid: string, token: Secret, endsAt: number): Promise<boolean> {
  const channel = accountChannel(accountUuid);
  let stopListening = () => {};
  const adopted = new Promise<true>((resolve) => {
    stopListening = listenToTabs(channel, (message) => {
      if (message.kind === 'token-adopted' && message.token === token.reveal()) resolve(true);
    });
  });
  const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), answerWaitMs));
  notifyTabs(channel, { kind: 'new-token', token: token.reveal(), endsAt });
  try {
    return await Promise.race([adopted, timeout]);
  } finally {
    stopListening();
  }
}
