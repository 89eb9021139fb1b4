import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { forgetSession } from './end-session.ts';
import { createSession } from './session.ts';
import { storeSession, toStoredSession } from './store-session.ts';
import { watchSession } from './watch-session.ts';

const { client } = fakePlexTv(() => Response.error());
const arrival = { account: accountFrom(fullReply), details: { method: 'password', isRemembered: true } } as const;
const session = createSession({ client }, arrival);
const stored = toStoredSession(session);

let otherTab: BroadcastChannel;
const heard = { onEnded: vi.fn(), onRenewed: vi.fn(), onAnswered: vi.fn() };
let stop: () => void;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  for (const spy of Object.values(heard)) spy.mockClear();
  otherTab = new BroadcastChannel(`plex-session:${session.id}`);
  stop = watchSession(session.id, heard);
});

afterEach(() => {
  stop();
  otherTab.close();
});

const told = () => Object.values(heard).flatMap((spy) => spy.mock.calls);
const isSeen = () => document.documentElement.style.visibility !== 'hidden';

/** Passes when all that was sent before has arrived. */
async function arrived() {
  otherTab.postMessage({ kind: 'answered', id: session.id, reply: 'the last' });
  await vi.waitFor(() => expect(heard.onAnswered).toHaveBeenCalledWith('the last'));
}

/** As when the person leaves for another page, and comes back by Back. */
const turnPage = (type: 'pagehide' | 'pageshow', persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted }));

test('hears what other tabs do with this session', async () => {
  otherTab.postMessage({ kind: 'ended', id: session.id, ending: 'refused' });
  otherTab.postMessage({ kind: 'renewed', stored, store: 'browser' });
  otherTab.postMessage({ kind: 'answered', id: session.id, reply: { title: 'Ada' } });
  await arrived();
  expect(told()).toEqual([['refused'], [stored, 'browser'], [{ title: 'Ada' }], ['the last']]);
});

test('hears nothing of another session, and no nonsense', async () => {
  const another = 'f'.repeat(32);
  otherTab.postMessage({ kind: 'ended', id: another, ending: 'refused' });
  otherTab.postMessage({ kind: 'renewed', stored: { ...stored, id: another }, store: 'browser' });
  otherTab.postMessage({ kind: 'answered', id: another, reply: {} });
  otherTab.postMessage({ kind: 'renewed', stored: { ...stored, token: 'a\r\nb' }, store: 'browser' });
  otherTab.postMessage({ kind: 'ended', id: session.id, ending: 'whatever' });
  otherTab.postMessage('ended');
  otherTab.postMessage(null);
  await arrived();
  expect(told()).toEqual([['the last']]);
});

test('does not hear itself', async () => {
  forgetSession(session, 'signed-out');
  await arrived();
  expect(heard.onEnded).not.toHaveBeenCalled();
});

test('hears the end by the mark in storage, where messages fail', () => {
  forgetSession(session, 'signed-out');
  const keys = Object.keys(localStorage);
  window.dispatchEvent(new StorageEvent('storage', { key: 'plex-ended:another' }));
  expect(heard.onEnded).not.toHaveBeenCalled();
  for (const key of keys) window.dispatchEvent(new StorageEvent('storage', { key }));
  expect(heard.onEnded.mock.calls).toEqual([['signed-out']]);
});

test('rests unseen in the back-forward cache, and is seen again while the session lasts', async () => {
  turnPage('pagehide', true);
  expect(isSeen()).toBe(false);
  turnPage('pageshow', true);
  expect(isSeen()).toBe(true);
  expect(told()).toEqual([]);
  await arrived();
});

test('hears on return from the back-forward cache that the session was ended, and stays unseen until it is gone', () => {
  turnPage('pagehide', true);
  forgetSession(session, 'signed-out');
  turnPage('pageshow', true);
  expect(heard.onEnded.mock.calls).toEqual([['signed-out']]);
  expect(isSeen()).toBe(false);
  stop();
  expect(isSeen()).toBe(true);
});

test('hears on return from the back-forward cache that the session was renewed', () => {
  turnPage('pagehide', true);
  storeSession(session);
  turnPage('pageshow', true);
  expect(heard.onRenewed.mock.calls).toEqual([[stored, 'browser']]);
});

test('stays as it is when the page is left for good', () => {
  turnPage('pagehide', false);
  expect(isSeen()).toBe(true);
});

test('hears nothing more once it is over', async () => {
  stop();
  const listening = new BroadcastChannel(`plex-session:${session.id}`);
  const last = new Promise((resolve) => {
    listening.onmessage = resolve;
  });
  otherTab.postMessage({ kind: 'ended', id: session.id, ending: 'refused' });
  await last;
  listening.close();
  turnPage('pageshow', true);
  expect(told()).toEqual([]);
});
