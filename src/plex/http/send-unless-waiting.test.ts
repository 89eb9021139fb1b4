// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlexError } from '../errors/plex-error.ts';
import type { PlexClient } from './client.ts';
import { sendUnlessWaiting } from './send-unless-waiting.ts';

const now = new Date('2026-11-25T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that has just been loaded. Pages of one tab share what the tab has stored. */
function loadPage(stored: Map<string, string>, isSample = false): PlexClient {
  const waits = {
    get: (purpose: string) => stored.get(purpose),
    set: (purpose: string, wait: string) => void stored.set(purpose, wait),
  };
  return { base: 'https://account.example/', clientIdentifier: 'a', isSample, fetch: vi.fn(), waits };
}

function limited(seconds: number, kind: 'rateLimited' | 'hostRateLimited' | 'serverError' = 'rateLimited') {
  return async () => {
    throw new PlexError(kind, { retryAt: new Date(Date.now() + seconds * 1000) });
  };
}

const answer = async () => 'the answer';

test('holds requests of the same purpose until plex.tv allows another', async () => {
  const client = loadPage(new Map());
  await expect(sendUnlessWaiting(client, 'account', limited(30))).rejects.toMatchObject({ kind: 'rateLimited' });
  const send = vi.fn(answer);
  const retryAt = new Date(now.getTime() + 30_000);
  await expect(sendUnlessWaiting(client, 'account', send)).rejects.toMatchObject({
    kind: 'rateLimited',
    details: { retryAt },
  });
  expect(send).not.toHaveBeenCalled();
  expect(await sendUnlessWaiting(client, 'new-pin', answer)).toBe('the answer');
  vi.setSystemTime(retryAt);
  expect(await sendUnlessWaiting(client, 'account', send)).toBe('the answer');
});

test.each([
  ['plex.tv', 'rateLimited', 'rateLimited'],
  ['the server of this page', 'hostRateLimited', 'hostRateLimited'],
  ['plex.tv with another error', 'serverError', 'rateLimited'],
] as const)('holds them after a reload when %s asked to wait', async (_, kind, heldKind) => {
  const stored = new Map<string, string>();
  await expect(sendUnlessWaiting(loadPage(stored), 'sign-in', limited(30, kind))).rejects.toMatchObject({ kind });
  const send = vi.fn(answer);
  await expect(sendUnlessWaiting(loadPage(stored), 'sign-in', send)).rejects.toMatchObject({ kind: heldKind });
  expect(send).not.toHaveBeenCalled();
  expect(await sendUnlessWaiting(loadPage(stored), 'account', send)).toBe('the answer');
});

test.each([
  ['nothing', ''],
  ['no number', 'rateLimited soon'],
  ['another kind', `wrongLogin ${now.getTime() + 30_000}`],
  ['a time in the past', `rateLimited ${now.getTime() - 1}`],
  ['a time in a year, from a clock that was wrong', `rateLimited ${now.getTime() + 365 * 86_400_000}`],
  ['a time that no date can hold', 'rateLimited 999999999999999'],
])('sends the request when the tab has stored %s', async (_, wait) => {
  expect(await sendUnlessWaiting(loadPage(new Map([['account', wait]])), 'account', answer)).toBe('the answer');
});

test('keeps no wait of the sample, and obeys none', async () => {
  const stored = new Map<string, string>();
  await expect(sendUnlessWaiting(loadPage(stored, true), 'account', limited(30))).rejects.toThrow();
  expect(stored.size).toBe(0);
  stored.set('account', `rateLimited ${now.getTime() + 30_000}`);
  expect(await sendUnlessWaiting(loadPage(stored, true), 'account', answer)).toBe('the answer');
});

test('stores nothing but the kind and the time', async () => {
  const stored = new Map<string, string>();
  await expect(sendUnlessWaiting(loadPage(stored), 'account', limited(30))).rejects.toThrow();
  expect([...stored]).toEqual([['account', `rateLimited ${now.getTime() + 30_000}`]]);
});
