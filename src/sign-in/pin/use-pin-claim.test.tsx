import { act, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PlexClient } from '../../plex/client.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTv, neverAnswer } from '../../test/fake-plex-tv.ts';
import { setTabVisible } from '../../test/fake-plex-tv-with-pins.ts';
import { fullReply } from '../../test/full-reply.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { usePinClaim } from './use-pin-claim.ts';

const start = new Date('2026-11-23T12:00:00Z').getTime();
const pin = { id: 7, code: 'AB3F', expiresAt: new Date(start + 900_000) };

// Fetched with the first account, in real time.
beforeAll(() => import('../../plex/parse-account.ts'));

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
  const { error, isOver, isClaimed } = usePinClaim(client, pin, onAccount);
  return <p>{[error?.kind, isOver && 'over', isClaimed && 'claimed'].filter(Boolean).join(' ') || 'waiting'}</p>;
}

/** Asks a plex.tv that answers this about the PIN, and that about the account, and notes when it was asked. */
function watch(
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
  const shown = renderWithQueryClient(<Claim client={client} onAccount={onAccount} />);
  const paths = () => requests.map(({ url }) => new URL(url).pathname.replace('/api/v2', ''));
  return { ...shown, plexTv, times, paths, requests, onAccount };
}

const isSaid = (words: string) => expect(screen.getByText(words)).toBeVisible();

test('asks at once, and then once a second', async () => {
  const { times } = watch(waiting);
  await pass(3500);
  expect(times).toEqual([0, 1000, 2000, 3000]);
  isSaid('waiting');
});

test('fetches the token once, and with it, once, the account', async () => {
  const { plexTv, paths, requests, onAccount } = watch(waiting);
  await pass(1500);
  plexTv.pinAnswer = claimed;
  await pass(5000);
  expect(paths()).toEqual(['/pins/7', '/pins/7', '/pins/7', '/user']);
  expect(requests.at(-1)?.headers.get('X-Plex-Token')).toBe('a-token');
  expect(requests.at(-1)?.url).toContain('?includeSubscriptions=1');
  expect(onAccount.mock.calls).toEqual([[expect.objectContaining({ username: 'ada' })]]);
});

test('never asks two questions at a time, however slow plex.tv is', async () => {
  const { plexTv, times } = watch(() => new Promise((resolve) => setTimeout(() => resolve(waiting()), 4500)));
  await pass(4400);
  expect(times).toEqual([0]);
  plexTv.pinAnswer = waiting;
  await pass(1200);
  expect(times).toEqual([0, 5500]);
});

test('asks less often in a hidden tab, and at once when it is shown again', async () => {
  const { times } = watch(waiting);
  await pass(500);
  act(() => setTabVisible(false));
  await pass(11_000);
  expect(times).toEqual([0, 5500, 10_500]);
  await act(async () => setTabVisible(true));
  expect(times.slice(3)).toEqual([11_500]);
  await pass(2000);
  expect(times.slice(4)).toEqual([12_500, 13_500]);
});

test('does not ask twice within a second, however often the tab is shown', async () => {
  const { times } = watch(waiting);
  await pass(300);
  act(() => setTabVisible(false));
  await act(async () => setTabVisible(true));
  expect(times).toEqual([0]);
  await pass(1000);
  expect(times).toEqual([0, 1300]);
});

test('waits as long as plex.tv wants, also when the tab is shown meanwhile', async () => {
  const { plexTv, times } = watch(() => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '20' }));
  await pass(100);
  plexTv.pinAnswer = waiting;
  isSaid('rateLimited');
  act(() => setTabVisible(false));
  await act(async () => setTabVisible(true));
  await pass(19_000);
  expect(times).toEqual([0]);
  await pass(1500);
  expect(times).toHaveLength(2);
  isSaid('waiting');
});

test('says that it is offline, asks rarely, and at once when the network is back', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { plexTv, times } = watch(() => Promise.reject(new TypeError('Failed to fetch')));
  await act(async () => window.dispatchEvent(new Event('offline')));
  await pass(6000);
  isSaid('offline');
  expect(times).toEqual([0, 5000]);
  plexTv.pinAnswer = waiting;
  await pass(1500);
  await act(async () => window.dispatchEvent(new Event('online')));
  await pass(100);
  expect(times).toEqual([0, 5000, 7500]);
  isSaid('waiting');
});

test('keeps the token when the account cannot be had, and asks for that alone', async () => {
  const { paths, onAccount, plexTv } = watch(claimed, () => new Response(null, { status: 503 }));
  await pass(7000);
  isSaid('serverError claimed');
  expect(paths()).toEqual(['/pins/7', '/user', '/user']);
  plexTv.userAnswer = () => Response.json(fullReply);
  await pass(6000);
  expect(onAccount).toHaveBeenCalledOnce();
  expect(paths()).toEqual(['/pins/7', '/user', '/user', '/user']);
});

test.each([
  ['the PIN is not known any more', () => errorResponse(404, 1020, 'Code not found or expired'), 'pinExpired over'],
  ['the endpoint is gone', () => new Response(null, { status: 410 }), 'pinExpired over'],
])('stops when %s', async (_, answer, said) => {
  const { times } = watch(answer);
  await pass(20_000);
  isSaid(said);
  expect(times).toEqual([0]);
});

test('stops when the token it got is dead', async () => {
  const { paths } = watch(claimed, () => new Response('{"errors":[{"message":"Invalid token"}]}', { status: 422 }));
  await pass(20_000);
  isSaid('signedOut over claimed');
  expect(paths()).toEqual(['/pins/7', '/user']);
});

test('stops at the end of the PIN, and ten seconds later at the latest', async () => {
  const { times } = watch(waiting);
  act(() => setTabVisible(false));
  await pass(905_000);
  const asked = times.length;
  isSaid('waiting');
  await pass(60_000);
  isSaid('pinExpired over');
  expect(times.length - asked).toBeLessThan(3);
});

test('asks nothing any more when it is gone', async () => {
  const { times, unmount, queryClient } = watch(waiting);
  await pass(500);
  unmount();
  await pass(20_000);
  expect(times).toEqual([0]);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
});

test('does not wait for a plex.tv that never answers', async () => {
  const { times } = watch(neverAnswer);
  await pass(20_100);
  isSaid('timedOut');
  expect(times).toEqual([0]);
});
