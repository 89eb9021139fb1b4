import type { Page, Request } from '@playwright/test';
import { decide, routeSignInPage } from './plex-tv-pages.ts';
import { expect, expectNoSidewaysScroll, holdRequests, test } from './test.ts';

test.beforeEach(({ context }) => routeSignInPage(context));

const continueButton = (page: Page) => page.getByRole('button', { name: 'Continue at plex.tv', exact: true });
const notConfirmed = (page: Page) => page.getByText('You have not approved the sign-in yet.');
const signOutButton = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true });

async function goToPlexTv(page: Page, address = '/') {
  await page.goto(address);
  await continueButton(page).click();
  await page.waitForURL('https://app.plex.tv/**');
}

test('goes to plex.tv in the same tab, comes back to the same address and is signed in', async ({
  page,
  context,
  requests,
}) => {
  await goToPlexTv(page, '/?lang=sv#security');
  expect(context.pages()).toHaveLength(1);
  await expect(page.getByText('Let Account statement use your account?')).toBeVisible();
  await decide(page, 'Approve', 'mara@example.com');
  await expect(page.getByRole('heading', { level: 2, name: 'Security' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await expect(page).toHaveURL(/\/\?lang=sv#security$/);
  expect(requests.filter((request) => request === 'POST /api/v2/pins?strong=true')).toHaveLength(1);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
});

/** The address to which plex.tv leads back, from the address of its sign-in page. */
function returnUrl(page: Page): string {
  return new URLSearchParams(new URL(page.url()).hash.slice(2)).get('forwardUrl') ?? '';
}

test('tells plex.tv the address of this page only, and gets its query and fragment back', async ({ page, baseURL }) => {
  await goToPlexTv(page, '/?lang=sv#security');
  expect(returnUrl(page)).toBe(`${baseURL}#from-plex-tv`);
  await decide(page, 'Refuse');
  await expect(notConfirmed(page)).toBeVisible();
  await expect(page).toHaveURL(/\/\?lang=sv#security$/);
});

test('says in another tab that the first one still waits, which then signs in', async ({
  page,
  context,
  expectAccessible,
}) => {
  await goToPlexTv(page);
  const second = await context.newPage();
  await second.goto(returnUrl(page));
  const alert = second.getByRole('alert');
  await expect(alert).toContainText('This tab did not start the sign-in, so it cannot finish it.');
  await expect(alert).toContainText('Another tab of this browser is waiting for it.');
  await expect(second).toHaveURL(/\/$/);
  await second.close();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
  // The next stray return finds no tab that waits.
  await signOutButton(page).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto('about:blank');
  await page.goto('/#from-plex-tv');
  await expect(page.getByRole('alert')).toContainText('Another window, browser or app may have started it.');
  await expectAccessible();
  await page.getByRole('button', { name: 'Continue at plex.tv' }).click();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
});

/** The client identifiers in the requests of a page, in order and without repetition. */
function collectIdentifiers(page: Page): Set<string | undefined> {
  const identifiers = new Set<string | undefined>();
  page.on('request', (request) => {
    if (request.url().includes('/api/v2/')) identifiers.add(request.headers()['x-plex-client-identifier']);
  });
  return identifiers;
}

test('keeps one client identifier where only the storage of the browser is blocked', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const identifiers = collectIdentifiers(page);
  await goToPlexTv(page);
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
  await page.reload();
  await signOutButton(page).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(identifiers.size).toBe(1);
});

test('finishes the sign-in, and signs out, with the identifier that the browser has lost meanwhile', async ({
  page,
  context,
}) => {
  const identifiers = collectIdentifiers(page);
  await goToPlexTv(page);
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(() => localStorage.clear());
  await other.reload();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
  await page.reload();
  await expect(signOutButton(page)).toBeVisible();
  await signOutButton(page).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(identifiers.size).toBe(1);
});

const otherChoices = [
  { choice: 'Back', label: 'E-mail or username' },
  { choice: 'Look around with a sample account', label: 'Filter by name or value' },
];

for (const { choice, label } of otherChoices) {
  test(`stays on this page after "${choice}" when plex.tv creates the PIN late`, async ({
    page,
    context,
    requests,
  }) => {
    const visited: string[] = [];
    context.on('request', (request) => visited.push(new URL(request.url()).host));
    await page.goto('/');
    const release = await holdRequests(context, /\/api\/v2\/pins\?/);
    await continueButton(page).click();
    await expect.poll(() => requests).toContain('POST /api/v2/pins?strong=true');
    await page.getByRole('button', { name: choice }).click();
    await expect(page.getByLabel(label)).toBeVisible();
    const answer = page.waitForResponse(/\/api\/v2\/pins\?/);
    release();
    await (await answer).finished();
    // One more request of the page, so that it has had time to react to the answer.
    await page.evaluate(async () => (await fetch(location.href)).text());
    expect(visited).not.toContain('app.plex.tv');
    await expect(page.getByLabel(label)).toBeVisible();
    expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
  });

  test(`stays on this page after "${choice}" when plex.tv’s page loads slowly`, async ({ page, context }) => {
    const isPlexTvPage = (request: Request) => request.url().startsWith('https://app.plex.tv/');
    await page.goto('/');
    const releasePin = await holdRequests(context, /\/api\/v2\/pins\?/);
    const releasePage = await holdRequests(context, 'https://app.plex.tv/**');
    await continueButton(page).click();
    await expect(page.getByRole('heading', { name: 'Continue at plex.tv' })).toBeFocused();
    // Playwright's own click would wait for the navigation to end, so the test focuses before it and presses a key.
    await page.getByRole('button', { name: choice }).focus();
    const started = context.waitForEvent('request', isPlexTvPage);
    releasePin();
    await started;
    const cancelled = context.waitForEvent('requestfailed', isPlexTvPage);
    await page.keyboard.press('Enter');
    await cancelled;
    releasePage();
    await expect(page.getByLabel(label)).toBeVisible();
    expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
  });
}

test('lets the person continue after a refusal at plex.tv', async ({ page, expectAccessible }) => {
  await goToPlexTv(page);
  await decide(page, 'Refuse');
  await expect(notConfirmed(page)).toBeVisible();
  await expectAccessible();
  await continueButton(page).click();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
});

test('goes back to the password after the Back button at plex.tv', async ({ page }) => {
  await goToPlexTv(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signOutButton(page)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
});

test('shows an error when the PIN has expired, and starts again', async ({ page, expectAccessible }) => {
  await goToPlexTv(page);
  await decide(page, 'Let it expire');
  await expect(page.getByRole('alert')).toContainText('plex.tv no longer knows this sign-in.');
  await expectAccessible();
  await continueButton(page).click();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
});

test('shows an error when the person comes back an hour later', async ({ page, requests }) => {
  await goToPlexTv(page);
  await page.clock.install({ time: Date.now() + 60 * 60 * 1000 });
  await page.goBack();
  await expect(page.getByRole('alert')).toContainText('plex.tv no longer knows this sign-in.');
  expect(requests.filter((request) => request.startsWith('GET /api/v2/pins/')).length).toBeLessThanOrEqual(1);
  await expect(continueButton(page)).toBeVisible();
});

test('keeps waiting after a reload, and signs in when the person approves in another tab', async ({
  page,
  context,
}) => {
  await goToPlexTv(page);
  await page.goBack();
  await page.reload();
  await expect(notConfirmed(page)).toBeVisible();
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /in another tab/ }).click(),
  ]);
  expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  await decide(other, 'Approve', 'tomas@example.com');
  await expect(other.getByRole('heading', { name: 'You can close this page.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Tomás Ferreira' })).toBeVisible();
});

test('gives each of two tabs its own PIN', async ({ page, context }) => {
  const second = await context.newPage();
  await goToPlexTv(page);
  await goToPlexTv(second);
  await decide(second, 'Approve', 'nina@example.com');
  await expect(second.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeVisible();
  await decide(page, 'Approve', 'mara@example.com');
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
});

test('asks less often in a hidden tab, and never twice within a second', async ({ page }) => {
  const times: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/api/v2/pins/')) times.push(Date.now());
  });
  await goToPlexTv(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  times.length = 0;
  await expect.poll(() => times.length, { timeout: 15_000 }).toBeGreaterThan(3);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  const whileShown = times.length;
  await expect.poll(() => times.length - whileShown, { timeout: 20_000 }).toBe(2);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(900);
  expect(gaps.at(-1)).toBeGreaterThan(4500);
});

test('says that the device is offline, and goes on by itself when it is back online', async ({ page, context }) => {
  await goToPlexTv(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await expect(page.getByRole('alert')).toContainText('This page keeps asking by itself.');
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toBeHidden();
  await continueButton(page).click();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
});

test('shows an error when its code does not load, and keeps the form', async ({ page, context }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await continueButton(page).click();
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded.');
  await context.setOffline(false);
  await continueButton(page).click();
  await page.waitForURL('https://app.plex.tv/**');
});

test('works by keyboard on a phone 360 px wide', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/');
  await continueButton(page).focus();
  await page.keyboard.press('Enter');
  await decide(page, 'Refuse');
  await expect(notConfirmed(page)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Tab');
  await expect(continueButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await decide(page, 'Approve');
  await expect(page.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeFocused();
});

test('is offered when plex.tv has locked sign-ins by password', async ({ page, fillIn }) => {
  await fillIn('locked@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Continue at plex.tv' }).click();
  await decide(page, 'Approve');
  await expect(signOutButton(page)).toBeVisible();
});

test('loads its code only when the person asks for it', async ({ page, requests }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(requests.join()).not.toContain('other-methods');
  await continueButton(page).click();
  await page.waitForURL('https://app.plex.tv/**');
  expect(requests.join()).toContain('other-methods');
});

test('leaves no PIN, code or token in history, referrer, storage, address or console', async ({
  page,
  context,
  requests,
}) => {
  const consoleLines: string[] = [];
  context.on('console', (message) => consoleLines.push(message.text()));
  const referrers: string[] = [];
  context.on('request', (request) => referrers.push(request.headers().referer ?? ''));
  await page.goto('/#security');
  await continueButton(page).click();
  await page.waitForURL('https://app.plex.tv/**');
  const code = new URLSearchParams(new URL(page.url()).hash.slice(2)).get('code') ?? '';
  expect(await page.evaluate(() => document.referrer)).toBe('');
  const claimed = page.waitForResponse(async (response) => {
    return response.url().includes('/api/v2/pins/') && (await response.json()).authToken !== null;
  });
  await decide(page, 'Approve');
  const { authToken, id } = await (await claimed).json();
  expect([code.length, authToken.length]).toEqual([25, 20]);
  await expect(signOutButton(page)).toBeVisible();

  const pageState = await page.evaluate(() =>
    JSON.stringify([
      document.title,
      location.href,
      document.referrer,
      history.state,
      { ...localStorage },
      // The session itself is stored for the tab.
      Object.entries(sessionStorage).filter(([key]) => !key.startsWith('plex-session:')),
      document.cookie,
      window.name,
      document.documentElement.outerHTML,
    ]),
  );
  await page.goBack();
  await page.goBack();
  const previousAddress = page.url();
  const sources = {
    pageState,
    previousAddress,
    consoleLines,
    referrers,
    requests: requests.filter((line) => !line.includes('/pins/')),
  };
  for (const [source, content] of Object.entries(sources)) {
    for (const secret of [code, authToken, String(id)]) {
      expect.soft(String(content).includes(secret), `${source} holds ${secret}`).toBe(false);
    }
  }
});

test('removes the PIN when the tab is signed in by another method', async ({ page, context }) => {
  await goToPlexTv(page);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByLabel('E-mail or username').fill('mara@example.com');
  await other.getByRole('textbox', { name: 'Password' }).fill('sample');
  await other.getByLabel('Remember me').check();
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signOutButton(other)).toBeVisible();
  await page.goto('/');
  await expect(signOutButton(page)).toBeVisible();
  await signOutButton(page).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect(continueButton(page)).toBeVisible();
  await expect(notConfirmed(page)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});
