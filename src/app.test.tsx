import { MutationCache, QueryCache } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { App } from './app.tsx';
import { errorWords } from './plex/errors/error-words.ts';
import { sampleLogins } from './sample/sample-logins.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { getClientIdentifier } from './session/storage/client-identifier.ts';
import { deferredResponse } from './test/deferred-response.ts';
import { errorResponse } from './test/error-response.ts';
import { fakeModalDialogs } from './test/fake-modal-dialogs.ts';
import { fakePlexTv, neverAnswer } from './test/fake-plex-tv.ts';
import { fullReply } from './test/full-reply.ts';
import { renderWithQueryClient } from './test/render-with-query-client.tsx';
import { fillIn, signInForm } from './test/sign-in-form.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

afterEach(() => {
  vi.useRealTimers();
});

const shownKeys = ['id', 'uuid', 'username', 'title', 'friendlyName', 'email', 'authToken', 'rememberExpiresAt'];

/** The sample plex.tv with short accounts: the page is drawn a hundred times here. `account-page.test.tsx` draws all of it. */
function shortSample() {
  const { fetch } = createSamplePlexTv();
  return async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    const isAccount = response.headers.get('Content-Type')?.includes('json') && response.ok;
    if (!isAccount) return response;
    const { status, headers } = response;
    const entries = Object.entries(await response.json());
    return Response.json(Object.fromEntries(entries.filter(([key]) => shownKeys.includes(key))), { status, headers });
  };
}

/** The app with a plex.tv that has the sample's accounts. A test may replace `network.answer` at any time. */
function showApp(network = { answer: shortSample() }) {
  const { client, requests } = fakePlexTv((request) => network.answer(request), { access: 'gone' });
  return { ...renderWithQueryClient(<App plexTv={{ client }} />), network, requests };
}

function blockStorage() {
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  onTestFinished(() => setItem.mockRestore());
}

/** Watches the caches of TanStack Query: each screen has its own. Returns a function that counts what they hold. */
function watchCaches({ prototype }: typeof QueryCache | typeof MutationCache) {
  const build = vi.spyOn(prototype as QueryCache, 'build');
  onTestFinished(() => build.mockRestore());
  return () => {
    expect(build).toHaveBeenCalled();
    const caches = new Set(build.mock.contexts as QueryCache[]);
    return [...caches].reduce((count, cache) => count + cache.getAll().length, 0);
  };
}

const heading = () => screen.getByRole('heading', { level: 1 });
const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));

async function expectScreen(name: string) {
  await waitFor(() => expect(heading()).toHaveTextContent(name));
  await waitFor(() => expect(heading()).toHaveFocus());
  expect(screen.getByRole('main')).toContainElement(heading());
}

async function signIn(user: UserEvent, login: string, name: string) {
  await fillIn(user, login, 'sample');
  await user.click(signInForm.submit());
  await expectScreen(name);
}

const paths = (requests: Request[]) => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

