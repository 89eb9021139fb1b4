import { inspect } from 'node:util';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountSources, SourceName } from '../plex/access/sources.ts';
import { sourceNames } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { accessReplies, devicesXml, optOutsXml } from '../test/access-replies.ts';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv, neverAnswer } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { revealSecrets } from '../test/reveal-secrets.ts';
import { sampleSession } from '../test/sample-session.ts';
import { createSession, type Session } from './session.ts';
import { useAccount } from './use-account.ts';
import { useAccountSources } from './use-account-sources.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
});

const account = accountFrom(fullReply);

const answers: Record<string, () => Response> = {
  '/api/v2/home/users': () => Response.json(accessReplies.home),
  '/devices.xml': () => new Response(devicesXml),
  '/api/v2/friends?status=accepted': () => Response.json(accessReplies.friends),
  '/api/v2/friends?status=pending_received': () => Response.json(accessReplies.invitations),
  '/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1': () => Response.json(accessReplies.resources),
  '/api/v2/user/privacy': () => Response.json(accessReplies.privacy),
  '/api/v2/user/view_state_sync': () => Response.json(accessReplies.watchStateSync),
  [`/api/v2/user/${fullReply.uuid}/settings/opt_outs`]: () => new Response(optOutsXml),
  '/api/v2/user/webhooks': () => Response.json(accessReplies.webhooks),
  '/api/v2/user?includeSubscriptions=1': () => Response.json(fullReply),
};

const devices = '/devices.xml';
const home = '/api/v2/home/users';
const accountPath = '/api/v2/user?includeSubscriptions=1';

type Answer = (request: Request) => Response | Promise<Response>;
type Props = { session: Session; account: Account | undefined };

/** Ada's session. `overrides` replace the answers of plex.tv by path, and may be changed during the test. */
function open(overrides: Record<string, Answer> = {}, changes: Partial<Session> = {}) {
  const pathOf = ({ url }: Request) => url.replace('https://account.example', '');
  const { client, requests } = fakePlexTv((request) => {
    const path = pathOf(request);
    return overrides[path]?.(request) ?? answers[path]?.() ?? new Response(null, { status: 404 });
  });
  const created = createSession({ client }, { account, details: { method: 'password', isRemembered: false } });
  const session = { ...created, ...changes };
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  );
  const hook = renderHook(
    (props: Props) => ({ query: useAccount(props.session), ...useAccountSources(props.session, props.account) }),
    { wrapper, initialProps: { session, account } as Props },
  );
  return { ...hook, session, queryClient, requests, paths: () => requests.map(pathOf) };
}

const statesOf = (sources: AccountSources) =>
  Object.fromEntries(sourceNames.map((name) => [name, sources[name].state])) as Record<SourceName, string>;

/** Waits until the code of the sources has been loaded. */
async function loaded() {
  await import('./sources/source-store.ts');
  await act(async () => {});
}

test('asks nothing by itself', async () => {
  const { result, requests } = open();
  await loaded();
  expect(requests).toEqual([]);
  expect(new Set(Object.values(statesOf(result.current.sources)))).toEqual(new Set(['waiting']));
});

test('asks once for the sources of a panel that will soon be in view', async () => {
  const { result, paths } = open();
  act(() => result.current.onNear('devices'));
  act(() => result.current.onNear('devices'));
  await waitFor(() => expect(result.current.sources.devices.state).toBe('ready'));
  act(() => result.current.onNear('devices', 'home'));
  await waitFor(() => expect(result.current.sources.home.state).toBe('ready'));
  expect(paths()).toEqual([devices, home]);
  expect(result.current.sources.devices).toMatchObject({
    data: { devices: [{ name: 'Mara’s iPhone' }] },
    receivedAt: expect.any(Date),
    isRefreshing: false,
    refreshError: null,
    unexpectedValues: [],
  });
  expect(statesOf(result.current.sources)).toMatchObject({ friends: 'waiting', webhooks: 'waiting' });
});

