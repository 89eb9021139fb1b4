import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlexError } from '../plex/plex-error.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { createSession, type Session, type StorageLocation } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { sampleSession } from '../test/sample-session.ts';
import { secretsIn } from '../test/secrets-in.ts';
import { AccountPage } from './account-page.tsx';

fakeModalDialogs();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});

/** Shows the page to somebody who signed in at 14:05, with what the page calls when they leave. */
function showPage(session: Session, actualStorage: StorageLocation = session.requestedStorage) {
  const onSignOut = vi.fn(async () => undefined);
  const onEnded = vi.fn<(reason: PlexError) => void>();
  const onSignInAgain = vi.fn();
  const initial = session.initial && { ...session.initial, receivedAt: new Date(2026, 10, 23, 14, 5) };
  const asked = { onSignOut, onEnded, onSignInAgain };
  const shown = renderWithQueryClient(
    <AccountPage
      session={{ ...session, ...(initial && { initial }) }}
      actualStorage={actualStorage}
      isRenewed={false}
      onRemember={() => undefined}
      {...asked}
    />,
  );
  return { ...shown, ...asked };
}

/** The page of an account that plex.tv sent, and plex.tv's answers from then on. */
function showAccount(reply: object, answer: () => Response | Promise<Response> = () => Response.json(reply)) {
  const { client, requests } = fakePlexTv(answer);
  const details = { method: 'password', isRemembered: false } as const;
  return { ...showPage(createSession({ client }, { account: accountFrom(reply), details })), requests };
}

const ada = { title: 'Ada Lovelace', email: 'ada@example.com', authToken: 'the-token' };

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

// The largest pages of all: on a busy machine the first takes longer than tests usually may.
test.each(accountLogins)(
  'shows the whole account of $login, and none of its secrets',
  async ({ login }) => {
    const { session, reply } = await sampleSession(login);
    showPage(session);

    expect(screen.getByRole('heading', { level: 1 })).toHaveAccessibleName(names[login] ?? 'not in the table');
    const regions = screen.getAllByRole('region');
    const titles = regions.map((region) => within(region).getByRole('heading', { level: 2 }).textContent ?? '');
    expect(titles).toEqual([
      'Profile',
      'Subscription',
      'Past subscriptions',
      'Trials',
      'Services',
      'Plex Home',
      'Security',
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
  },
  20_000,
);

test('makes no element, link or picture of hostile text', async () => {
  showPage((await sampleSession('odd@example.com')).session);
  const elements = [...document.body.querySelectorAll('*')];
  expect(elements.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual(
    [],
  );
  expect([...document.images].map((image) => image.getAttribute('src'))).toEqual([]);
  expect(elements.filter(({ localName }) => localName === 'script')).toEqual([]);
  expect(
    [...document.links].map((link) => new URL(link.href).protocol).filter((name) => !/^https?:$/.test(name)),
  ).toEqual([]);
});

test('puts the focus on the name of the person', () => {
  showAccount(ada);
  expect(screen.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toHaveFocus();
});

test.each<[hash: string, heading: string]>([
  ['#security', 'Security'],
  ['#everything', 'Everything plex.tv sent'],
  ['#no-such-section', 'Ada Lovelace'],
  ['#%', 'Ada Lovelace'],
])('puts the focus where the address says: %s', (hash, heading) => {
  history.replaceState(null, '', hash);
  showAccount(ada);
  expect(screen.getByRole('heading', { name: heading })).toHaveFocus();
});

test('leads to each section', () => {
  showAccount(ada);
  const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
  const targets = links.map((link) => document.getElementById(link.getAttribute('href')?.slice(1) ?? ''));
  expect(targets).toEqual(screen.getAllByRole('region'));
});

test('shows the picture of the account, and its initials when that fails', () => {
  showAccount({ ...ada, thumb: 'https://plex.tv/users/1/avatar?c=1' });
  const picture = [...document.images].find(({ src }) => src === 'https://plex.tv/users/1/avatar?c=1');
  expect(picture).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(screen.queryByText('AL')).not.toBeInTheDocument();
  if (picture) fireEvent.error(picture);
  expect(screen.getByText('AL')).toBeVisible();
  expect(picture).not.toBeInTheDocument();
});

test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'avatar.png', '', null, 7])(
  'shows the initials when the picture has no web address: %j',
  (thumb) => {
    showAccount({ ...ada, thumb });
    expect(screen.getByText('AL')).toBeVisible();
    expect([...document.images].map((image) => image.getAttribute('src'))).toEqual([]);
  },
);

test('asks plex.tv again when told to, for everything, and shows what is new and when it came', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 23, 15, 10) });
  const { user, requests } = showAccount(ada, () => Response.json({ ...ada, title: 'Ada King' }));
  expect(screen.getByText('plex.tv last answered at 14:05')).toBeVisible();
  expect(requests).toEqual([]);

  await user.click(refreshButton());
  expect(await screen.findByText('plex.tv last answered at 15:10')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveAccessibleName('Ada King');
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://account.example/api/v2/user?includeSubscriptions=1',
  ]);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe('the-token');
});

