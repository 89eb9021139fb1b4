import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlexError } from '../plex/errors/plex-error.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { createSession, type Session, type StorageLocation } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { fakePlexTv, neverAnswer } from '../test/fake-plex-tv.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { sampleSession } from '../test/sample-session.ts';
import { secretsIn } from '../test/secrets-in.ts';
import { AccountPage } from './account-page.tsx';

beforeEach(() => {
  fakeModalDialogs();
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});

/** Shows the page of a session that began at 14:05. */
function showPage(session: Session, actualStorage: StorageLocation = session.requestedStorage) {
  const onSignOut = vi.fn(async () => undefined);
  const onEnded = vi.fn<(reason: PlexError) => void>();
  const onSignInAgain = vi.fn();
  const initial = session.initial && { ...session.initial, receivedAt: new Date(2026, 10, 23, 14, 5) };
  const callbacks = { onSignOut, onEnded, onSignInAgain };
  const shown = renderWithQueryClient(
    <AccountPage
      session={{ ...session, ...(initial && { initial }) }}
      actualStorage={actualStorage}
      onRemember={() => undefined}
      {...callbacks}
    />,
  );
  return { ...shown, ...callbacks };
}

/** Shows the page of this account. plex.tv gives `answer` from then on. */
function showAccount(reply: object, answer: () => Response | Promise<Response> = () => Response.json(reply)) {
  const { client, requests } = fakePlexTv(answer, { access: 'gone' });
  const details = { method: 'password', isRemembered: false } as const;
  return { ...showPage(createSession({ client }, { account: accountFrom(reply), details })), requests };
}

const ada = { title: 'Ada Lovelace', email: 'ada@example.com', authToken: 'the-token' };

/** Resolves when all sections are on the page. */
async function waitForAllSections() {
  await screen.findByRole('region', { name: 'Everything plex.tv sent' });
}

function refreshButton() {
  return screen.getByRole('button', { name: 'Refresh' });
}

const names: Record<string, string | RegExp> = {
  'mara@example.com': 'Mara Lindqvist',
  'tomas@example.com': 'Tomás Ferreira',
  'nina@example.com': 'nina.okafor',
  'ida@example.com': 'ida.larsen',
  managed: 'Leo',
  'yusuf@example.com': 'Yusuf',
  'odd@example.com': /^<img src=x onerror=alert\(1\)>/,
};
const accountLogins = sampleLogins.filter(({ kind }) => kind === 'account');

test.each(accountLogins)('shows the whole account of $login, and none of its secrets', async ({ login }) => {
  const { session, reply } = await sampleSession(login);
  showPage(session);
  await waitForAllSections();

  expect(screen.getByRole('heading', { level: 1 })).toHaveAccessibleName(names[login] ?? 'not in the table');
  const regions = screen.getAllByRole('region');
  const titles = regions.map((region) => within(region).getByRole('heading', { level: 2 }).textContent ?? '');
  expect(titles).toEqual([
    'Subscription',
    'Past subscriptions',
    'Trials',
    'Security',
    'Plex Home',
    'Devices',
    'Sharing',
    'Services',
    'Profile',
    'Privacy and mail',
    'Everything plex.tv sent',
  ]);
  regions.forEach((region, index) => {
    expect(region).toHaveAccessibleName(titles[index] ?? '');
    expect(region).not.toHaveTextContent('could not be shown');
  });

  const secrets = secretsIn(reply);
  expect(secrets).toContain(session.token?.reveal());
  expect(secrets.length).toBeGreaterThan(5);
  const page = document.documentElement.outerHTML;
  expect(secrets.filter((secret) => page.includes(secret))).toEqual([]);
});

test('makes no element, link or picture of hostile text', async () => {
  showPage((await sampleSession('odd@example.com')).session);
  expect([...document.images].map((image) => image.getAttribute('src'))).toEqual([]);
  await waitForAllSections();
  const elements = [...document.body.querySelectorAll('*')];
  expect(elements.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual(
    [],
  );
  // A member of the Home has a picture that may be shown. It comes when plex.tv has answered.
  const memberPicture = 'https://plex.tv/users/9021003100/avatar?c=1630875354';
  const sources = [...document.images].map((image) => image.getAttribute('src'));
  expect(sources.filter((source) => source !== memberPicture)).toEqual([]);
  expect(elements.filter(({ localName }) => localName === 'script')).toEqual([]);
  expect(
    [...document.links].map((link) => new URL(link.href).protocol).filter((name) => !/^https?:$/.test(name)),
  ).toEqual([]);
});

test('moves the focus to the name of the person', async () => {
  showAccount(ada);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toHaveFocus());
});

