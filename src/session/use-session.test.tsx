import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../plex/account/account.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { createSession } from './session.ts';
import { findStoredSession, storeSession, toStoredSession } from './storage/store-session.ts';
import { endUnusedToken } from './tabs/end-unused-token.ts';
import { accountQueryKey } from './use-account.ts';
import { useSession } from './use-session.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

let otherTab: BroadcastChannel | undefined;
const onMessage = vi.fn();

afterEach(() => {
  otherTab?.close();
  onMessage.mockClear();
});

/** A session of this tab, and a duplicate of the tab, which sends messages on the session's channel. */
function openSession(method: 'password' | 'token' = 'password') {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  const session = createSession(
    { client },
    { account: accountFrom(fullReply), details: { method, isRemembered: false } },
  );
  otherTab = new BroadcastChannel(`plex-session:${session.id}`);
  otherTab.onmessage = ({ data }) => onMessage(data);
  // As `useAccount` stores an account.
  const queryClient = new QueryClient({ defaultOptions: { queries: { structuralSharing: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const onEnded = vi.fn();
  const { result, unmount } = renderHook(() => useSession({ client }, session, onEnded), { wrapper });
  return { result, requests, onEnded, unmount, queryClient, stored: toStoredSession(session) };
}

test('takes over what was stored after the session was restored', () => {
  const { client } = fakePlexTv(() => new Response(null, { status: 204 }));
  const details = { method: 'password', isRemembered: true } as const;
  const { initial: _, ...restored } = createSession({ client }, { account: accountFrom(fullReply), details });
  const changed = { ...restored, token: new Secret('newer-token-00000000'), endsAt: new Date(Date.now() + 86_400_000) };
  storeSession(changed);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useSession({ client }, restored, () => {}), { wrapper });
  expect(result.current.session.token?.reveal()).toBe('newer-token-00000000');
  expect(result.current.session.endsAt).toEqual(changed.endsAt);
  expect(findStoredSession(restored.id)?.stored.token).toBe('newer-token-00000000');
});

test('tells the duplicate of the tab that the browser remembers the session', async () => {
  const { result, stored } = openSession();
  expect(result.current.actualStorage).toBe('tab');
  act(() => result.current.remember());
  expect(result.current.actualStorage).toBe('browser');
  await waitFor(() => expect(onMessage.mock.calls).toEqual([[{ kind: 'changed', stored, area: 'browser' }]]));
});

test('knows that its duplicate has remembered the session', async () => {
  const { result, stored } = openSession();
  otherTab?.postMessage({ kind: 'changed', stored, area: 'browser' });
  await waitFor(() => expect(result.current.actualStorage).toBe('browser'));
  expect(result.current.session.requestedStorage).toBe('browser');
});

test('uses the token of a newer sign-in in its duplicate', async () => {
  const { result, stored } = openSession();
  otherTab?.postMessage({ kind: 'changed', stored: { ...stored, token: 'newer-token-00000000' }, area: 'tab' });
  await waitFor(() => expect(result.current.session.token?.reveal()).toBe('newer-token-00000000'));
});

test('uses a token with the client identifier that it belongs to', async () => {
  const { result, stored } = openSession();
  const changed = { ...stored, token: 'newer-token-00000000', clientIdentifier: 'browser-2' };
  otherTab?.postMessage({ kind: 'changed', stored: changed, area: 'tab' });
  await waitFor(() => expect(result.current.session.token?.reveal()).toBe('newer-token-00000000'));
  expect(result.current.session.client.clientIdentifier).toBe('browser-2');
  await waitFor(() => expect(Object.values({ ...sessionStorage }).join()).toContain('"clientIdentifier":"browser-2"'));
});

test('tells its duplicate of a newer sign-in, and ends the older token at plex.tv', async () => {
  const { result, requests, stored } = openSession();
  const account = accountFrom({ ...fullReply, authToken: 'newer-token-00000000' });
  await act(() => result.current.renew({ account, details: { method: 'password', isRemembered: false } }));
  const renewed = { ...stored, token: 'newer-token-00000000', endsAt: expect.any(Number) };
  await waitFor(() => expect(onMessage.mock.calls).toEqual([[{ kind: 'changed', stored: renewed, area: 'tab' }]]));
  await waitFor(() =>
    expect(requests.map(({ headers }) => headers.get('X-Plex-Token'))).toEqual([fullReply.authToken]),
  );
});

describe('a newer sign-in', () => {
  /** A newer sign-in, whose long lists are read when `finish` is called. */
  function renewSlowly({ result }: Pick<ReturnType<typeof openSession>, 'result'>) {
    const account = accountFrom({ ...fullReply, authToken: 'newer-token-00000000' });
    let finish = () => {};
    const reading = new Promise<Account>((resolve) => {
      finish = () => resolve(account);
    });
    act(() => {
      const begun = { ...account, readLongLists: () => reading };
      void result.current.renew({ account: begun, details: { method: 'password', isRemembered: false } });
    });
    return { account, finish: () => act(async () => finish()) };
  }

  function openWithAccount() {
    const opened = openSession();
    const key = accountQueryKey(opened.result.current.session);
    opened.queryClient.setQueryData(key, accountFrom(fullReply));
    return { ...opened, shown: () => opened.queryClient.getQueryData(key) };
  }

  test('is used at once, and its account is shown when its long lists are read', async () => {
    const opened = openWithAccount();
    const { account, finish } = renewSlowly(opened);
    expect(opened.result.current.session.token?.reveal()).toBe('newer-token-00000000');
    expect(opened.shown()).not.toBe(account);
    await finish();
    expect(opened.shown()).toBe(account);
  });

  test('does not bring an account back after the screen has closed', async () => {
    const opened = openWithAccount();
    const { finish } = renewSlowly(opened);
    opened.unmount();
    opened.queryClient.clear();
    await finish();
    expect(opened.shown()).toBeUndefined();
  });

  test('does not replace an answer that came while its lists were read', async () => {
    const opened = openWithAccount();
    const { finish } = renewSlowly(opened);
    const newest = accountFrom({ ...fullReply, title: 'Newest' });
    opened.queryClient.setQueryData(accountQueryKey(opened.result.current.session), newest, {
      updatedAt: Date.now() + 1,
    });
    await finish();
    expect(opened.shown()).toBe(newest);
  });
});

describe('another session of the account in this browser', () => {
  const accountChannel = `plex-account:${fullReply.uuid}`;
  let otherSession: BroadcastChannel;
  const onAccountMessage = vi.fn();

  beforeEach(() => {
    onAccountMessage.mockClear();
    otherSession = new BroadcastChannel(accountChannel);
    otherSession.onmessage = ({ data }) => onAccountMessage(data);
  });
  afterEach(() => otherSession.close());

  test('learns the token of a new sign-in', async () => {
    openSession();
    const newToken = {
      kind: 'new-token',
      token: fullReply.authToken,
      endsAt: expect.any(Number),
      clientIdentifier: 'browser-1',
    };
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalledWith(newToken));
  });

  test('gives its newer token to this session', async () => {
    const { result } = openSession();
    const endsAt = Date.now() + 86_400_000;
    otherSession.postMessage({ kind: 'new-token', token: 'newer-token-00000000', endsAt });
    await waitFor(() => expect(result.current.session.token?.reveal()).toBe('newer-token-00000000'));
    expect(result.current.session.endsAt).toEqual(new Date(endsAt));
    const adopted = { kind: 'token-used', token: 'newer-token-00000000' };
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalledWith(adopted));
    expect(JSON.stringify({ ...sessionStorage })).toContain('newer-token-00000000');
  });

  test('keeps its newer token to itself when it has another client identifier', async () => {
    const { result } = openSession();
    const newToken = { kind: 'new-token', token: 'newer-token-00000000', endsAt: Date.now() + 86_400_000 };
    otherSession.postMessage({ ...newToken, clientIdentifier: 'browser-2' });
    otherSession.postMessage({ kind: 'who-uses-token', token: fullReply.authToken });
    const used = { kind: 'token-used', token: fullReply.authToken };
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalledWith(used));
    expect(result.current.session.token?.reveal()).toBe(fullReply.authToken);
    otherSession.postMessage({ ...newToken, clientIdentifier: 'browser-1' });
    await waitFor(() => expect(result.current.session.token?.reveal()).toBe('newer-token-00000000'));
  });

  test('signs out: a token of this session’s client identifier is ended already, another one is ended here', async () => {
    const { onEnded, requests } = openSession();
    otherSession.postMessage({ kind: 'ended', reason: 'signed-out', clientIdentifier: 'browser-1' });
    await waitFor(() => expect(onEnded).toHaveBeenCalledWith('signed-out'));
    expect(requests).toEqual([]);
    const other = openSession();
    otherSession.postMessage({ kind: 'ended', reason: 'signed-out', clientIdentifier: 'browser-2' });
    await waitFor(() => expect(other.onEnded).toHaveBeenCalledWith('signed-out'));
    await waitFor(() =>
      expect(other.requests.map(({ method, headers }) => [method, headers.get('X-Plex-Token')])).toEqual([
        ['DELETE', fullReply.authToken],
      ]),
    );
  });

  test('ends this session when it signs out', async () => {
    const { onEnded } = openSession();
    otherSession.postMessage({ kind: 'ended', reason: 'signed-out' });
    await waitFor(() => expect(onEnded).toHaveBeenCalledWith('signed-out'));
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(fullReply.authToken);
  });

  test('keeps its newer token when this session is remembered afterwards', async () => {
    const { result } = openSession();
    otherSession.postMessage({ kind: 'new-token', token: 'newer-token-00000000', endsAt: Date.now() + 86_400_000 });
    await waitFor(() => expect(result.current.session.token?.reveal()).toBe('newer-token-00000000'));
    onAccountMessage.mockClear();
    act(() => result.current.remember());
    await waitFor(() => expect(result.current.actualStorage).toBe('browser'));
    otherSession.postMessage({ kind: 'who-uses-token', token: 'newer-token-00000000' });
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalled());
    expect(onAccountMessage.mock.calls).toEqual([[{ kind: 'token-used', token: 'newer-token-00000000' }]]);
  });

  test('gets this session’s token when plex.tv has refused its own', async () => {
    openSession();
    const newToken = {
      kind: 'new-token',
      token: fullReply.authToken,
      endsAt: expect.any(Number),
      clientIdentifier: 'browser-1',
    };
    // The session announces its token when it begins.
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalledWith(newToken));
    onAccountMessage.mockClear();
    otherSession.postMessage({ kind: 'token-wanted', refused: 'older-token' });
    await waitFor(() => expect(onAccountMessage).toHaveBeenCalledWith(newToken));
  });

  test('does not replace a pasted token, nor get it', async () => {
    const { result } = openSession('token');
    otherSession.postMessage({ kind: 'new-token', token: 'newer-token-00000000', endsAt: Date.now() + 86_400_000 });
    otherSession.postMessage({ kind: 'token-wanted', refused: 'older-token' });
    otherSession.postMessage({ kind: 'who-uses-token', token: fullReply.authToken });
    const used = { kind: 'token-used', token: fullReply.authToken };
    await waitFor(() => expect(onAccountMessage.mock.calls).toEqual([[used]]));
    expect(result.current.session.token?.reveal()).toBe(fullReply.authToken);
  });
});

test('the token of an abandoned sign-in in this tab goes to its session, and is not ended', async () => {
  const { result, requests } = openSession();
  const account = { ...accountFrom(fullReply), authToken: new Secret('newer-token-00000000') };
  await act(() => endUnusedToken(result.current.session.client, account.authToken, account));
  expect(result.current.session.token?.reveal()).toBe('newer-token-00000000');
  expect(requests).toEqual([]);
});