describe('signing in and out', () => {
  test('shows the account, then the form, and ends the session at plex.tv', async () => {
    const { user, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument();
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(screen.getByText('You are signed out. This page has forgotten your account.')).toBeVisible();
    expect(paths(requests)).toEqual(['POST /api/v2/users/signin', 'DELETE /api/v2/users/signout']);
  });

  test('keeps only the identifier of the browser and the marks of an ended session', async () => {
    const identifier = getClientIdentifier();
    const cached = watchCaches(QueryCache);
    const cachedSignIns = watchCaches(MutationCache);
    const { user } = showApp({ answer: createSamplePlexTv().fetch });
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await waitFor(() => expect(cachedSignIns()).toBe(0));
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(document.documentElement.outerHTML).not.toMatch(/mara|lindqvist/i);
    expect(signInForm.login()).toHaveValue('');
    expect(signInForm.password()).toHaveValue('');
    await waitFor(() => expect(cached()).toBe(0));
    const values = Object.values({ ...localStorage, ...sessionStorage }).filter((value) => value !== identifier);
    // The marks of the session and of its account.
    expect(values).toHaveLength(2);
    for (const value of values) expect(value).toMatch(/^\{"reason":"signed-out","keepUntil":\d+\}$/);
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/mara|lindqvist/i);
    expect(getClientIdentifier()).toBe(identifier);
  });

  test('shows the next person nothing of the previous one', async () => {
    const { user } = showApp({ answer: createSamplePlexTv().fetch });
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    await signIn(user, 'nina@example.com', 'nina.okafor');
    expect(document.documentElement.outerHTML).not.toMatch(/mara|lindqvist/i);
    await press(user, 'Refresh');
    await screen.findByText(/^as of/);
    expect(heading()).toHaveTextContent('nina.okafor');
  });

  test('forgets the account and shows a warning when plex.tv cannot end the session', async () => {
    const cached = watchCaches(QueryCache);
    const { user } = showApp();
    await signIn(user, 'no-sign-out@example.com', 'nina.okafor');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('You are signed out here, but not at plex.tv.');
    expect(alert).toHaveTextContent(errorWords.serverError.what);
    await waitFor(() => expect(cached()).toBe(0));
  });

  test('shows the account until plex.tv has ended the session, with one request', async () => {
    const { user, network, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    const { answer, resolve } = deferredResponse();
    network.answer = answer;
    await user.dblClick(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('button', { name: 'Signing out…' })).toBeVisible();
    resolve(new Response(null, { status: 204 }));
    await expectScreen('Sign in with Plex');
    expect(paths(requests).filter((path) => path.startsWith('DELETE'))).toHaveLength(1);
  });
});

describe('before the account is there, its code runs once outside the page', () => {
  /** Call this before the code can run. */
  function watchDrawing() {
    const created = vi.spyOn(document, 'createElement');
    onTestFinished(() => created.mockRestore());
    return async () => {
      await waitFor(() => expect(created).toHaveBeenCalledWith('details'));
      expect(document.querySelector('details')).toBeNull();
    };
  }

  test('when the person touches the form', async () => {
    const { user, requests } = showApp();
    const expectDrawnOutside = watchDrawing();
    await user.click(signInForm.login());
    await expectDrawnOutside();
    expect(signInForm.login()).toHaveFocus();
    expect(requests).toEqual([]);
  });

  test('when a returning person waits for plex.tv', async () => {
    const { user, unmount } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    unmount();
    const expectDrawnOutside = watchDrawing();
    const { requests } = showApp(deferredResponse());
    await expectDrawnOutside();
    expect(new Set(paths(requests))).toEqual(new Set(['GET /api/v2/user']));
  });
});

test('clears expired marks of ended sessions at start', async () => {
  const mark = (keepUntil: number) => JSON.stringify({ reason: 'signed-out', keepUntil });
  localStorage.setItem('plex-ended:old', mark(Date.now() - 1));
  localStorage.setItem('plex-ended:recent', mark(Date.now() + 60_000));
  showApp();
  await waitFor(() => expect(localStorage.getItem('plex-ended:old')).toBeNull());
  expect(localStorage.getItem('plex-ended:recent')).not.toBeNull();
});

describe('a refresh', () => {
  test('shows the form and the reason when the session has ended', async () => {
    const { user } = showApp();
    await signIn(user, 'ended@example.com', 'nina.okafor');
    await press(user, 'Refresh');
    await expectScreen('Sign in with Plex');
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(errorWords.signedOut.what);
    expect(alert).toHaveTextContent('Invalid token');
  });

  test('shows the form and the reason when plex.tv answers 401', async () => {
    const cached = watchCaches(QueryCache);
    const { user, network } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    network.answer = async () => errorResponse(401, 1001, 'User could not be authenticated');
    await press(user, 'Refresh');
    await expectScreen('Sign in with Plex');
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.signedOut.what);
    await waitFor(() => expect(cached()).toBe(0));
  });

  test('keeps the account on screen and shows the error after another failure', async () => {
    const { user, network } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    network.answer = async () => new Response('<h1>503</h1>', { status: 503 });
    await press(user, 'Refresh');
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
    expect(heading()).toHaveTextContent('Mara Lindqvist');
  });

  test('changes nothing when its answer comes after the sign-out', async () => {
    const { user, network } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    const { answer, resolve } = deferredResponse();
    const sampleAnswer = network.answer;
    network.answer = (request) => (request.method === 'GET' ? answer() : sampleAnswer(request));
    await press(user, 'Refresh');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    resolve(errorResponse(401, 1001, 'User could not be authenticated'));
    await signIn(user, 'nina@example.com', 'nina.okafor');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('stops when the person signs out', async () => {
    const { user, network, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    network.answer = neverAnswer;
    await press(user, 'Refresh');
    const refresh = requests.at(-1);
    expect(paths(requests).at(-1)).toBe('GET /api/v2/user');
    expect(refresh?.signal.aborted).toBe(false);
    await press(user, 'Sign out');
    expect(refresh?.signal.aborted).toBe(true);
  });

  test('is not sent when the person returns to the tab during a sign-out', async () => {
    const { user, network, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    const { answer, resolve } = deferredResponse();
    network.answer = answer;
    await press(user, 'Sign out');
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] });
    fireEvent.focus(window);
    resolve(new Response(null, { status: 503 }));
    await expectScreen('Sign in with Plex');
    expect(screen.getByRole('alert')).toHaveTextContent('You are signed out here, but not at plex.tv.');
    expect(paths(requests)).toEqual(['POST /api/v2/users/signin', 'DELETE /api/v2/users/signout']);
  });
});

describe('returning to the page', () => {
  /** Signs in and leaves the page without signing out. `comeBack` opens it again with the same plex.tv. */
  async function signInAndLeave(login: string, name: string, isRemembered = false) {
    const first = showApp();
    if (isRemembered) await first.user.click(signInForm.rememberMe());
    await signIn(first.user, login, name);
    first.unmount();
    return { network: first.network, comeBack: () => showApp(first.network) };
  }

  test('stops the first request when the person signs out', async () => {
    const { network, comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist');
    network.answer = neverAnswer;
    const { user, requests } = comeBack();
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(paths(requests)).toEqual(['GET /api/v2/user', 'DELETE /api/v2/users/signout']);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(screen.queryByText(/You stay signed in/)).not.toBeInTheDocument();
  });

  const storedText = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

  test('shows the current account after a reload', async () => {
    const { comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist');
    const { requests } = comeBack();
    await expectScreen('Mara Lindqvist');
    expect(new Set(paths(requests))).toEqual(new Set(['GET /api/v2/user']));
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Security' })).toHaveTextContent('Kept in this tab only'),
    );
  });

  test.each([
    ['opens the account with', true, 'Mara Lindqvist'],
    ['shows the form without', false, 'Sign in with Plex'],
  ])('in another tab %s “Remember me”', async (_, isRemembered, name) => {
    const { comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist', isRemembered);
    sessionStorage.clear();
    comeBack();
    await waitFor(() => expect(heading()).toHaveTextContent(name));
  });

  test.each([
    ['401', () => errorResponse(401, 1001, 'User could not be authenticated')],
    ['422', () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 })],
    ['498', () => new Response(null, { status: 498 })],
  ])('shows the reason, fills in the login and stores nothing when the session has ended (%s)', async (_, answer) => {
    const { network, comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist', true);
    network.answer = async () => answer();
    comeBack();
    await expectScreen('Sign in with Plex');
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.signedOut.what);
    expect(signInForm.login()).toHaveValue('mara@example.com');
    expect(signInForm.password()).toHaveValue('');
    expect(storedText()).not.toMatch(/token|mara/);
  });

  test.each<[what: string, kind: keyof typeof errorWords, answer: () => Promise<Response>]>([
    ['is out of service', 'serverError', async () => new Response('<h1>503</h1>', { status: 503 })],
    ['limits requests', 'rateLimited', async () => errorResponse(429, 1003, 'API rate limit exceeded')],
    ['refuses', 'refused', async () => errorResponse(403, 1999, 'Agree to the terms')],
    ['is replaced by a captive portal', 'notJson', async () => new Response('<h1>Wi-Fi</h1>')],
    ['sends something else', 'notAnAccount', async () => Response.json([])],
    ['cannot be reached', 'unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('stays signed in, shows the error and can try again when plex.tv %s', async (_, kind, answer) => {
    const { network, comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist');
    const sampleAnswer = network.answer;
    network.answer = answer;
    const { user } = comeBack();
    await expectScreen('Your account could not be opened');
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords[kind].what);
    network.answer = sampleAnswer;
    await press(user, 'Try again');
    await expectScreen('Mara Lindqvist');
  });

  test('can sign out when plex.tv is unreachable, and stays signed out', async () => {
    const { network, comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist', true);
    network.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const { user, unmount } = comeBack();
    await expectScreen('Your account could not be opened');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(screen.getByRole('alert')).toHaveTextContent('You are signed out here, but not at plex.tv.');
    expect(signInForm.login()).toHaveValue('');
    unmount();
    comeBack();
    expect(heading()).toHaveTextContent('Sign in with Plex');
    expect(storedText()).not.toMatch(/token|mara/);
  });

  test('shows that the session is over weeks after its end, and only ends its token at plex.tv', async () => {
    const { comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist', true);
    sessionStorage.clear();
    vi.useFakeTimers({ now: Date.now() + 16 * 86_400_000, toFake: ['Date'] });
    try {
      const { requests } = comeBack();
      await expectScreen('Sign in with Plex');
      expect(screen.getByRole('alert')).toHaveTextContent('Your sign-in has expired.');
      expect(signInForm.login()).toHaveValue('mara@example.com');
      await waitFor(() => expect(new Set(paths(requests))).toEqual(new Set(['DELETE /api/v2/users/signout'])));
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([-30, -12, -3, 3, 12, 23])('stays signed in when the clock is %i hours off', async (hours) => {
    vi.useFakeTimers({ now: Date.now() + hours * 3_600_000, toFake: ['Date'] });
    try {
      const { comeBack } = await signInAndLeave('mara@example.com', 'Mara Lindqvist', true);
      vi.setSystemTime(Date.now() - 2 * hours * 3_600_000);
      comeBack();
      await expectScreen('Mara Lindqvist');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('other tabs', () => {
  /** Opens the channel of another tab of the same session. */
  async function withOtherTab(act: (tab: BroadcastChannel, id: string) => Promise<void>) {
    const id = sessionStorage.getItem('plex-session') ?? '';
    const tab = new BroadcastChannel(`plex-session:${id}`);
    try {
      await act(tab, id);
    } finally {
      tab.close();
    }
  }

  test.each([
    ['signed-out', 'You were signed out in another tab or page.'],
    ['refused', 'Another tab found that plex.tv no longer accepts this sign-in'],
  ])('end the session here and show why: %s', async (reason, words) => {
    const { user, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await withOtherTab(async (tab, id) => {
      tab.postMessage({ kind: 'ended', id, reason });
      await expectScreen('Sign in with Plex');
    });
    expect(screen.getByText(new RegExp(words))).toBeVisible();
    expect(document.documentElement.outerHTML).not.toMatch(/mara|lindqvist/i);
    expect(paths(requests)).toEqual(['POST /api/v2/users/signin']);
  });

  test('of another session change nothing here', async () => {
    const { user } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    const tab = new BroadcastChannel(`plex-session:${'f'.repeat(32)}`);
    tab.postMessage({ kind: 'reply', reply: fullReply });
    tab.postMessage({ kind: 'ended', reason: 'signed-out' });
    tab.close();
    await press(user, 'Refresh');
    await screen.findByText(/^as of/);
    expect(heading()).toHaveTextContent('Mara Lindqvist');
  });

  test('receive the answers of plex.tv and the sign-out', async () => {
    const { user } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await withOtherTab(async (tab) => {
      const messages: unknown[] = [];
      tab.onmessage = ({ data }) => messages.push(data);
      await press(user, 'Refresh');
      await waitFor(() => expect(messages).toEqual([{ kind: 'reply', reply: expect.anything() }]));
      await press(user, 'Sign out');
      await waitFor(() => expect(messages).toContainEqual({ kind: 'ended', reason: 'signed-out' }));
    });
  });

  test('hand over the answers of plex.tv', async () => {
    const { user, requests } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await withOtherTab(async (tab, id) => {
      tab.postMessage({ kind: 'reply', id, reply: { ...fullReply, friendlyName: 'Mara L.' } });
      await waitFor(() => expect(heading()).toHaveTextContent('Mara L.'));
    });
    expect(requests).toHaveLength(1);
  });
});

describe('signing in again', () => {
  beforeEach(fakeModalDialogs);

  /** Signs in as Mara, moves to the last two days of her session and opens “Sign in again”. */
  async function openSignInAgain() {
    vi.useFakeTimers({ now: Date.now() - 12.5 * 86_400_000, toFake: ['Date'] });
    const shown = showApp();
    await signIn(shown.user, 'mara@example.com', 'Mara Lindqvist');
    vi.useRealTimers();
    await press(shown.user, 'Refresh');
    await shown.user.click(await screen.findByRole('button', { name: 'Sign in again' }));
    expect(screen.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
    expect(signInForm.login()).toHaveValue('mara@example.com');
    return shown;
  }

  const storedToken = () =>
    JSON.parse(Object.values({ ...sessionStorage }).find((value) => value.includes('token')) ?? '{}').token;

  test('keeps the page, replaces the token and ends the old one at plex.tv', async () => {
    const { user, requests } = await openSignInAgain();
    const before = storedToken();
    const page = screen.getByRole('region', { name: 'Security', hidden: true });
    await user.click(signInForm.password());
    await user.paste('sample');
    await user.click(signInForm.submit());
    const done = await screen.findByText('You are signed in again.');
    expect(document.activeElement).toContainElement(done);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Security' })).toBe(page);
    await waitFor(() => expect(paths(requests).at(-1)).toBe('DELETE /api/v2/users/signout'));
    expect(requests.at(-1)?.headers.get('X-Plex-Token')).toBe(before);
    expect(storedToken()).not.toBe(before);
    await press(user, 'Refresh');
    await waitFor(() => expect(screen.queryByText('You are signed in again.')).not.toBeInTheDocument());
    expect(requests.at(-1)?.headers.get('X-Plex-Token')).toBe(storedToken());
    expect(heading()).toHaveTextContent('Mara Lindqvist');
  });

  test('says how long the new sign-in lasts, also when its account has long lists', async () => {
    const { user, network } = await openSignInAgain();
    const answer = network.answer;
    network.answer = async (request) => {
      const response = await answer(request);
      if (!request.url.endsWith('/users/signin')) return response;
      const pastSubscriptions = Array.from({ length: 300 }, () => ({ type: 'plexpass' }));
      return Response.json({ ...(await response.json()), pastSubscriptions }, { status: 201 });
    };
    await user.click(signInForm.password());
    await user.paste('sample');
    await user.click(signInForm.submit());
    expect(await screen.findByText('You are signed in again.')).toBeVisible();
    expect(screen.queryByText('This sign-in ends soon.')).not.toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Past subscriptions' })).toHaveTextContent('300 past subscriptions');
  });

  test('refuses another account and ends its new token', async () => {
    const { user, requests } = await openSignInAgain();
    const before = storedToken();
    await user.clear(signInForm.login());
    await fillIn(user, 'nina@example.com', 'sample');
    await user.click(signInForm.submit());
    expect(await screen.findByText('That is another account.')).toBeVisible();
    await waitFor(() => expect(paths(requests).at(-1)).toBe('DELETE /api/v2/users/signout'));
    expect(requests.at(-1)?.headers.get('X-Plex-Token')).not.toBe(before);
    expect(storedToken()).toBe(before);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(heading()).toHaveTextContent('Mara Lindqvist');
  });
});

describe('the sample', () => {
  const bar = () => screen.getByRole('complementary', { name: 'Sample account' });
  const expectNoBar = () =>
    expect(screen.queryByRole('complementary', { name: 'Sample account' })).not.toBeInTheDocument();

  async function openSample() {
    const shown = showApp();
    await press(shown.user, 'Look around with a sample account');
    await expectScreen('Mara Lindqvist');
    return shown;
  }

  const accountSelect = () => within(bar()).getByRole<HTMLSelectElement>('combobox', { name: 'Sample account' });

  /** Chooses an account in the list, or any other login under "More". */
  async function choose(user: UserEvent, name: string) {
    if (within(accountSelect()).queryByRole('option', { name, selected: false })) {
      await user.selectOptions(accountSelect(), name);
      return;
    }
    await user.click(within(bar()).getByRole('button', { name: 'More' }));
    await user.click(within(bar()).getByRole('button', { name }));
  }

  async function chooseFailing(user: UserEvent, name: string) {
    await choose(user, name);
    await expectScreen('Sign in with Plex');
  }

  test('opens an account at once, is labelled on both screens and sends no request', async () => {
    const { user, requests } = await openSample();
    expect(bar()).toHaveTextContent('Nothing is sent anywhere, and these people are invented.');
    await press(user, 'Refresh');
    await screen.findByText(/^as of/);
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(bar()).toHaveTextContent('Nothing is sent anywhere');
    await signIn(user, 'nina@example.com', 'nina.okafor');
    expect(bar()).toBeVisible();
    expect(requests).toEqual([]);
  });

  test('does not lead back to an account that is being signed out', async () => {
    blockStorage(); // only the page has the session
    const { user, network } = showApp();
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    const lookAtSample = async () => {
      location.hash = '#sample';
      await waitFor(() => expect(bar()).toBeVisible());
      await press(user, 'Leave the sample');
    };
    const sampleAnswer = network.answer;
    const { answer, resolve } = deferredResponse();
    network.answer = answer;
    await press(user, 'Sign out');
    await lookAtSample();
    await expectScreen('Sign in with Plex');
    // The answer to the sign-out comes late, and does not end the session of the next person.
    network.answer = sampleAnswer;
    await signIn(user, 'nina@example.com', 'nina.okafor');
    await act(async () => resolve(new Response(null, { status: 204 })));
    await lookAtSample();
    await waitFor(() => expect(heading()).toHaveTextContent('nina.okafor'));
  });

  test('stores nothing and keeps the identifier of the browser', async () => {
    const identifier = getClientIdentifier();
    await openSample();
    expect(Object.values({ ...localStorage, ...sessionStorage })).toEqual([identifier]);
  });

  test('opens the chosen account, for each of them', async () => {
    const { user } = await openSample();
    const names: Record<string, string | RegExp> = {
      'Monthly Plex Pass, cancelled': /^Mara Lindqvist$/,
      'Lifetime Plex Pass, two-factor': /^Tomás Ferreira$/,
      'Free account': /^nina\.okafor$/,
      'Former subscriber': /^ida\.larsen$/,
      'Managed Home member': /^Leo$/,
      'Newest format': /^Yusuf$/,
      'Odd account': /.{1000}/,
    };
    const accounts = sampleLogins.filter(({ kind }) => kind === 'account').map(({ name }) => name);
    expect(accounts).toEqual(Object.keys(names));
    for (const name of accounts.toReversed()) {
      await choose(user, name);
      await waitFor(() => expect(heading().textContent).toMatch(names[name] ?? name));
      await waitFor(() => expect(heading()).toHaveFocus());
      expect(screen.getAllByRole('main')).toHaveLength(1);
      expect(bar()).toBeVisible();
    }
  });

  test('fills in the form for each failing sign-in, also when it is chosen again', async () => {
    const { user, requests } = await openSample();
    for (const { name, login, password } of sampleLogins.filter(({ kind }) => kind === 'failure')) {
      await chooseFailing(user, name);
      await waitFor(() => expect(signInForm.login()).toHaveValue(login));
      expect(signInForm.password()).toHaveValue(password);
    }
    await chooseFailing(user, 'Wrong password');
    await waitFor(() => expect(signInForm.login()).toHaveValue('wrong-password@example.com'));
    await user.type(signInForm.login(), '!');
    await choose(user, 'Wrong password');
    await waitFor(() => expect(signInForm.login()).toHaveValue('wrong-password@example.com'));
    await user.click(signInForm.submit());
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.wrongLogin.what);
    expect(bar()).toBeVisible();
    expect(requests).toEqual([]);
  });

  test('shows the form and then the reason when the chosen account cannot sign in', async () => {
    const { user } = await openSample();
    await chooseFailing(user, 'Wrong password');
    for (let tries = 0; tries < 5; tries += 1) {
      await user.clear(signInForm.login());
      await user.clear(signInForm.password());
      await fillIn(user, 'nina@example.com', 'wrong');
      await user.click(signInForm.submit());
      await screen.findByRole('alert');
    }
    await choose(user, 'Free account');
    await waitFor(() => expect(signInForm.password()).toHaveValue('sample'));
    expect(signInForm.login()).toHaveValue('nina@example.com');
    await user.click(signInForm.submit());
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.lockedOut.what);
  });

  test.each(['from an account', 'from the form'])('leads back to the real plex.tv %s', async (where) => {
    const { user, requests } = await openSample();
    if (where === 'from the form') await chooseFailing(user, 'Locked out');
    await press(user, 'Leave the sample');
    await expectScreen('Sign in with Plex');
    expectNoBar();
    expect(signInForm.login()).toHaveValue('');
    expect(signInForm.password()).toHaveValue('');
    await signIn(user, 'nina@example.com', 'nina.okafor');
    expectNoBar();
    expect(paths(requests)).toEqual(['POST /api/v2/users/signin']);
    expect(requests[0]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
  });

  test('opens once after several quick clicks', async () => {
    const { user } = showApp();
    const button = screen.getByRole('button', { name: 'Look around with a sample account' });
    fireEvent.click(button);
    fireEvent.click(button);
    await user.click(button);
    await expectScreen('Mara Lindqvist');
    await choose(user, 'Free account');
    await expectScreen('nina.okafor');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(screen.getByText('You are signed out. This page has forgotten your account.')).toBeVisible();
  });

  test('ignores a sign-in that is answered after leaving the sample', async () => {
    const { user } = await openSample();
    await chooseFailing(user, 'Slow');
    vi.useFakeTimers();
    try {
      await act(async () => fireEvent.click(signInForm.submit()));
      await act(() => vi.advanceTimersByTimeAsync(1000));
      expect(screen.getByRole('button', { name: 'Signing in…' })).toBeVisible();
      fireEvent.click(screen.getByRole('button', { name: 'Leave the sample' }));
      await vi.advanceTimersByTimeAsync(20_000);
    } finally {
      vi.useRealTimers();
    }
    expect(heading()).toHaveTextContent('Sign in with Plex');
    expectNoBar();
    await signIn(user, 'nina@example.com', 'nina.okafor');
  });

  test('stays open when an earlier sign-in is answered, and ends that token', async () => {
    const { user, network, requests } = showApp();
    const { answer, resolve } = deferredResponse();
    network.answer = answer;
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await screen.findByRole('button', { name: 'Signing in…' });
    await press(user, 'Look around with a sample account');
    await expectScreen('Mara Lindqvist');
    network.answer = async () => new Response(null, { status: 204 });
    resolve(Response.json(fullReply, { status: 201 }));
    await waitFor(() => expect(paths(requests)).toEqual(['POST /api/v2/users/signin', 'DELETE /api/v2/users/signout']));
    await press(user, 'Refresh');
    await screen.findByText(/^as of/);
    expect(bar()).toBeVisible();
    expect(heading()).toHaveTextContent('Mara Lindqvist');
  });
});

describe('coming back from plex.tv', () => {
  const expiresAt = Date.now() + 3_600_000;

  beforeEach(() => history.replaceState(null, '', '/#from-plex-tv'));
  afterEach(() => history.replaceState(null, '', '/'));

  const strayTitle = 'This tab did not start the sign-in, so it cannot finish it.';

  test('in a tab that did not start the sign-in says so, and how to go on', async () => {
    const { user, requests } = showApp();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(strayTitle);
    expect(alert).toHaveTextContent('Another window, browser or app may have started it.');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'You are back from plex.tv' })).toHaveFocus());
    await waitFor(() => expect(location.hash).toBe(''));
    expect(requests).toEqual([]);
    await press(user, 'Back');
    await signIn(user, 'mara@example.com', 'Mara Lindqvist');
    await press(user, 'Sign out');
    await expectScreen('Sign in with Plex');
    expect(screen.queryByText(strayTitle)).not.toBeInTheDocument();
  });

  test('says that another tab of this browser still waits', async () => {
    localStorage.setItem('plex-pin-waiting:1', String(expiresAt));
    showApp();
    expect(await screen.findByRole('alert')).toHaveTextContent('Another tab of this browser is waiting for it.');
  });

  test('can start again at once', async () => {
    const { user, requests } = showApp();
    await screen.findByRole('alert');
    // The sample needs no other page, so the test stays on this one.
    blockStorage();
    await press(user, 'Continue at plex.tv');
    await waitFor(() => expect(paths(requests)).toContain('POST /api/v2/pins'));
  });

  test('in the tab that started it goes on there', async () => {
    sessionStorage.setItem('plex-pin', JSON.stringify({ id: 7, code: 'x', expiresAt, addressInPage: '?a=1#security' }));
    showApp();
    expect(await screen.findByRole('heading', { name: 'Continue at plex.tv' })).toBeVisible();
    expect(screen.queryByText(strayTitle)).not.toBeInTheDocument();
    expect(location.search + location.hash).toBe('?a=1#security');
  });

  test('in a tab whose stored session cannot be read shows the same alert', async () => {
    localStorage.setItem(`plex-session:${'a'.repeat(32)}`, '{}');
    showApp();
    expect(await screen.findByText(strayTitle)).toBeVisible();
    await waitFor(() => expect(location.hash).toBe(''));
  });

  test.each([
    ['finishes that sign-in when plex.tv has led back', '/#from-plex-tv', 'Sign in with Plex'],
    ['shows the account when the page is opened otherwise', '/', 'Mara Lindqvist'],
  ])('in a tab that waits, in a browser that remembers a session, %s', async (_, address, name) => {
    history.replaceState(null, '', '/');
    const first = showApp();
    await first.user.click(signInForm.rememberMe());
    await signIn(first.user, 'mara@example.com', 'Mara Lindqvist');
    first.unmount();
    sessionStorage.clear();
    sessionStorage.setItem('plex-pin', JSON.stringify({ id: 7, code: 'x', expiresAt }));
    history.replaceState(null, '', address);
    showApp(first.network);
    await waitFor(() => expect(heading()).toHaveTextContent(name));
  });

  test('in a browser that remembers a session shows the account', async () => {
    history.replaceState(null, '', '/');
    const first = showApp();
    await first.user.click(signInForm.rememberMe());
    await signIn(first.user, 'mara@example.com', 'Mara Lindqvist');
    first.unmount();
    sessionStorage.clear();
    history.replaceState(null, '', '/#from-plex-tv');
    showApp(first.network);
    await expectScreen('Mara Lindqvist');
    expect(location.hash).toBe('');
  });
});
