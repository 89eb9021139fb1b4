import { endToken } from '../plex/end-token.ts';
import type { PlexError } from '../plex/errors/plex-error.ts';
import { Secret } from '../plex/secrets/secret.ts';
import type { Session } from './session.ts';
import { type EndReason, markAccountEnded, markEnded } from './storage/ended-sessions.ts';
import { findStoredSession, removeSession } from './storage/store-session.ts';
import { otherSessionsOfAccount } from './tabs/other-sessions.ts';
import { accountChannel, notifyTabs, sessionChannel } from './tabs/tab-channel.ts';

/**
 * Ends a session in this browser: removes it from storage, tells every other tab, and marks it so that no page shows it
 * again. Call this before `endToken`, so that it holds even if the page is closed meanwhile.
 */
export function forgetSession({ id, requestedStorage, endsAt, accountUuid }: Session, reason: EndReason): void {
  removeSession(id);
  if (requestedStorage === 'page') return; // no other tab knows the session
  markEnded(id, endsAt, reason);
  notifyTabs(sessionChannel(id), { kind: 'ended', reason });
  // Sign-out ends the token, which all sessions of the account share.
  if (!accountUuid || reason !== 'signed-out') return;
  markAccountEnded(accountUuid, endsAt);
  notifyTabs(accountChannel(accountUuid), { kind: 'ended', reason });
}

/**
 * Signs out: ends a session and every other session of its account in this browser. Also ends a newer token that another
 * tab may have stored for the session.
 *
 * @returns the error when plex.tv could not be reached or refused: a token then still works.
 */
export async function endAllSessions(session: Session): Promise<PlexError | undefined> {
  const sessions = [session, ...otherSessionsOfAccount(session)];
  const stored = findStoredSession(session.id)?.stored.token;
  const tokens = new Set([...sessions.map(({ token }) => token?.reveal()), stored]);
  for (const each of sessions) forgetSession(each, 'signed-out');
  const ending = [...tokens].map((token) => endToken(session.client, token ? new Secret(token) : undefined));
  return (await Promise.all(ending)).find(Boolean);
}
