import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { fetchAccount } from './fetch-account.ts';
import { createSession, type Session } from './session.ts';
import { storeSession, toStoredSession } from './store-session.ts';

let otherTab: BroadcastChannel | undefined;
const heard = vi.fn();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  heard.mockClear();
});

afterEach(() => {
  otherTab?.close();
});

/** Ada with this token before a plex.tv that knows only the given ones. */
function signedIn(token: string | null, ...known: string[]) {
  const { client, requests } = fakePlexTv(({ headers }) =>
    known.includes(headers.get('X-Plex-Token') ?? '')
      ? Response.json({ ...fullReply, authToken: token })
      : errorResponse(401, 1001, 'User could not be authenticated'),
  );
  const account = accountFrom({ ...fullReply, authToken: token });
  const details = { method: 'password', isRemembered: true } as const;
  const session = createSession({ client }, { account, details });
  listenTo(session);
  return { session, requests };
}

/** Another tab of the same session. */
function listenTo({ id }: Session) {
  otherTab?.close();
  otherTab = new BroadcastChannel(`plex-session:${id}`);
  otherTab.onmessage = ({ data }) => heard(data);
}

const { signal } = new AbortController();

const tokens = (requests: Request[]) => requests.map(({ headers }) => headers.get('X-Plex-Token'));

test('hands the answer over to the other tabs, from memory to memory', async () => {
  const { session } = signedIn('token', 'token');
  storeSession(session);
  const before = { ...localStorage, ...sessionStorage };
  expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect(heard.mock.lastCall).toEqual([
    { kind: 'answered', id: session.id, reply: { ...fullReply, authToken: 'token' } },
  ]);
  expect({ ...localStorage, ...sessionStorage }).toEqual(before);
});

/** That nothing was told before what is told now. */
async function expectSilence({ id }: Session) {
  const third = new BroadcastChannel(`plex-session:${id}`);
  third.postMessage('the last');
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  third.close();
  expect(heard.mock.calls).toEqual([['the last']]);
  heard.mockClear();
}

test('tells nothing to a page of the same origin that does not know the session', async () => {
  const { session } = signedIn('token', 'token');
  const spy = vi.fn();
  const elsewhere = new BroadcastChannel('plex-session');
  elsewhere.onmessage = spy;
  await fetchAccount(session, signal);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  elsewhere.close();
  expect(spy).not.toHaveBeenCalled();
});

test('hands over nothing of the sample, and no failure', async () => {
  const sample: Session = { ...signedIn('token', 'token').session, requestedStorage: 'page' };
  await fetchAccount(sample, signal);
  await expectSilence(sample);
  const { session } = signedIn('dead');
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ kind: 'signedOut' });
  await expectSilence(session);
});

test('takes the token that another tab has got meanwhile, when its own is dead', async () => {
  const { session, requests } = signedIn('old', 'new');
  const stored = toStoredSession(session);
  localStorage.setItem(`plex-session:${session.id}`, JSON.stringify({ ...stored, token: 'new' }));
  expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
  expect(tokens(requests)).toEqual(['old', 'new']);
});

test('believes plex.tv that the token is dead, and asks once, when there is no other', async () => {
  const { session, requests } = signedIn('dead');
  storeSession(session);
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ endsSession: true });
  expect(tokens(requests)).toEqual(['dead']);
});

test('asks nothing without a token', async () => {
  const { session, requests } = signedIn(null);
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ kind: 'noToken' });
  expect(requests).toEqual([]);
});

test('notes where plex.tv has moved the end of the sign-in', async () => {
  const { session } = signedIn('token', 'token');
  storeSession(session);
  const inTwentyDays = Math.round(Date.now() / 1000) + 20 * 86_400;
  const { client } = fakePlexTv(() => Response.json({ ...fullReply, rememberExpiresAt: inTwentyDays }));
  await fetchAccount({ ...session, client }, signal);
  expect(localStorage.getItem(`plex-session:${session.id}`)).toContain(`"endsAt":${inTwentyDays}000`);
});