test.each<[hash: string, heading: string]>([
  ['#security', 'Security'],
  ['#everything', 'Everything plex.tv sent'],
  ['#no-such-section', 'Ada Lovelace'],
  ['#%', 'Ada Lovelace'],
])('moves the focus to the section in the address: %s', async (hash, heading) => {
  history.replaceState(null, '', hash);
  showAccount(ada);
  await waitFor(() => expect(screen.getByRole('heading', { name: heading })).toHaveFocus());
});

test('has a link to each section', async () => {
  showAccount(ada);
  await waitForAllSections();
  const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
  const targets = links.map((link) => document.getElementById(link.getAttribute('href')?.slice(1) ?? ''));
  expect(targets).toEqual(screen.getAllByRole('region'));
});

test('shows the picture of the account, and the initials when that fails to load', () => {
  showAccount({ ...ada, thumb: 'https://plex.tv/users/1/avatar?c=1' });
  const picture = [...document.images].find(({ src }) => src === 'https://plex.tv/users/1/avatar?c=1');
  expect(picture).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(screen.queryByText('AL')).not.toBeInTheDocument();
  if (picture) fireEvent.error(picture);
  expect(screen.getByText('AL')).toBeVisible();
  expect(picture).not.toBeInTheDocument();
});

test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'avatar.png', '', null, 7])(
  'shows the initials when the avatar is not a web address: %j',
  (thumb) => {
    showAccount({ ...ada, thumb });
    expect(screen.getByText('AL')).toBeVisible();
    expect([...document.images].map((image) => image.getAttribute('src'))).toEqual([]);
  },
);

test('refreshes the whole account and shows the time of the answer', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 23, 15, 10) });
  const { user, requests } = showAccount(ada, () => Response.json({ ...ada, title: 'Ada King' }));
  expect(screen.getByText('14:05')).toBeVisible();
  expect(requests).toEqual([]);

  await user.click(refreshButton());
  expect(await screen.findByText('15:10')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveAccessibleName('Ada King'));
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://account.example/api/v2/user?includeSubscriptions=1',
  ]);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe('the-token');
});

test('shows that a refresh is under way, and sends one request for several clicks', async () => {
  const answers: ((response: Response) => void)[] = [];
  const { user, requests } = showAccount(ada, () => new Promise((resolve) => answers.push(resolve)));
  await user.click(refreshButton());
  expect(screen.getByText('Asking plex.tv…')).toBeVisible();
  await user.click(refreshButton());
  expect(requests).toHaveLength(1);
  act(() => answers[0]?.(Response.json(ada)));
  expect(await screen.findByText('as of')).toBeVisible();
});

test.each<[what: string, answer: () => Response]>([
  ['does not know the token', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['answers 401 without a reason', () => new Response(null, { status: 401 })],
  [
    'calls the token invalid',
    () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 }),
  ],
])('ends the session when plex.tv %s', async (_, answer) => {
  const { user, onEnded } = showAccount(ada, answer);
  await user.click(refreshButton());
  await waitFor(() => expect(onEnded).toHaveBeenCalledOnce());
  const [reason] = onEnded.mock.calls[0] ?? [];
  expect(reason?.words.what).toBe('You have been signed out.');
});