test('asks nothing before the account is drawn', async () => {
  const { result, rerender, session, paths } = open();
  rerender({ session, account: undefined });
  act(() => result.current.onNear('home'));
  await loaded();
  expect(paths()).toEqual([]);
  rerender({ session, account });
  await waitFor(() => expect(result.current.sources.home.state).toBe('ready'));
});

test('keeps its answers and stops its requests when the account becomes undefined', async () => {
  const { result, rerender, session, requests } = open({ [home]: neverAnswer });
  act(() => result.current.onNear('devices', 'home'));
  await waitFor(() => expect(result.current.sources.devices.state).toBe('ready'));
  rerender({ session, account: undefined });
  await waitFor(() => expect(requests.map(({ signal }) => signal.aborted)).toEqual([false, true]));
  await act(async () => {
    result.current.askAll();
    await new Promise((resolve) => setTimeout(resolve)); // a request would be sent by then
  });
  expect(statesOf(result.current.sources)).toMatchObject({ devices: 'ready', home: 'waiting' });
  expect(requests).toHaveLength(2);
});

test('asks for everything else at once, at most two at a time', async () => {
  const underWay: (() => void)[] = [];
  const counts: number[] = [];
  const whenReleased: Answer = (request) =>
    new Promise((resolve) => {
      counts.push(underWay.length + 1);
      const answer = answers[request.url.replace('https://account.example', '')];
      underWay.push(() => resolve(answer?.() ?? new Response(null, { status: 404 })));
    });
  const { result, paths } = open(Object.fromEntries(Object.keys(answers).map((path) => [path, whenReleased])));
  act(() => result.current.onNear('home'));
  await waitFor(() => expect(underWay).toHaveLength(1));
  act(() => result.current.askAll());
  act(() => result.current.askAll());
  for (let index = 0; index < sourceNames.length; index += 1) {
    await waitFor(() => expect(underWay.length).toBeGreaterThan(0));
    underWay.shift()?.();
  }
  await waitFor(() => expect(new Set(Object.values(statesOf(result.current.sources)))).toEqual(new Set(['ready'])));
  expect(paths()).toHaveLength(sourceNames.length);
  expect(new Set(paths()).size).toBe(sourceNames.length);
  expect(Math.max(...counts)).toBe(2);
});

test('one failing source does not affect the others, and can be tried again', async () => {
  const overrides: Record<string, Answer> = { [devices]: () => new Response('<html>', { status: 503 }) };
  const { result, paths } = open(overrides);
  act(() => result.current.askAll());
  await waitFor(() => expect(statesOf(result.current.sources)).toMatchObject({ devices: 'failed', webhooks: 'ready' }));
  const { devices: failed, home: ready } = result.current.sources;
  expect(Object.values(statesOf(result.current.sources)).filter((state) => state === 'ready')).toHaveLength(8);
  if (failed.state !== 'failed') throw new Error('not failed');
  expect(failed).toMatchObject({ error: { kind: 'serverError' }, failedAt: expect.any(Date) });
  delete overrides[devices];
  act(() => failed.retry());
  await waitFor(() => expect(result.current.sources.devices.state).toBe('ready'));
  expect(paths()).toHaveLength(sourceNames.length + 1);
  expect(result.current.sources.home).toBe(ready);
});

