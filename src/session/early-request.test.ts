import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { getAccount } from '../plex/get-account.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { neverAnswer } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { takeEarlyRequest } from './early-request.ts';
import { fetchAccount } from './fetch-account.ts';
import { createPageClient } from './page-client.ts';
import { resumeSession } from './resume-session.ts';
import { sendEarlyRequest } from './send-early-request.ts';
import { createSession, type Session } from './session.ts';
import { storeSession } from './storage/store-session.ts';

const { signal } = new AbortController();
const requests: Request[] = [];
const locks = { held: false };

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  requests.length = 0;
  locks.held = false;
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: requestLock } });
});

afterEach(() => {
  globalThis.earlyRequest = undefined;
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'locks');
  vi.unstubAllGlobals();
});

/** Web Locks with one lock, for callers that do not wait. */
async function requestLock(_name: string, _options: LockOptions, use: (lock: object | null) => unknown): Promise<void> {
  const isFree = !locks.held;
  locks.held = true;
  await use(isFree ? {} : null);
  if (isFree) locks.held = false;
}

function answerWith(answer: (request: Request) => Response | Promise<Response>) {
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    const response = await answer(request);
    response.headers.set('X-Answered-By', 'plex.tv');
    return response;
  });
}

/** A browser that remembers Ada's session, and a page of it that has sent the early request. */
async function openPage(answer: (request: Request) => Response | Promise<Response> = () => Response.json(fullReply)) {
  const details = { method: 'password', isRemembered: true } as const;
  const session = createSession({ client: createPageClient() }, { account: accountFrom(fullReply), details });
  storeSession(session);
  answerWith(answer);
  globalThis.earlyRequest = sendEarlyRequest();
  await globalThis.earlyRequest;
  return session;
}

async function resume(): Promise<Session> {
  const restored = await resumeSession(createPageClient());
  if (restored.kind !== 'session') throw new Error(`restored: ${restored.kind}`);
  return restored.session;
}

test('is the request that the app would send', async () => {
  const { client, token } = await openPage();
  await getAccount(client, new Secret(token?.reveal() ?? ''));
  const [early, ofApp] = requests.map(({ url, method, cache, redirect, headers }) => [
    url,
    method,
    cache,
    redirect,
    [...headers],
  ]);
  expect(early).toEqual(ofApp);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe(token?.reveal());
});

test('gives the app its response, and the lock is free afterwards', async () => {
  await openPage();
  expect(locks.held).toBe(true);
  const session = await resume();
  expect(await session.takeFirstRequest?.(signal)).toMatchObject({ title: 'Ada' });
  expect(requests).toHaveLength(1);
  await vi.waitFor(() => expect(locks.held).toBe(false));
});

test('gives the app its error', async () => {
  await openPage(() => Promise.reject(new TypeError('Failed to fetch')));
  const session = await resume();
  await expect(session.takeFirstRequest?.(signal)).rejects.toMatchObject({ kind: 'unreachable' });
  expect(requests).toHaveLength(1);
});

test('is followed by another one when plex.tv refuses its token and a newer one is stored', async () => {
  const session = await openPage(({ headers }) =>
    headers.get('X-Plex-Token') === 'newer-token-00000000' ? Response.json(fullReply) : errorResponse(401, 1001, 'No'),
  );
  const resumed = await resume();
  storeSession({ ...session, token: new Secret('newer-token-00000000') });
  expect(await resumed.takeFirstRequest?.(signal)).toMatchObject({ title: 'Ada' });
  expect(requests).toHaveLength(2);
});

test('stops when its caller no longer wants it', async () => {
  await openPage(neverAnswer);
  const session = await resume();
  const caller = new AbortController();
  const request = session.takeFirstRequest?.(caller.signal);
  caller.abort(new Error('not wanted'));
  await expect(request).rejects.toThrow('not wanted');
  expect(requests[0]?.signal.aborted).toBe(true);
});

test('stops when the session has another token by now', async () => {
  const session = await openPage();
  storeSession({ ...session, token: new Secret('newer-token-00000000') });
  const resumed = await resume();
  await resumed.takeFirstRequest?.(signal);
  expect(requests.map(({ headers, signal: { aborted } }) => [headers.get('X-Plex-Token'), aborted])).toEqual([
    [session.token?.reveal(), true],
    ['newer-token-00000000', false],
  ]);
});

test('stops when the app does not want it', async () => {
  await openPage();
  expect(await takeEarlyRequest(undefined)).toBeUndefined();
  expect(requests.map((request) => request.signal.aborted)).toEqual([true]);
  await vi.waitFor(() => expect(locks.held).toBe(false));
});

test('lets other tabs ask when the app’s script does not arrive within five seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await openPage(neverAnswer);
  await vi.advanceTimersByTimeAsync(4900);
  expect(locks.held).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(locks.held).toBe(false);
});

test('keeps other tabs waiting while the app waits for its reply', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await openPage(neverAnswer);
  const caller = new AbortController();
  const request = (await resume()).takeFirstRequest?.(caller.signal);
  await vi.advanceTimersByTimeAsync(6000);
  expect(locks.held).toBe(true);
  caller.abort(new Error('not wanted'));
  await expect(request).rejects.toThrow('not wanted');
  expect(locks.held).toBe(false);
});

test('stops when plex.tv does not answer in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await openPage(neverAnswer);
  const request = (await resume()).takeFirstRequest?.(signal);
  const failed = expect(request).rejects.toMatchObject({ kind: 'timedOut' });
  await vi.advanceTimersByTimeAsync(21_000);
  await failed;
  expect(requests.map((sent) => sent.signal.aborted)).toEqual([true]);
});

test('keeps the wait that plex.tv asks for', async () => {
  await openPage(() => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' }));
  const { takeFirstRequest, ...session } = await resume();
  await expect(takeFirstRequest?.(signal)).rejects.toMatchObject({ kind: 'rateLimited' });
  sessionStorage.clear(); // the page itself knows too
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ kind: 'rateLimited' });
  expect(requests).toHaveLength(1);
});

test('is not sent without a stored session', async () => {
  answerWith(() => Response.json(fullReply));
  expect(await sendEarlyRequest()).toBeUndefined();
  expect(requests).toEqual([]);
});

test('is not sent while another tab of the session asks, or plex.tv has asked to wait', async () => {
  locks.held = true;
  await openPage();
  expect(requests).toEqual([]);
  locks.held = false;
  sessionStorage.setItem('plex-wait:account', `rateLimited ${Date.now() + 60_000}`);
  expect(await sendEarlyRequest()).toBeUndefined();
  expect(requests).toEqual([]);
  sessionStorage.setItem('plex-wait:account', `rateLimited ${Date.now() - 1}`);
  expect(await sendEarlyRequest()).toBeDefined();
});

test('is sent where Web Locks are missing, as on plain http', async () => {
  Reflect.deleteProperty(navigator, 'locks');
  await openPage();
  expect(requests).toHaveLength(1);
});
