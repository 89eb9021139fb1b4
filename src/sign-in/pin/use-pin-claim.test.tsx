import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlexClient } from '../../plex/http/client.ts';
import { createSession } from '../../session/session.ts';
import { storeSession } from '../../session/storage/store-session.ts';
import { rememberedSessions } from '../../session/storage/stored-session.ts';
import { accountFrom } from '../../test/account-from.ts';
import { deferredResponse } from '../../test/deferred-response.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTv, neverAnswer } from '../../test/fake-plex-tv.ts';
import { setTabVisible } from '../../test/fake-plex-tv-with-pins.ts';
import { fullReply } from '../../test/full-reply.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { usePinClaim } from './use-pin-claim.ts';

const start = new Date('2026-11-23T12:00:00Z').getTime();
const pin = { id: 7, code: 'AB3F', expiresAt: new Date(start + 900_000) };

// These load on demand, in real time. Load them now, before the clock is faked.
beforeAll(() =>
  Promise.all([
    import('../../plex/account/begin-account.ts'),
    import('../../plex/sign-out.ts'),
    import('../../session/tabs/share-token.ts'),
  ]),
);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  setTabVisible(true);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const waiting = () => Response.json({ id: 7, authToken: null });
const claimed = () => Response.json({ id: 7, authToken: 'a-token' });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function Claim({ client, onAccount }: { client: PlexClient; onAccount: () => void }) {
  const [currentPin, setPin] = useState(pin);
  const { error, isFinished, isClaimed } = usePinClaim(client, currentPin, onAccount);
  return (
    <>
      <p>{[error?.kind, isFinished && 'finished', isClaimed && 'claimed'].filter(Boolean).join(' ') || 'waiting'}</p>
      <button type="button" onClick={() => setPin({ ...pin, id: 8 })}>
        Use another PIN
      </button>
    </>
  );
}

/** Polls a plex.tv with these two answers. `times` holds the milliseconds at which a request was sent. */
function showClaim(
  pinAnswer: (request: Request) => Response | Promise<Response>,
  userAnswer = () => Response.json(fullReply),
) {
  const plexTv = { pinAnswer, userAnswer };
  const times: number[] = [];
  const { client, requests } = fakePlexTv((request) => {
    times.push(Date.now() - start);
    return request.url.includes('/pins/') ? plexTv.pinAnswer(request) : plexTv.userAnswer();
  });
  const onAccount = vi.fn();
  const screenParts = renderWithQueryClient(<Claim client={client} onAccount={onAccount} />);
  const paths = () => requests.map(({ url }) => new URL(url).pathname.replace('/api/v2', ''));
  return { ...screenParts, plexTv, times, paths, requests, onAccount };
}

const expectStatus = (status: string) => expect(screen.getByText(status)).toBeVisible();

test('asks at once, then once a second', async () => {
  const { times } = showClaim(waiting);
  await pass(3500);
  expect(times).toEqual([0, 1000, 2000, 3000]);
  expectStatus('waiting');
});

test('gets the token once, then the account once', async () => {
  const { plexTv, paths, requests, onAccount } = showClaim(waiting);
  await pass(1500);
  plexTv.pinAnswer = claimed;
  await pass(5000);
  expect(paths()).toEqual(['/pins/7', '/pins/7', '/pins/7', '/user']);
  expect(requests.at(-1)?.headers.get('X-Plex-Token')).toBe('a-token');
  expect(requests.at(-1)?.url).toContain('?includeSubscriptions=1');
  expect(onAccount.mock.calls).toEqual([[expect.objectContaining({ username: 'ada' })]]);
});

test('never sends two requests at a time, however slow plex.tv is', async () => {
  const { plexTv, times } = showClaim(() => new Promise((resolve) => setTimeout(() => resolve(waiting()), 4500)));
  await pass(4400);
  expect(times).toEqual([0]);
  plexTv.pinAnswer = waiting;
  await pass(1200);
  expect(times).toEqual([0, 5500]);
});

test('asks less often while the tab is hidden, and at once when it is shown again', async () => {
  const { times } = showClaim(waiting);
  await pass(500);
  act(() => setTabVisible(false));
  await pass(11_000);
  expect(times).toEqual([0, 5500, 10_500]);
  await act(async () => setTabVisible(true));
  expect(times.slice(3)).toEqual([11_500]);
  await pass(2000);
  expect(times.slice(4)).toEqual([12_500, 13_500]);
});

test('does not ask twice within a second when the tab is hidden and shown', async () => {
  const { times } = showClaim(waiting);
  await pass(300);
  act(() => setTabVisible(false));
  await act(async () => setTabVisible(true));
  expect(times).toEqual([0]);
  await pass(1000);
  expect(times).toEqual([0, 1300]);
});

test('waits as long as plex.tv asks, also when the tab is shown meanwhile', async () => {
  const { plexTv, times } = showClaim(() =>
    errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '20' }),
  );
  await pass(100);
  plexTv.pinAnswer = waiting;
  expectStatus('rateLimited');
  act(() => setTabVisible(false));
  await act(async () => setTabVisible(true));
  await pass(19_000);
  expect(times).toEqual([0]);
  await pass(1500);
  expect(times).toHaveLength(2);
  expectStatus('waiting');
});

