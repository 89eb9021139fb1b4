import type { FailedAttempts } from './failed-attempts.ts';
import { findPerson, type Person } from './find-person.ts';
import { randomToken } from './random-token.ts';
import { type Refusal, refusals } from './refusals.ts';
import { refuse, replyAccount } from './reply.ts';
import { type Sessions, startSession } from './sessions.ts';

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  return new URLSearchParams(type === 'application/x-www-form-urlencoded' ? await request.text() : '');
}

function findRefusal(
  { sample, account }: Person,
  form: URLSearchParams,
  attempts: FailedAttempts,
): Refusal | undefined {
  const code = form.get('verificationCode');
  if (attempts.isLocked(sample.login)) return refusals.locked;
  if (form.get('password') !== sample.password) {
    attempts.add(sample.login);
    return refusals.notAuthenticated;
  }
  if (account.emailOnlyAuth === true && !form.get('login')?.includes('@')) return refusals.emailOnly;
  if (sample.verificationCode === undefined) return undefined;
  if (!code) return refusals.codeNeeded;
  if (code === sample.verificationCode) return undefined;
  attempts.add(sample.login);
  return refusals.wrongCode;
}

/**
 * `POST /api/v2/users/signin`. Sends 201 with a cookie and the account, which has a new token and its lists of
 * subscriptions. The older token of the same client identifier ends. No recording shows whether plex.tv accepts anything
 * but a form.
 *
 * It checks for these errors, in this order: no client identifier (400, 1000), no form or a missing field (400, 1004), a
 * lock (401, 1031), a wrong login or password (401, 1001), a username where only e-mail works (401, 1030), a missing
 * two-factor code (401, 1029), a wrong code (401, 1028).
 */
export async function signIn(
  request: Request,
  now: () => Date,
  sessions: Sessions,
  attempts: FailedAttempts,
): Promise<Response> {
  const clientIdentifier = request.headers.get('X-Plex-Client-Identifier')?.trim();
  if (!clientIdentifier) return refuse(request, refusals.noClientIdentifier);
  const form = await readForm(request);
  const login = form.get('login');
  if (!login || !form.get('password')) return refuse(request, refusals.malformed);
  const person = findPerson(login, now());
  if (person === undefined) return refuse(request, refusals.notAuthenticated);
  const failure = await person.failure.signIn?.(request);
  if (failure !== undefined) return failure;
  const refusal = findRefusal(person, form, attempts);
  if (refusal !== undefined) return refuse(request, refusal);
  attempts.clear(person.sample.login);
  const account = startSession(sessions, person, clientIdentifier);
  const cookie = `_my-plex_session=${randomToken()}; path=/; HttpOnly; secure; SameSite=None`;
  return replyAccount(request, 201, account, { 'Set-Cookie': cookie });
}
