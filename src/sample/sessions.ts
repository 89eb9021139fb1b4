import type { SampleAccount } from './accounts/base-account.ts';
import { ExpiringMap } from './expiring-map.ts';
import type { Person } from './find-person.ts';
import { randomToken } from './random-token.ts';
import { refusals } from './refusals.ts';
import { refuse, replyAccount } from './reply.ts';
import type { SampleFailure } from './sample-failures.ts';

export type Session = {
  login: string;
  account: SampleAccount;
  failure: SampleFailure;
  clientIdentifier: string;
};

/** Sessions by token. */
export type Sessions = ExpiringMap<string, Session>;

/** Sessions last 14 days, as plex.tv remembers a sign-in. A server with many visitors keeps the newest thousand. */
export function createSessions(now: () => Date): Sessions {
  return new ExpiringMap<string, Session>({ maxEntries: 1_000, lifetimeSeconds: 14 * 86_400, now });
}

/**
 * Starts a session with a new token. Like plex.tv, it ends the older token of the same account and client identifier
 * (streamarr#408).
 *
 * @returns the account with its new token.
 */
export function startSession(sessions: Sessions, person: Person, clientIdentifier: string) {
  const { account: owner, failure, sample } = person;
  for (const { account, clientIdentifier: other } of sessions.values()) {
    if (account.id === owner.id && other === clientIdentifier) sessions.delete(String(account.authToken));
  }
  const account = { ...owner, authToken: randomToken() };
  sessions.set(account.authToken, { login: sample.login, account, failure, clientIdentifier });
  return account;
}

/**
 * `GET /api/v2/user`. Sends the account of sign-in. The lists of subscriptions come only with
 * `?includeSubscriptions=1`. An unknown token gets 401 with code 1001. A token that was ended elsewhere gets 422 without
 * a code, then 401.
 */
export function showUser(request: Request, sessions: Sessions): Response {
  const token = request.headers.get('X-Plex-Token') ?? '';
  const session = sessions.get(token);
  if (session === undefined) return refuse(request, refusals.notAuthenticated);
  if (session.failure.isEndedElsewhere) {
    sessions.delete(token);
    return refuse(request, refusals.invalidToken);
  }
  if (new URL(request.url).searchParams.get('includeSubscriptions') === '1') {
    return replyAccount(request, 200, session.account);
  }
  const { subscriptions: _current, pastSubscriptions: _past, trials: _trials, ...account } = session.account;
  return replyAccount(request, 200, account);
}

/** `DELETE /api/v2/users/signout`. Ends the token and sends 204. An unknown token gets 401 with code 1001. */
export function signOut(request: Request, sessions: Sessions): Response {
  const token = request.headers.get('X-Plex-Token') ?? '';
  const session = sessions.get(token);
  if (session === undefined) return refuse(request, refusals.notAuthenticated);
  if (session.failure.signOut !== undefined) return session.failure.signOut();
  sessions.delete(token);
  return new Response(null, { status: 204 });
}