test('waits as long as plex.tv asks, and asks nothing else meanwhile', async () => {
  const limited: Answer = () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '30' });
  const overrides: Record<string, Answer> = { [home]: limited };
  const { result, paths } = open(overrides);
  act(() => result.current.onNear('home'));
  await waitFor(() => expect(result.current.sources.home.state).toBe('failed'));
  delete overrides[home];
  const retry = async () => {
    const { home: source } = result.current.sources;
    if (source.state !== 'failed') throw new Error('not failed');
    expect(source.error).toMatchObject({ kind: 'rateLimited', details: { retryAt: expect.any(Date) } });
    await act(async () => source.retry());
    return source;
  };
  const failed = await retry();
  act(() => result.current.refresh());
  act(() => result.current.onNear('devices'));
  await waitFor(() => expect(result.current.sources.devices.state).toBe('failed'));
  expect(paths()).toEqual([home]);
  expect(result.current.sources.home).toBe(failed);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
  await retry();
  await waitFor(() => expect(result.current.sources.home.state).toBe('ready'));
  expect(paths()).toEqual([home, home]);
});

test('a refresh asks again for what was asked, and keeps what it had when that fails', async () => {
  const overrides: Record<string, Answer> = {};
  const { result, paths } = open(overrides);
  act(() => result.current.onNear('home', 'devices'));
  await waitFor(() => expect(statesOf(result.current.sources)).toMatchObject({ home: 'ready', devices: 'ready' }));
  overrides[devices] = () => new Response(null, { status: 500 });
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.sources.devices).toMatchObject({ refreshError: { kind: 'serverError' } }));
  expect(result.current.sources.devices).toMatchObject({
    state: 'ready',
    data: { devices: [{}] },
    isRefreshing: false,
  });
  expect(paths().sort()).toEqual([home, home, devices, devices].sort());
  delete overrides[devices];
  act(() => result.current.refresh('devices', 'friends'));
  await waitFor(() => expect(result.current.sources.devices).toMatchObject({ state: 'ready', refreshError: null }));
  expect(paths()).toHaveLength(5);
});

test('asks nothing without a token', async () => {
  const { result, requests } = open({}, { token: undefined });
  act(() => result.current.askAll());
  await waitFor(() => expect(result.current.sources.home).toEqual({ state: 'unavailable', reason: 'no-token' }));
  await loaded();
  expect(new Set(Object.values(statesOf(result.current.sources)))).toEqual(new Set(['unavailable']));
  expect(requests).toEqual([]);
});

test('a refused token makes the source unavailable, and the account shows whether the session is valid', async () => {
  const refused: Answer = () => errorResponse(401, 1001, 'User could not be authenticated');
  const { result, paths } = open({ [home]: refused, [devices]: refused, '/api/v2/user/webhooks': refused });
  act(() => result.current.onNear('home', 'devices', 'webhooks'));
  await waitFor(() => expect(statesOf(result.current.sources)).toMatchObject({ webhooks: 'unavailable' }));
  await waitFor(() => expect(paths()).toContain(accountPath));
  expect(result.current.sources.home).toMatchObject({ state: 'unavailable', reason: 'refused' });
  await waitFor(() => expect(result.current.query.isFetching).toBe(false));
  // One check for all of them, and the session goes on.
  expect(paths().filter((path) => path === accountPath)).toHaveLength(1);
  expect(result.current.query.error).toBeNull();
});

test('a dead token ends the session by the request of the account', async () => {
  const refused: Answer = () => errorResponse(401, 1001, 'User could not be authenticated');
  const { result } = open({ [home]: refused, [accountPath]: refused });
  act(() => result.current.onNear('home'));
  await waitFor(() => expect(result.current.query.error).toMatchObject({ kind: 'signedOut', endsSession: true }));
});

test('a person can stop waiting, and try again', async () => {
  const overrides: Record<string, Answer> = { [devices]: neverAnswer };
  const { result, requests } = open(overrides);
  act(() => result.current.onNear('devices'));
  await waitFor(() => expect(requests).toHaveLength(1));
  const waiting = result.current.sources.devices;
  if (waiting.state !== 'waiting') throw new Error('not waiting');
  await act(async () => waiting.stop());
  const stopped = result.current.sources.devices;
  if (stopped.state !== 'stopped') throw new Error('not stopped');
  await waitFor(() => expect(requests[0]?.signal.aborted).toBe(true));
  delete overrides[devices];
  act(() => stopped.retry());
  await waitFor(() => expect(result.current.sources.devices.state).toBe('ready'));
});

