import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { fullReply } from '../../test/full-reply.ts';
import { forgetSession } from '../end-session.ts';
import { createSession } from '../session.ts';
import { storeSession, toStoredSession } from '../storage/store-session.ts';
import { watchSession } from './watch-session.ts';

const { client } = fakePlexTv(() => Response.error());
const newSignIn = { account: accountFrom(fullReply), details: { method: 'password', isRemembered: true } } as const;
const session = createSession({ client }, newSignIn);
const stored = toStoredSession(session);

let otherTab: BroadcastChannel;
const events = { onEnded: vi.fn(), onChanged: vi.fn(), onReply: vi.fn() };
let stop: () => void;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  for (const spy of Object.values(events)) spy.mockClear();
  otherTab = new BroadcastChannel(`plex-session:${session.id}`);
  stop = watchSession(session, events);
});

afterEach(() => {
  stop();
  otherTab.close();
});

const calls = () => Object.values(events).flatMap((spy) => spy.mock.calls);
const isVisible = () => document.documentElement.style.visibility !== 'hidden';

/** Waits until every message sent before has arrived. */
async function allArrived() {
  otherTab.postMessage({ kind: 'reply', reply: 'the last' });
  await vi.waitFor(() => expect(events.onReply).toHaveBeenCalledWith('the last'));
}

/** Leaves the page for another, or comes back with Back. */
const leaveOrReturn = (type: 'pagehide' | 'pageshow', persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted }));

test('reports what other tabs do with this session', async () => {
  otherTab.postMessage({ kind: 'ended', reason: 'refused' });
  otherTab.postMessage({ kind: 'changed', stored, area: 'browser' });
  otherTab.postMessage({ kind: 'reply', reply: { title: 'Ada' } });
  await allArrived();
  expect(calls()).toEqual([['refused'], [stored, 'browser'], [{ title: 'Ada' }], ['the last']]);
});

test('reports at once that another tab has ended the session before', () => {
  stop();
  forgetSession(session, 'signed-out');
  stop = watchSession(session, events);
  expect(calls()).toEqual([['signed-out']]);
});

test('ignores messages of another session, and malformed ones', async () => {
  const another = 'f'.repeat(32);
  otherTab.postMessage({ kind: 'changed', stored: { ...stored, id: another }, area: 'browser' });
  otherTab.postMessage({ kind: 'changed', stored: { ...stored, token: 'a\r\nb' }, area: 'browser' });
  otherTab.postMessage({ kind: 'ended', reason: 'whatever' });
  otherTab.postMessage('ended');
  otherTab.postMessage(null);
  await allArrived();
  expect(calls()).toEqual([['the last']]);
});

test('does not report its own messages', async () => {
  forgetSession(session, 'signed-out');
  await allArrived();
  expect(events.onEnded).not.toHaveBeenCalled();
});

test('reports the end by the mark in storage where messages fail', () => {
  forgetSession(session, 'signed-out');
  const keys = Object.keys(localStorage);
  window.dispatchEvent(new StorageEvent('storage', { key: 'plex-ended:another' }));
  expect(events.onEnded).not.toHaveBeenCalled();
  // The marks of the session and of its account.
  expect(keys).toHaveLength(2);
  for (const key of keys) window.dispatchEvent(new StorageEvent('storage', { key }));
  expect(events.onEnded.mock.calls).toEqual([['signed-out'], ['signed-out']]);
});

test('reports a stored change where messages fail', () => {
  storeSession(session);
  window.dispatchEvent(new StorageEvent('storage', { key: 'plex-session:another' }));
  expect(events.onChanged).not.toHaveBeenCalled();
  window.dispatchEvent(new StorageEvent('storage', { key: `plex-session:${session.id}` }));
  expect(events.onChanged.mock.calls).toEqual([[stored, 'browser']]);
});

test('hides the page in the back-forward cache and shows it again while the session lasts', async () => {
  leaveOrReturn('pagehide', true);
  expect(isVisible()).toBe(false);
  leaveOrReturn('pageshow', true);
  expect(isVisible()).toBe(true);
  expect(calls()).toEqual([]);
  await allArrived();
});

test('gets no message in the back-forward cache, because an open channel keeps a page out of it', async () => {
  const third = new BroadcastChannel(`plex-session:${session.id}`);
  const heard = vi.fn();
  third.onmessage = heard;
  leaveOrReturn('pagehide', true);
  otherTab.postMessage({ kind: 'ended', reason: 'signed-out' });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  third.close();
  expect(calls()).toEqual([]);
  leaveOrReturn('pageshow', true);
  await allArrived();
});

test('reports after the back-forward cache that the session has ended, and shows nothing of it', () => {
  leaveOrReturn('pagehide', true);
  forgetSession(session, 'signed-out');
  leaveOrReturn('pageshow', true);
  expect(events.onEnded.mock.calls).toEqual([['signed-out']]);
  expect(isVisible()).toBe(false);
  stop();
  expect(isVisible()).toBe(true);
});

test('reports after the back-forward cache that the session has changed', () => {
  leaveOrReturn('pagehide', true);
  storeSession(session);
  leaveOrReturn('pageshow', true);
  expect(events.onChanged.mock.calls).toEqual([[stored, 'browser']]);
});

test('does not hide a page that is left for good', () => {
  leaveOrReturn('pagehide', false);
  expect(isVisible()).toBe(true);
});

test('reports nothing after it has stopped', async () => {
  stop();
  const listening = new BroadcastChannel(`plex-session:${session.id}`);
  const last = new Promise((resolve) => {
    listening.onmessage = resolve;
  });
  otherTab.postMessage({ kind: 'ended', reason: 'refused' });
  await last;
  listening.close();
  leaveOrReturn('pageshow', true);
  expect(calls()).toEqual([]);
});