test.each<[what: string, words: string, answer: () => Response]>([
  ['is out of service', 'plex.tv is not working right now.', () => new Response('<html></html>', { status: 503 })],
  ['limits requests', 'plex.tv asks you to wait.', () => errorResponse(429, 1003, 'API rate limit exceeded')],
  ['refuses', 'plex.tv refused the request.', () => errorResponse(403, 1999, 'Agree to the terms')],
  ['is replaced by a captive portal', 'Something other than plex.tv answered.', () => new Response('<html></html>')],
  ['sends no account', 'plex.tv sent no account.', () => Response.json([])],
  [
    'cannot be reached',
    'Could not reach plex.tv.',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('keeps the account on screen and shows the error when plex.tv %s', async (_, words, answer) => {
  const { user, onEnded } = showAccount(ada, answer);
  await waitForAllSections();
  await user.click(refreshButton());
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(words);
  expect(alert).toHaveTextContent('This page still shows the earlier data.');
  expect(screen.getByText('14:05')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
  expect(screen.getAllByRole('region')).toHaveLength(11);
  expect(onEnded).not.toHaveBeenCalled();
});

test('removes the error when a later refresh succeeds', async () => {
  const answers = [new Response(null, { status: 500 }), Response.json(ada)];
  const { user } = showAccount(ada, () => answers.shift() ?? Response.error());
  await user.click(refreshButton());
  expect(await screen.findByRole('alert')).toBeVisible();
  await user.click(refreshButton());
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

test('shows why it cannot refresh without a token', async () => {
  const { user, requests } = showAccount({ ...ada, authToken: null });
  await user.click(refreshButton());
  expect(await screen.findByRole('alert')).toHaveTextContent('This account cannot be refreshed.');
  expect(requests).toEqual([]);
});

test('hides the token again when it is replaced', async () => {
  const { user } = showAccount(ada, () => Response.json({ ...ada, authToken: 'another-token' }));
  await waitForAllSections();
  const security = screen.getByRole('region', { name: 'Security' });
  await user.click(within(security).getByRole('button', { name: 'Reveal Account token' }));
  expect(security).toHaveTextContent('the-token');
  await user.click(refreshButton());
  await waitFor(() => expect(security).not.toHaveTextContent('the-token'));
  expect(document.body).not.toHaveTextContent('another-token');
});

test('reveals and copies the token on a click, and no other secret', async () => {
  const { user } = showAccount({ ...ada, pin: 'a-hash' });
  await waitForAllSections();
  const security = screen.getByRole('region', { name: 'Security' });
  await user.click(within(security).getByRole('button', { name: 'Reveal Account token' }));
  expect(within(security).getByText('the-token')).toBeVisible();
  expect(screen.getAllByText('the-token')).toHaveLength(1);
  expect(document.body).not.toHaveTextContent('a-hash');
  await user.click(within(security).getByRole('button', { name: 'Copy Account token' }));
  expect(await within(security).findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('the-token');
});

test('signs out once for several clicks, and does not refresh meanwhile', async () => {
  const { user, onSignOut, requests } = showAccount(ada);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await user.click(screen.getByRole('button', { name: 'Signing out…' }));
  await user.click(refreshButton());
  expect(onSignOut).toHaveBeenCalledOnce();
  expect(requests).toEqual([]);
});

test('stops the requests of the panels when the person signs out', async () => {
  const { client, requests } = fakePlexTv(neverAnswer);
  const details = { method: 'password', isRemembered: false } as const;
  const { user } = showPage(createSession({ client }, { account: accountFrom(ada), details }));
  await waitFor(() => expect(requests).toHaveLength(2));
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]));
  // Print asks for everything that was not asked yet.
  await dispatchAndWait('beforeprint', 'afterprint');
  expect(requests).toHaveLength(2);
});

/** Dispatches events to the window, and gives the page time to send a request. */
async function dispatchAndWait(...types: string[]) {
  await act(async () => {
    for (const type of types) window.dispatchEvent(new Event(type));
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test('shows the failure of an automatic refresh as a status, not as an alert', async () => {
  const { requests } = showAccount(ada, () => new Response(null, { status: 503 }));
  act(() => void window.dispatchEvent(new Event('focus')));
  const status = await screen.findByText(/^Newer data could not be loaded\. plex\.tv is not working right now\./);
  expect(status).toHaveRole('status');
  expect(status).toHaveTextContent('This page still shows the earlier data.');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(requests).toHaveLength(1);
  // A second return right after sends no request.
  await dispatchAndWait('focus');
  expect(requests).toHaveLength(1);
});

test('does not refresh on a return to the tab within ten minutes', async () => {
  const { requests } = showAccount(ada);
  vi.setSystemTime(new Date(2026, 10, 23, 14, 14));
  await dispatchAndWait('focus');
  expect(requests).toEqual([]);
});

describe('the session', () => {
  const inDays = (days: number) => Date.now() / 1000 + days * 86_400;
  const security = () => screen.getByRole('region', { name: 'Security' });

  test('is described under Security: its end, method, storage and device', async () => {
    showAccount({ ...ada, rememberExpiresAt: inDays(11) });
    await waitForAllSections();
    expect(security()).toHaveTextContent(/It lasts until \d+ \w+ \d{4}, 11 days from now\./);
    expect(within(security()).getByRole('meter', { name: 'Days left of this sign-in' })).toHaveProperty('max', 14);
    expect(security()).toHaveTextContent('This sign-in was made with a password');
    expect(security()).toHaveTextContent('Kept in this tab only.');
    expect(security()).toHaveTextContent(/Listed as \w+ on \w+ among your devices/);
    expect(screen.queryByRole('button', { name: 'Sign in again' })).not.toBeInTheDocument();
  });

  test('shows a notice at the top shortly before its end, with a button to sign in again', async () => {
    const { user, onSignInAgain } = showAccount({ ...ada, rememberExpiresAt: inDays(1.9) });
    const notice = screen.getByText('This sign-in ends soon.');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(notice.compareDocumentPosition(screen.getByRole('region', { name: 'Subscription' }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await user.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(onSignInAgain).toHaveBeenCalledOnce();
  });

  test.each<[StorageLocation, string]>([
    ['tab', 'You stay signed in until you close this tab.'],
    ['page', 'You stay signed in until you close or reload this page.'],
  ])('shows a notice when it cannot be remembered: stored in the %s', (actualStorage, words) => {
    const { client } = fakePlexTv(() => Response.error());
    const signIn = { account: accountFrom(ada), details: { method: 'password', isRemembered: true } } as const;
    showPage(createSession({ client }, signIn), actualStorage);
    const notice = screen.getByText('This browser cannot remember your sign-in.').closest('[role]');
    expect(notice).toHaveTextContent(words);
  });
});

describe('a return to the page', () => {
  /** Shows the page of a stored session: it has the token and fetches the account. */
  function comeBack(answer: () => Response | Promise<Response>) {
    const plexTv = { answer };
    const { client, requests } = fakePlexTv(() => plexTv.answer());
    const details = { method: 'password', isRemembered: true } as const;
    const { initial: _, ...session } = createSession({ client }, { account: accountFrom(ada), details });
    return { ...showPage(session), plexTv, requests };
  }

  const outOfService = () => new Response(null, { status: 503 });

  test('shows the current account', async () => {
    const { requests } = comeBack(() => Response.json({ ...ada, title: 'Ada King' }));
    expect(screen.getByRole('status')).toHaveTextContent('Opening your account…');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Ada King' })).toHaveFocus());
    expect(requests[0]?.url).toBe('https://account.example/api/v2/user?includeSubscriptions=1');
  });

  test('keeps the session and offers another try when plex.tv is unavailable', async () => {
    const { user, plexTv, onEnded } = comeBack(outOfService);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Your account could not be opened' });
    expect(heading).toHaveFocus();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('plex.tv is not working right now.');
    expect(alert).toHaveTextContent('You are still signed in.');
    plexTv.answer = () => Response.json(ada);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
    expect(onEnded).not.toHaveBeenCalled();
  });

  test('offers a sign-out when plex.tv is unavailable', async () => {
    const { user, onSignOut } = comeBack(outOfService);
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(onSignOut).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Signing out…' })).toBeVisible();
  });

  test('shows that plex.tv is slow, and can end with a sign-out', async () => {
    vi.useFakeTimers();
    const { onSignOut } = comeBack(() => new Promise<Response>(() => undefined));
    await act(() => vi.advanceTimersByTimeAsync(2_900));
    expect(screen.queryByText('plex.tv is slow to answer.')).not.toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(screen.getByText('plex.tv is slow to answer.')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(onSignOut).toHaveBeenCalledOnce();
  });

  test('ends the session when plex.tv refuses the token', async () => {
    const { onEnded } = comeBack(() => new Response(null, { status: 401 }));
    await waitFor(() => expect(onEnded).toHaveBeenCalledOnce());
    expect(onEnded.mock.lastCall?.[0]).toMatchObject({ endsSession: true });
  });
});

describe('“Find anything”', () => {
  const field = () => screen.findByRole('combobox', { name: 'Find anything' });

  afterEach(() => localStorage.clear());

  test('opens by button and by key', async () => {
    const { user } = showAccount(ada);
    await user.click(screen.getByRole('button', { name: 'Find anything' }));
    const opened = await field();
    await waitFor(() => expect(opened).toHaveFocus());
    await user.keyboard('/{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Find anything' })).not.toBeInTheDocument();
    await user.keyboard('/');
    expect(await field()).toHaveValue('');
  });

  test('can be used without its key, also on later visits', async () => {
    const { user, unmount } = showAccount(ada);
    const button = () => screen.getByRole('button', { name: 'Find anything' });
    expect(button()).toHaveAttribute('aria-keyshortcuts', '/');
    await user.click(screen.getByRole('button', { name: 'Theme' }));
    await user.click(screen.getByLabelText(/^The key \/ opens/));
    await user.keyboard('{Escape}');
    expect(button()).not.toHaveAttribute('aria-keyshortcuts');
    act(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await user.keyboard('/');
    unmount();
    const again = showAccount(ada);
    await again.user.keyboard('/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await again.user.click(screen.getByRole('button', { name: 'Theme' }));
    expect(screen.getByLabelText(/^The key \/ opens/)).not.toBeChecked();
  });
});

test('says everywhere that an end of the sign-in cannot be right, and names no other date', async () => {
  const year = new Date().getFullYear() + 5;
  showAccount({ ...ada, rememberExpiresAt: Date.UTC(year, 6) / 1000 });
  await waitForAllSections();
  const text = screen.getByRole('region', { name: 'Security' }).textContent;
  expect(text).toContain('plex.tv gave an end that cannot be right');
  expect(text).toContain('The end date of this sign-in cannot be right');
  expect(text).toContain(String(year));
  expect(text).not.toMatch(/14 (?:more )?days/);
});

test('links each answer at a glance to its panel', async () => {
  showAccount({ ...ada, twoFactorEnabled: false });
  const tiles = within(screen.getByRole('list', { name: 'At a glance' })).getAllByRole('link');
  await waitFor(() =>
    expect(tiles.map((tile) => [tile.getAttribute('href'), tile.textContent.trim()])).toEqual([
      ['#security', 'Security Two-factor is off'],
      ['#plex-home', 'Plex Home plex.tv did not say'],
      ['#devices', 'Devices Not available plex.tv does not tell you'],
      ['#sharing', 'Sharing Not available plex.tv does not tell you'],
    ]),
  );
});

test('asks plex.tv once who has access, after the account is drawn, and again on Refresh', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 503 }));
  const details = { method: 'password', isRemembered: false } as const;
  showPage(createSession({ client }, { account: accountFrom(ada), details }));
  const paths = () => requests.map(({ url }) => new URL(url).pathname);
  const homeRequests = () => paths().filter((path) => path.endsWith('/home/users')).length;
  expect(await screen.findByText('Your devices could not be read.')).toBeVisible();
  expect(homeRequests()).toBe(1);
  expect(paths().filter((path) => path.endsWith('/devices.xml'))).toHaveLength(1);
  fireEvent.click(refreshButton());
  await waitFor(() => expect(homeRequests()).toBe(2));
});

describe('while plex.tv asks to wait', () => {
  const tooMany = (seconds: number) =>
    errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': String(seconds) });

  test('a refresh sends nothing, and the page counts down', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const answers = [() => tooMany(60), () => Response.json(ada)];
    const { user, requests } = showAccount(ada, () => (answers.shift() ?? Response.error)());
    await user.click(refreshButton());
    expect(await screen.findByRole('timer')).toHaveTextContent('You can try again in 60 seconds.');
    await user.click(refreshButton());
    expect(requests).toHaveLength(1);
    vi.setSystemTime(Date.now() + 61_000);
    expect(await screen.findByText('You can try again now.')).toBeVisible();
    await user.click(refreshButton());
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(requests).toHaveLength(2);
  });

  test('a return to the tab sends nothing', async () => {
    const { user, requests } = showAccount(ada, () => tooMany(3600));
    await user.click(refreshButton());
    await screen.findByRole('timer');
    vi.useFakeTimers({ now: Date.now() + 30 * 60_000, toFake: ['Date'] });
    fireEvent.focus(window);
    await screen.findByText(/You can try again in 1[78]\d\d seconds/);
    expect(requests).toHaveLength(1);
  });

  test('"Try again" sends nothing, and the page counts down', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let answer = () => tooMany(60);
    const { client, requests } = fakePlexTv(() => answer());
    const details = { method: 'password', isRemembered: false } as const;
    const { initial: _, ...restored } = createSession({ client }, { account: accountFrom(ada), details });
    const { user } = showPage(restored);
    expect(await screen.findByRole('timer')).toHaveTextContent('You can try again in 60 seconds.');
    answer = () => Response.json(ada);
    const sentBefore = requests.length;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(requests).toHaveLength(sentBefore);
    vi.setSystemTime(Date.now() + 61_000);
    await screen.findByText('You can try again now.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
  });
});