test('says after ten seconds that a source is slow', async () => {
  const { result } = open({ [devices]: neverAnswer });
  await loaded();
  vi.useFakeTimers();
  act(() => result.current.onNear('devices'));
  await act(() => vi.advanceTimersByTimeAsync(9_999));
  expect(result.current.sources.devices).toMatchObject({ state: 'waiting', isSlow: false });
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(result.current.sources.devices).toMatchObject({ state: 'waiting', isSlow: true });
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(result.current.sources.devices).toMatchObject({ state: 'failed', error: { kind: 'timedOut' } });
});

test('uses the token of a newer sign-in, and keeps what it has', async () => {
  const { result, rerender, session, requests } = open();
  act(() => result.current.onNear('home'));
  await waitFor(() => expect(result.current.sources.home.state).toBe('ready'));
  rerender({ session: { ...session, token: new Secret('newer-token-00000000') }, account });
  act(() => result.current.onNear('devices'));
  await waitFor(() => expect(result.current.sources.devices.state).toBe('ready'));
  expect(result.current.sources.home.state).toBe('ready');
  expect(requests.map(({ headers }) => headers.get('X-Plex-Token'))).toEqual([
    fullReply.authToken,
    'newer-token-00000000',
  ]);
});

test('forgets everything when the account screen closes', async () => {
  const { result, unmount, queryClient, requests } = open({ [devices]: neverAnswer });
  act(() => result.current.onNear('home', 'devices', 'friends'));
  await waitFor(() => expect(result.current.sources.friends.state).toBe('ready'));
  expect(requests.filter(({ signal }) => signal.aborted)).toEqual([]);
  unmount();
  await waitFor(() => expect(requests.filter(({ signal }) => signal.aborted)).toHaveLength(1));
  await waitFor(() => expect(queryClient.getQueryCache().getAll()).toEqual([]));
});

test('an account without a UUID is not asked for its online sources', async () => {
  const { uuid: _, ...withoutUuid } = fullReply;
  const { result, rerender, session, paths } = open();
  rerender({ session, account: accountFrom(withoutUuid) });
  act(() => result.current.askAll());
  await waitFor(() => expect(result.current.sources.webhooks.state).toBe('ready'));
  expect(result.current.sources.optOuts).toEqual({ state: 'unavailable', reason: 'gone' });
  expect(paths()).toHaveLength(8);
});

test('keeps no credential of another device or person, in the cache or in storage', async () => {
  const { session } = await sampleSession('mara@example.com');
  const sent: string[] = [];
  const client = {
    ...session.client,
    fetch: async (request: Request) => {
      const response = await session.client.fetch(request);
      sent.push(await response.clone().text());
      return response;
    },
  };
  const initial = session.initial?.account;
  const { result, rerender, queryClient } = open();
  rerender({ session: { ...session, client }, account: initial });
  act(() => result.current.askAll());
  await waitFor(() => expect(new Set(Object.values(statesOf(result.current.sources)))).toEqual(new Set(['ready'])));
  const credentials = [...sent.join('\n').matchAll(/(?:token|accessToken|inviteToken)"?[=:]"([^"]+)"/g)];
  expect(credentials.length).toBeGreaterThan(50);
  const cached = queryClient.getQueryCache().getAll();
  const sources = cached.filter(({ queryKey }) => queryKey[0] === 'source').map(({ state }) => state);
  expect(sources).toHaveLength(sourceNames.length);
  const kept = inspect([revealSecrets(sources), revealSecrets(result.current.sources)], {
    depth: null,
    maxArrayLength: null,
  });
  const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
  for (const [, credential = ''] of credentials) {
    expect(kept).not.toContain(credential);
    expect(stored).not.toContain(credential);
  }
});
