import type { SampleAccount } from './accounts/base-account.ts';
import { refusals } from './refusals.ts';
import { refuse, replyAccount } from './reply.ts';
import type { SampleFailure } from './sample-failures.ts';

/** Who is signed in, by token. */
export type Sessions = Map<string, { account: SampleAccount; trouble: SampleFailure }>;

/**
 * `GET /api/v2/user`. The same account as at sign-in, without its lists of subscriptions unless they are asked for
 * by `?includeSubscriptions=1`. A token that nobody holds: 401, 1001. A token revoked elsewhere: 422 without a
 * code, then 401.
 */
export function showUser(request: Request, sessions: Sessions): Response {
  const token = request.headers.get('X-Plex-Token') ?? '';
  const session = sessions.get(token);
  if (session === undefined) return refuse(request, refusals.notAuthenticated);
  if (session.trouble.isEndedElsewhere) {
    sessions.delete(token);
    return refuse(request, refusals.invalidToken);
  }
  if (new URL(request.url).searchParams.get('includeSubscriptions') === '1') {
    return replyAccount(request, 200, session.account);
  }
  const { subscriptions: _current, pastSubscriptions: _past, trials: _trials, ...account } = session.account;
  return replyAccount(request, 200, account);
}

/** `DELETE /api/v2/users/signout`. 204, and the token is dead. A token that nobody holds: 401, 1001. */
export function signOut(request: Request, sessions: Sessions): Response {
  const token = request.headers.get('X-Plex-Token') ?? '';
  const session = sessions.get(token);
  if (session === undefined) return refuse(request, refusals.notAuthenticated);
  if (session.trouble.signOut !== undefined) return session.trouble.signOut();
  sessions.delete(token);
  return new Response(null, { status: 204 });
}
