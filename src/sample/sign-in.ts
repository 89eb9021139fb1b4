import type { FailedAttempts } from './failed-attempts.ts';
import { findPerson, type Person } from './find-person.ts';
import { randomToken } from './random-token.ts';
import { type Refusal, refusals } from './refusals.ts';
import { refuse, replyAccount } from './reply.ts';
import type { Sessions } from './sessions.ts';

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  return new URLSearchParams(type === 'application/x-www-form-urlencoded' ? await request.text() : '');
}

function findFault({ sample, account }: Person, form: URLSearchParams, attempts: FailedAttempts): Refusal | undefined {
  const code = form.get('verificationCode');
  if (attempts.isLocked(sample.login)) return refusals.locked;
  if (form.get('password') !== sample.password) {
    attempts.note(sample.login);
    return refusals.notAuthenticated;
  }
  if (account.emailOnlyAuth === true && !form.get('login')?.includes('@')) return refusals.emailOnly;
  if (sample.verificationCode === undefined) return undefined;
  if (!code) return refusals.codeNeeded;
  if (code === sample.verificationCode) return undefined;
  attempts.note(sample.login);
  return refusals.wrongCode;
}

/**
 * `POST /api/v2/users/signin`. 201 with the account, its new token and its lists of subscriptions, and a cookie; or
 * what plex.tv refuses, in this order: no client identifier (400, 1000), no form or a field missing (400, 1004), a
 * lock (401, 1031), wrong login or password (401, 1001), a username where only e-mail works (401, 1030), no code
 * where there is two-factor sign-in (401, 1029), a wrong one (401, 1028). That it accepts nothing but a form is
 * known from no recording.
 */
export async function signIn(
  request: Request,
  now: () => Date,
  sessions: Sessions,
  attempts: FailedAttempts,
): Promise<Response> {
  if (!request.headers.get('X-Plex-Client-Identifier')) return refuse(request, refusals.noClientIdentifier);
  const form = await readForm(request);
  const login = form.get('login');
  if (!login || !form.get('password')) return refuse(request, refusals.malformed);
  const person = findPerson(login, now());
  if (person === undefined) return refuse(request, refusals.notAuthenticated);
  const troubled = await person.failure.signIn?.(request);
  if (troubled !== undefined) return troubled;
  const fault = findFault(person, form, attempts);
  if (fault !== undefined) return refuse(request, fault);
  attempts.forget(person.sample.login);
  const authToken = randomToken();
  const account = { ...person.account, authToken };
  sessions.set(authToken, { account, trouble: person.failure });
  const cookie = `_my-plex_session=${randomToken()}; path=/; HttpOnly; secure; SameSite=None`;
  return replyAccount(request, 201, account, { 'Set-Cookie': cookie });
}