test('says that it is asking, and asks once however often the button is pressed', async () => {
  const answers: ((response: Response) => void)[] = [];
  const { user, requests } = showAccount(ada, () => new Promise((resolve) => answers.push(resolve)));
  await user.click(refreshButton());
  expect(screen.getByText('Asking plex.tv…')).toBeVisible();
  await user.click(refreshButton());
  expect(requests).toHaveLength(1);
  act(() => answers[0]?.(Response.json(ada)));
  expect(await screen.findByText(/^plex\.tv last answered/)).toBeVisible();
});

test.each<[what: string, answer: () => Response]>([
  ['does not know the token', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['answers 401 without a reason', () => new Response(null, { status: 401 })],
  [
    'calls the token invalid',
    () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 }),
  ],
])('leads back to the sign-in when plex.tv %s', async (_, answer) => {
  const { user, onEnded } = showAccount(ada, answer);
  await user.click(refreshButton());
  await waitFor(() => expect(onEnded).toHaveBeenCalledOnce());
  const [reason] = onEnded.mock.calls[0] ?? [];
  expect(reason?.words.what).toBe('You have been signed out.');
});

test.each<[what: string, words: string, answer: () => Response]>([
  ['is out of service', 'plex.tv has trouble.', () => new Response('<html></html>', { status: 503 })],
  ['has too much to do', 'plex.tv asks us to wait.', () => errorResponse(429, 1003, 'API rate limit exceeded')],
  ['refuses', 'plex.tv refused the request.', () => errorResponse(403, 1999, 'Agree to the terms')],
  ['is not there, but a web page', 'Something other than plex.tv answered.', () => new Response('<html></html>')],
  ['sends no account', 'plex.tv sent no account.', () => Response.json([])],
  [
    'cannot be reached',
    'Could not reach plex.tv.',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('says so and keeps what is shown when plex.tv %s', async (_, words, answer) => {
  const { user, onEnded } = showAccount(ada, answer);
  await user.click(refreshButton());
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(words);
  expect(alert).toHaveTextContent('This page still shows the earlier data.');
  expect(screen.getByText('plex.tv last answered at 14:05')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
  expect(screen.getAllByRole('region')).toHaveLength(9);
  expect(onEnded).not.toHaveBeenCalled();
});

test('takes the failure back once plex.tv answers', async () => {
  const answers = [new Response(null, { status: 500 }), Response.json(ada)];
  const { user } = showAccount(ada, () => answers.shift() ?? Response.error());
  await user.click(refreshButton());
  expect(await screen.findByRole('alert')).toBeVisible();
  await user.click(refreshButton());
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});

test('says so when plex.tv gave no token to ask with', async () => {
  const { user, requests } = showAccount({ ...ada, authToken: null });
  await user.click(refreshButton());
  expect(await screen.findByRole('alert')).toHaveTextContent('This account cannot be refreshed.');
  expect(requests).toEqual([]);
});

test('shows nothing of a token that another account brings: it was revealed for the first one only', async () => {
  const { user } = showAccount(ada, () => Response.json({ ...ada, authToken: 'another-token' }));
  const security = screen.getByRole('region', { name: 'Security' });
  await user.click(within(security).getByRole('button', { name: 'Reveal Account token' }));
  expect(security).toHaveTextContent('the-token');
  await user.click(refreshButton());
  await waitFor(() => expect(security).not.toHaveTextContent('the-token'));
  expect(document.body).not.toHaveTextContent('another-token');
});

test('reveals and copies the token when asked, and only that', async () => {
  const { user } = showAccount({ ...ada, pin: 'a-hash' });
  const security = screen.getByRole('region', { name: 'Security' });
  await user.click(within(security).getByRole('button', { name: 'Reveal Account token' }));
  expect(within(security).getByText('the-token')).toBeVisible();
  expect(screen.getAllByText('the-token')).toHaveLength(1);
  expect(document.body).not.toHaveTextContent('a-hash');
  await user.click(within(security).getByRole('button', { name: 'Copy Account token' }));
  expect(await within(security).findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('the-token');
});

test('signs out once, however often the button is pressed, and asks nothing more meanwhile', async () => {
  const { user, onSignOut, requests } = showAccount(ada);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await user.click(screen.getByRole('button', { name: 'Signing out…' }));
  await user.click(refreshButton());
  expect(onSignOut).toHaveBeenCalledOnce();
  expect(requests).toEqual([]);
});

test('tells a refresh that failed by itself without alarm', async () => {
  const { requests } = showAccount(ada, () => new Response(null, { status: 503 }));
  act(() => void window.dispatchEvent(new Event('focus')));
  const said = await screen.findByText(/^Newer data could not be loaded\. plex\.tv has trouble\./);
  expect(said).toHaveRole('status');
  expect(said).toHaveTextContent('This page still shows the earlier data.');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(requests).toHaveLength(1);
  // Another return at once asks nothing more.
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(requests).toHaveLength(1);
});

test('asks nothing on a return to the tab before ten minutes have passed', () => {
  const { requests } = showAccount(ada);
  vi.setSystemTime(new Date(2026, 10, 23, 14, 14));
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(requests).toEqual([]);
});

describe('the sign-in', () => {
  const inDays = (days: number) => Date.now() / 1000 + days * 86_400;
  const security = () => screen.getByRole('region', { name: 'Security' });

  test('is told under Security: how long it lasts, how it was made, where it is kept and listed', () => {
    showAccount({ ...ada, rememberExpiresAt: inDays(11) });
    expect(security()).toHaveTextContent(/It lasts until \d+ \w+ \d{4}, 11 days from now\./);
    expect(within(security()).getByRole('meter', { name: 'Days left of this sign-in' })).toHaveProperty('max', 14);
    expect(security()).toHaveTextContent('With e-mail or username and password');
    expect(security()).toHaveTextContent('In this tab only: it is lost when you close it.');
    expect(security()).toHaveTextContent(/Listed as “Account statement”, \w+ on \w+, among your authorized devices/);
    expect(screen.queryByRole('button', { name: 'Sign in again' })).not.toBeInTheDocument();
  });

  test('about to end says so quietly at the top, and offers to sign in again', async () => {
    const { user, onSignInAgain } = showAccount({ ...ada, rememberExpiresAt: inDays(1.9) });
    const notice = screen.getByText('This sign-in ends soon.');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(notice.compareDocumentPosition(screen.getByRole('region', { name: 'Profile' }))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await user.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(onSignInAgain).toHaveBeenCalledOnce();
  });

  test.each<[StorageLocation, string]>([
    ['tab', 'You stay signed in until you close this tab.'],
    ['page', 'You stay signed in until you close or reload this page.'],
  ])('that cannot be remembered says so: kept in the %s', (actualStorage, words) => {
    const { client } = fakePlexTv(() => Response.error());
    const arrival = { account: accountFrom(ada), details: { method: 'password', isRemembered: true } } as const;
    showPage(createSession({ client }, arrival), actualStorage);
    const notice = screen.getByText('This browser cannot remember your sign-in.').closest('[role]');
    expect(notice).toHaveTextContent(words);
  });
});

describe('somebody who comes back', () => {
  /** Ada, found to be signed in still: the page has her token, and asks for her account. */
  function comeBack(answer: () => Response | Promise<Response>) {
    const plexTv = { answer };
    const { client, requests } = fakePlexTv(() => plexTv.answer());
    const details = { method: 'password', isRemembered: true } as const;
    const { initial: _, ...session } = createSession({ client }, { account: accountFrom(ada), details });
    return { ...showPage(session), plexTv, requests };
  }

  const outOfService = () => new Response(null, { status: 503 });

  test('sees the account as it is now', async () => {
    const { requests } = comeBack(() => Response.json({ ...ada, title: 'Ada King' }));
    expect(screen.getByRole('status')).toHaveTextContent('Opening your account…');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Ada King' })).toHaveFocus());
    expect(requests[0]?.url).toBe('https://account.example/api/v2/user?includeSubscriptions=1');
  });

  test('stays signed in when plex.tv cannot be asked, is told why, and can try again', async () => {
    const { user, plexTv, onEnded } = comeBack(outOfService);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Your account could not be opened' });
    expect(heading).toHaveFocus();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('plex.tv has trouble.');
    expect(alert).toHaveTextContent('You are still signed in.');
    plexTv.answer = () => Response.json(ada);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible();
    expect(onEnded).not.toHaveBeenCalled();
  });

  test('can sign out instead', async () => {
    const { user, onSignOut } = comeBack(outOfService);
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(onSignOut).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Signing out…' })).toBeVisible();
  });

  test('is told when plex.tv takes long, and can leave', async () => {
    vi.useFakeTimers();
    const { onSignOut } = comeBack(() => new Promise<Response>(() => undefined));
    await act(() => vi.advanceTimersByTimeAsync(9_900));
    expect(screen.queryByText('plex.tv is taking long.')).not.toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(screen.getByText('plex.tv is taking long.')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(onSignOut).toHaveBeenCalledOnce();
  });

  test('whose sign-in has ended is led back to the form', async () => {
    const { onEnded } = comeBack(() => new Response(null, { status: 401 }));
    await waitFor(() => expect(onEnded).toHaveBeenCalledOnce());
    expect(onEnded.mock.lastCall?.[0]).toMatchObject({ endsSession: true });
  });
});

describe('finding anything', () => {
  const field = () => screen.findByRole('combobox', { name: 'Find anything' });

  afterEach(() => localStorage.clear());

  test('is a button, and a key', async () => {
    const { user } = showAccount(ada);
    await user.click(screen.getByRole('button', { name: 'Find anything' }));
    expect(await field()).toHaveFocus();
    await user.keyboard('/{Escape}');
    expect(screen.queryByRole('combobox', { name: 'Find anything' })).not.toBeInTheDocument();
    await user.keyboard('/');
    expect(await field()).toHaveValue('');
  });

  test('by key can be switched off, for good', async () => {
    const { user, unmount } = showAccount(ada);
    const button = () => screen.getByRole('button', { name: 'Find anything' });
    expect(button()).toHaveAttribute('aria-keyshortcuts', '/');
    await user.click(screen.getByLabelText(/^The key \/ opens/));
    expect(button()).not.toHaveAttribute('aria-keyshortcuts');
    act(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await user.keyboard('/');
    unmount();
    const again = showAccount(ada);
    await again.user.keyboard('/');
    expect(screen.getByLabelText(/^The key \/ opens/)).not.toBeChecked();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

test('an end of the sign-in that cannot be is told nowhere', () => {
  const inFiveYears = Math.round(Date.now() / 1000) + 5 * 365 * 86_400;
  showAccount({ ...ada, rememberExpiresAt: inFiveYears });
  const year = String(new Date().getFullYear() + 5);
  const told = ['Security'].map((name) => screen.getByRole('region', { name }).textContent).join();
  expect(told).toMatch(/14 days from now/);
  expect(told).toMatch(/lasts 14 more days/);
  expect(told).not.toContain(year);
  expect(screen.getByRole('link', { name: /^Until / })).not.toHaveTextContent(year);
});

test('answers at a glance, and leads from each answer to its panel', () => {
  showAccount({ ...ada, twoFactorEnabled: false });
  const answer = screen.getByRole('link', { name: '1 thing to look at' });
  expect(answer).toHaveAttribute('href', '#security');
  expect(
    screen
      .getAllByRole('term')
      .slice(0, 6)
      .map(({ textContent }) => textContent),
  ).toEqual(['Plex Pass', 'Until', 'Paid to', 'Safety', 'Plex Home', 'This sign-in']);
});
