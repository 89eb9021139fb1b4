import { endToken } from '../plex/end-token.ts';
import type { PlexError } from '../plex/errors/plex-error.ts';
import { Secret } from '../plex/secrets/secret.ts';
import type { Session } from './session.ts';
import { type EndReason, markAccountEnded, markEnded } from './storage/ended-sessions.ts';
import { findStoredSession, removeSession, toSession } from './storage/store-session.ts';
import { otherSessionsOfAccount } from './tabs/other-sessions.ts';
import { accountChannel, notifyTabs, sessionChannel } from './tabs/tab-channel.ts';

/**
 * Ends a session in this browser: removes it from storage, tells every other tab, and marks it so that no page shows it
 * again. Call this before `endToken`, so that it is done even if the page closes before plex.tv answers.
 */
export function forgetSession(session: Session, reason: EndReason): void {
  const { id, requestedStorage, endsAt, accountUuid, client } = session;
  removeSession(id);
  if (requestedStorage === 'page') return; // no other tab knows the session
  markEnded(id, endsAt, reason);
  notifyTabs(sessionChannel(id), { kind: 'ended', reason });
  // Sign-out ends the token, which all sessions of the account with this client identifier share.
  if (!accountUuid || reason !== 'signed-out') return;
  markAccountEnded(accountUuid, endsAt);
  notifyTabs(accountChannel(accountUuid), { kind: 'ended', reason, clientIdentifier: client.clientIdentifier });
}

/**
 * Signs out: ends a session and every other session of its account in this browser. Also ends a newer token that another
 * tab may have stored for the session.
 *
 * @returns the error when plex.tv could not be reached or refused: a token then still works.
 */
export async function endAllSessions(session: Session): Promise<PlexError | undefined> {
  const sessions = [session, ...otherSessionsOfAccount(session)];
  const found = findStoredSession(session.id);
  const holders = found ? [...sessions, toSession(found.stored, found.area, session.client)] : sessions;
  const clients = new Map(holders.map(({ token, client }) => [token?.reveal() ?? '', client]));
  for (const each of sessions) forgetSession(each, 'signed-out');
  const ending = [...clients].map(([token, client]) => endToken(client, token ? new Secret(token) : undefined));
  return (await Promise.all(ending)).find(Boolean);
}
