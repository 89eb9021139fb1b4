import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { resumeSession } from './resume-session.ts';
import { createSession } from './session.ts';
import { findStoredSession, storeSession } from './storage/store-session.ts';

const { signal } = new AbortController();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A browser that remembers Ada's session, and what its page then restores. */
async function comeBack(answer: (request: Request) => Response) {
  const { client, requests } = fakePlexTv(answer);
  const details = { method: 'password', isRemembered: true } as const;
  storeSession(createSession({ client }, { account: accountFrom(fullReply), details }));
  const restored = await resumeSession(client);
  if (restored.kind !== 'session') throw new Error(`restored: ${restored.kind}`);
  return { session: restored.session, requests };
}

test('asks plex.tv at once, and gives the request to the first caller only', async () => {
  const { session, requests } = await comeBack(() => Response.json(fullReply));
  await expect.poll(() => requests).toHaveLength(1);
  expect(await session.takeFirstRequest?.(signal)).toMatchObject({ title: 'Ada' });
  expect(session.takeFirstRequest?.(signal)).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('stores the token of another session of the account when its own is refused', async () => {
  const answer = ({ headers }: Request) =>
    headers.get('X-Plex-Token') === 'newer-token-00000000' ? Response.json(fullReply) : errorResponse(401, 1001, 'No');
  // Stops the time limit of the page: on a busy machine another tab answers late.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const otherTab = new BroadcastChannel(`plex-account:${fullReply.uuid}`);
  otherTab.onmessage = ({ data }) => {
    if (data.kind !== 'token-wanted') return;
    const endsAt = Date.now() + 86_400_000;
    otherTab.postMessage({ kind: 'new-token', token: 'newer-token-00000000', endsAt, clientIdentifier: 'browser-1' });
  };
  const { session } = await comeBack(answer);
  expect(await session.takeFirstRequest?.(signal)).toMatchObject({ title: 'Ada' });
  expect(findStoredSession(session.id)?.stored.token).toBe('newer-token-00000000');
  otherTab.close();
});

test('gives the error of plex.tv to the caller', async () => {
  const { session } = await comeBack(() => Response.error());
  await expect(session.takeFirstRequest?.(signal)).rejects.toMatchObject({ name: 'PlexError' });
});

test('stops the request when its caller no longer wants it', async () => {
  const { session, requests } = await comeBack(() => Response.json(fullReply));
  const caller = new AbortController();
  const request = session.takeFirstRequest?.(caller.signal);
  caller.abort(new Error('not wanted'));
  await expect(request).rejects.toThrow('not wanted');
  for (const sent of requests) expect(sent.signal.aborted).toBe(true);
});

test('asks nothing when no session is stored', async () => {
  const { client, requests } = fakePlexTv(() => Response.error());
  expect(await resumeSession(client)).toEqual({ kind: 'none' });
  expect(requests).toEqual([]);
});