test('reports that the device is offline, asks less often, and at once when the network is back', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { plexTv, times } = showClaim(() => Promise.reject(new TypeError('Failed to fetch')));
  await act(async () => window.dispatchEvent(new Event('offline')));
  await pass(6000);
  expectStatus('offline');
  expect(times).toEqual([0, 5000]);
  plexTv.pinAnswer = waiting;
  await pass(1500);
  await act(async () => window.dispatchEvent(new Event('online')));
  await pass(100);
  expect(times).toEqual([0, 5000, 7500]);
  expectStatus('waiting');
});

test('keeps the token when the account request fails, and repeats only that request', async () => {
  const { paths, onAccount, plexTv } = showClaim(claimed, () => new Response(null, { status: 503 }));
  await pass(7000);
  expectStatus('serverError claimed');
  expect(paths()).toEqual(['/pins/7', '/user', '/user']);
  plexTv.userAnswer = () => Response.json(fullReply);
  await pass(6000);
  expect(onAccount).toHaveBeenCalledOnce();
  expect(paths()).toEqual(['/pins/7', '/user', '/user', '/user']);
});

test.each([
  [
    'plex.tv does not know the PIN any more',
    () => errorResponse(404, 1020, 'Code not found or expired'),
    'pinExpired finished',
  ],
  ['the endpoint is gone', () => new Response(null, { status: 410 }), 'pinExpired finished'],
])('stops when %s', async (_, answer, status) => {
  const { times } = showClaim(answer);
  await pass(20_000);
  expectStatus(status);
  expect(times).toEqual([0]);
});

test('stops when plex.tv refuses the token of the PIN', async () => {
  const { paths } = showClaim(claimed, () => new Response('{"errors":[{"message":"Invalid token"}]}', { status: 422 }));
  await pass(20_000);
  expectStatus('signedOut finished claimed');
  expect(paths()).toEqual(['/pins/7', '/user']);
});

test('stops within a minute after the PIN expires', async () => {
  const { times } = showClaim(waiting);
  act(() => setTabVisible(false));
  await pass(905_000);
  const asked = times.length;
  expectStatus('waiting');
  await pass(60_000);
  expectStatus('pinExpired finished');
  expect(times.length - asked).toBeLessThan(3);
});

test('sends no request after the screen is left', async () => {
  const { times, unmount, queryClient } = showClaim(waiting);
  await pass(500);
  unmount();
  await pass(20_000);
  expect(times).toEqual([0]);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
});

describe('a token that signs nobody in', () => {
  const tokensEnded = (requests: Request[]) =>
    requests.filter(({ method }) => method === 'DELETE').map(({ headers }) => headers.get('X-Plex-Token'));

  test('is ended at plex.tv when the screen is left before the account arrives', async () => {
    const { requests, onAccount, unmount } = showClaim(claimed, () => new Response(null, { status: 503 }));
    await pass(500);
    expectStatus('serverError claimed');
    unmount();
    await pass(500);
    expect(tokensEnded(requests)).toEqual(['a-token']);
    expect(onAccount).not.toHaveBeenCalled();
  });

  test('is ended at plex.tv when it arrives after the screen was left', async () => {
    const { answer, resolve } = deferredResponse();
    const { requests, onAccount, unmount } = showClaim(answer);
    await pass(500);
    unmount();
    await pass(500);
    expect(requests).toHaveLength(1);
    resolve(claimed());
    await pass(500);
    expect(tokensEnded(requests)).toEqual(['a-token']);
    expect(onAccount).not.toHaveBeenCalled();
  });

  test('is ended at plex.tv when another PIN takes its place', async () => {
    const { requests } = showClaim(claimed, () => Response.json([]));
    await pass(500);
    expectStatus('notAnAccount finished claimed');
    act(() => screen.getByRole('button', { name: 'Use another PIN' }).click());
    await pass(500);
    expect(tokensEnded(requests)).toEqual(['a-token']);
  });
});

test('an unused token goes to another session of the account that this browser remembers', async () => {
  localStorage.clear();
  const { client } = fakePlexTv(() => Response.error());
  const account = accountFrom({ ...fullReply, authToken: 'older-token' });
  storeSession(createSession({ client }, { account, details: { method: 'password', isRemembered: true } }));
  const { plexTv, requests, unmount } = showClaim(claimed, () => new Response(null, { status: 503 }));
  await pass(500);
  plexTv.userAnswer = () => Response.json(fullReply);
  unmount();
  await pass(500);
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  expect(rememberedSessions()).toMatchObject([{ token: 'a-token' }]);
});

test('a token that signs somebody in is not ended when the screen is left', async () => {
  const { requests, onAccount, unmount } = showClaim(claimed);
  await pass(500);
  expect(onAccount).toHaveBeenCalledOnce();
  unmount();
  await pass(500);
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('reports a timeout when plex.tv never answers', async () => {
  const { times } = showClaim(neverAnswer);
  await pass(20_100);
  expectStatus('timedOut');
  expect(times).toEqual([0]);
});
