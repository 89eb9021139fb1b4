import { afterEach, expect, test, vi } from 'vitest';
import { sampleFailures } from './sample-failures.ts';
import { sampleLogins } from './sample-logins.ts';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { signInRequest, signOutRequest, userRequest } from './test-requests.ts';

afterEach(() => {
  vi.useRealTimers();
});

function signIn(login: string, init?: RequestInit) {
  return createSamplePlexTv().fetch(signInRequest({ login, password: 'sample' }, init));
}

test('has a login for every failure', () => {
  const listed = sampleLogins.filter(({ kind }) => kind === 'failure').map(({ login }) => login);
  // The username of the e-mail-only account needs no failure of its own.
  expect(listed.filter((login) => login !== 'ida.larsen').sort()).toEqual(Object.keys(sampleFailures).sort());
});

test.each([
  ['wrong-password@example.com', 401, 1001],
  ['rate-limited@example.com', 429, 1003],
  ['malformed@example.com', 400, 1004],
  ['no-client-identifier@example.com', 400, 1000],
  ['managed@example.com', 403, 1009],
  ['ida.larsen', 401, 1030],
  ['locked@example.com', 401, 1031],
  ['pin@example.com', 403, 1041],
  ['unknown-error@example.com', 403, 1999],
])('%s is refused with %i and code %i', async (login, status, code) => {
  const response = await signIn(login);
  const { errors } = await response.json();
  expect([response.status, errors[0].code]).toEqual([status, code]);
});

test('sends Retry-After when there were too many requests', async () => {
  expect((await signIn('rate-limited@example.com')).headers.get('Retry-After')).toBe('30');
});

test.each([
  ['xml-error@example.com', 401, 'application/xml', '<error code="1001"'],
  ['gone@example.com', 410, 'application/xml', '<Response code="410" status='],
  ['not-found@example.com', 404, 'application/json', '{"status":404,"error":"Not Found"}'],
  ['unavailable@example.com', 503, 'text/html', '<html>'],
  ['captive-portal@example.com', 200, 'text/html', '<html>'],
  ['not-an-account@example.com', 200, 'application/json', '[]'],
])('%s gets %i as %s', async (login, status, type, text) => {
  const response = await signIn(login);
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toContain(type);
  expect(await response.text()).toContain(text);
});

test('the empty error has no body', async () => {
  const response = await signIn('empty-error@example.com');
  expect([response.status, await response.text()]).toEqual([500, '']);
});

test('the slow login signs in after eight seconds', async () => {
  vi.useFakeTimers();
  const answered = vi.fn();
  const answer = signIn('slow@example.com').finally(answered);
  await vi.advanceTimersByTimeAsync(7999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await answer).status).toBe(201);
});

test('the slow login stops when it is aborted, and leaves no timer running', async () => {
  vi.useFakeTimers();
  const controller = new AbortController();
  const answer = signIn('slow@example.com', { signal: controller.signal });
  const rejection = expect(answer).rejects.toThrow('left the page');
  await vi.advanceTimersByTimeAsync(3000);
  expect(vi.getTimerCount()).toBe(1);
  controller.abort(new Error('left the page'));
  await rejection;
  expect(vi.getTimerCount()).toBe(0);
});

test('the login that never answers ends only when it is aborted', async () => {
  vi.useFakeTimers();
  const controller = new AbortController();
  const answered = vi.fn();
  const answer = signIn('never@example.com', { signal: controller.signal }).finally(answered);
  const rejection = expect(answer).rejects.toThrow('gave up');
  await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
  expect(answered).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  controller.abort(new Error('gave up'));
  await rejection;
});

test('rejects a request that was already aborted', async () => {
  await expect(signIn('mara@example.com', { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
});

test('the login that ends elsewhere signs in, and its token fails at the next request', async () => {
  const sample = createSamplePlexTv();
  const response = await sample.fetch(signInRequest({ login: 'ended@example.com', password: 'sample' }));
  expect(response.status).toBe(201);
  const { authToken } = await response.json();
  const nextResponse = await sample.fetch(userRequest(authToken));
  expect([nextResponse.status, await nextResponse.json()]).toEqual([
    422,
    { errors: [{ message: 'Invalid token', status: 422 }] },
  ]);
  expect((await sample.fetch(userRequest(authToken))).status).toBe(401);
});

test('the failing sign-out keeps the session', async () => {
  const sample = createSamplePlexTv();
  const response = await sample.fetch(signInRequest({ login: 'no-sign-out@example.com', password: 'sample' }));
  const { authToken } = await response.json();
  expect((await sample.fetch(signOutRequest(authToken))).status).toBe(503);
  expect((await sample.fetch(userRequest(authToken))).status).toBe(200);
});
