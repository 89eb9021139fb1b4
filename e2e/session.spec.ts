import type { BrowserContext, Page } from '@playwright/test';
import { expect, holdRequests, showAllPanels, showFewRows, test } from './test.ts';

const accountRequest = 'GET /api/v2/user?includeSubscriptions=1';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const form = (page: Page) => heading(page, 'Sign in with Plex');
const mara = (page: Page) => heading(page, 'Mara Lindqvist');

async function signInTo(page: Page, login: string, isRemembered = false) {
  await page.goto('/');
  await page.getByLabel('E-mail or username').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByLabel('Remember me').setChecked(isRemembered);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  // The page stores the session right after it has drawn the account.
  await expect.poll(() => storageOf(page)).toContain('plex-session:');
}

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  return page;
}

const storageOf = (page: Page) =>
  page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));

test.describe('without “Remember me” the session', () => {
  test('survives a reload, which requests the account again', async ({ page, requests }) => {
    await signInTo(page, 'mara@example.com');
    await page.goto('/#services');
    requests.length = 0;
    await page.reload();
    await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeFocused();
    await expect(mara(page)).toBeAttached();
    expect(requests.filter((request) => request === accountRequest)).toHaveLength(1);
  });

  test('does not exist in another tab, or after the tab is closed', async ({ page, context }) => {
    await signInTo(page, 'mara@example.com');
    const other = await openTab(context);
    await expect(form(other)).toBeVisible();
    await page.close();
    await expect(form(await openTab(context))).toBeVisible();
  });
});

test('with “Remember me” the session survives closing the tab, until sign-out', async ({ page, context }) => {
  await signInTo(page, 'mara@example.com', true);
  await expect(page.getByRole('region', { name: 'Security' })).toContainText('Kept on this browser until');
  await page.close();
  const next = await openTab(context);
  await expect(mara(next)).toBeVisible();
  await next.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(next.getByText('You are signed out.')).toBeVisible();
  await next.close();
  await expect(form(await openTab(context))).toBeVisible();
});

test.describe('on return to the page', () => {
  test('shows that the account is being opened', async ({ page }) => {
    await signInTo(page, 'mara@example.com');
    const answer = await holdRequests(page, '**/api/v2/user?*');
    await page.reload();
    await expect(page.getByRole('status')).toHaveText('Opening your account…');
    answer();
    await expect(mara(page)).toBeVisible();
  });

  test('shows why plex.tv ended the session, and fills in the login', async ({ page }) => {
    await signInTo(page, 'ended@example.com', true);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('You have been signed out.');
    await expect(page.getByLabel('E-mail or username')).toHaveValue('ended@example.com');
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
    expect(await storageOf(page)).not.toContain('ended@example.com');
    await page.reload();
    await expect(form(page)).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
  });

  test('keeps the session while plex.tv cannot be reached', async ({ page, expectAccessible }) => {
    await signInTo(page, 'mara@example.com');
    await page.route('**/api/v2/user?*', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await expect(heading(page, 'Your account could not be opened')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('You are still signed in.');
    await expectAccessible();
    await page.unroute('**/api/v2/user?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(mara(page)).toBeFocused();
  });

  test('signs out here while plex.tv cannot be reached, and says what is left to do', async ({ page }) => {
    await signInTo(page, 'mara@example.com', true);
    await page.route('**/api/v2/**', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('but not at plex.tv');
    await page.reload();
    await expect(form(page)).toBeVisible();
  });
});

test.describe('sign-out', () => {
  test('ends the session in all its tabs at once, each tab says so, and none requests the account', async ({
    page,
    context,
    requests,
    expectAccessible,
  }) => {
    await signInTo(page, 'mara@example.com', true);
    const others = [await openTab(context), await openTab(context)];
    for (const other of others) await expect(mara(other)).toBeVisible();
    requests.length = 0;
    await others[0]?.getByRole('button', { name: 'Sign out', exact: true }).click();
    for (const tab of [page, ...others.slice(1)]) {
      await expect(form(tab)).toBeVisible();
      await expect(tab.getByText('You were signed out in another tab or page.')).toBeVisible();
      await expect(tab.getByLabel('E-mail or username')).toHaveValue('');
    }
    await expectAccessible();
    expect(requests.filter((request) => request === accountRequest || !request.startsWith('GET'))).toEqual([
      'DELETE /api/v2/users/signout',
    ]);
  });

  test('is complete although the page is closed before plex.tv has answered', async ({ page, context }) => {
    await signInTo(page, 'mara@example.com', true);
    await page.route('**/api/v2/users/signout', () => undefined);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Signing out…' })).toBeVisible();
    await page.close();
    await expect(form(await openTab(context))).toBeVisible();
  });

  test('also ends the session of a tab that the browser restores with its stored data', async ({ page, context }) => {
    await signInTo(page, 'no-sign-out@example.com');
    const stored = await page.evaluate(() => ({ ...sessionStorage }));
    expect(JSON.stringify(stored)).toContain('token');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('but not at plex.tv');

    const restored = await context.newPage();
    await restored.addInitScript((items) => Object.assign(sessionStorage, items), stored);
    const requestUrls: string[] = [];
    restored.on('request', (request) => requestUrls.push(request.url()));
    await restored.goto('/');
    await expect(restored.getByText('You were signed out in another tab or page.')).toBeVisible();
    expect(requestUrls.filter((url) => url.includes('/api/'))).toEqual([]);
  });

  test('also ends the session of a duplicated tab', async ({ page, context }) => {
    await signInTo(page, 'mara@example.com');
    const stored = await page.evaluate(() => ({ ...sessionStorage }));
    const duplicate = await context.newPage();
    await duplicate.addInitScript((items) => Object.assign(sessionStorage, items), stored);
    await duplicate.goto('/');
    await expect(mara(duplicate)).toBeVisible();
    await duplicate.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByText('You were signed out in another tab or page.')).toBeVisible();
    for (const tab of [page, duplicate]) expect(await tab.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  });
});

for (const isRemembered of [false, true]) {
  test(`two accounts in two tabs stay separate${isRemembered ? ', both remembered' : ''}`, async ({
    page,
    context,
  }) => {
    const other = await openTab(context);
    await signInTo(page, 'mara@example.com', isRemembered);
    await other.getByLabel('E-mail or username').fill('nina@example.com');
    await other.getByRole('textbox', { name: 'Password' }).fill('sample');
    await other.getByLabel('Remember me').setChecked(isRemembered);
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(heading(other, 'nina.okafor')).toBeVisible();
    await page.reload();
    await expect(mara(page)).toBeVisible();
    await other.reload();
    await expect(heading(other, 'nina.okafor')).toBeVisible();
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(other.getByText('You are signed out.')).toBeVisible();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
    await page.reload();
    await expect(mara(page)).toBeVisible();
  });
}

test.describe('the account is requested', () => {
  test('once for two tabs that open at the same time, and both show it', async ({ page, context, requests }) => {
    await signInTo(page, 'mara@example.com', true);
    await page.close();
    const tabs = [await context.newPage(), await context.newPage()];
    const answer = await holdRequests(context, '**/api/v2/user?*');
    requests.length = 0;
    await Promise.all(tabs.map((tab) => tab.goto('/')));
    await expect.poll(async () => (await Promise.all(tabs.map(waitingLocks))).some((count) => count > 0)).toBe(true);
    answer();
    for (const tab of tabs) await expect(mara(tab)).toBeVisible();
    expect(requests.filter((request) => request === accountRequest)).toHaveLength(1);
  });

  test('on return to the tab after ten minutes, not before, and by one tab for all tabs', async ({
    page,
    context,
    requests,
  }) => {
    await context.clock.install();
    await signInTo(page, 'mara@example.com', true);
    const other = await openTab(context);
    await expect(mara(other)).toBeVisible();
    const requestCount = () => requests.filter((request) => request === accountRequest).length;
    expect(requestCount()).toBe(1);
    await context.clock.runFor('09:30');
    await returnTo(page);
    expect(requestCount()).toBe(1);
    await context.clock.runFor('00:40');
    await returnTo(page);
    await expect.poll(requestCount).toBe(2);
    await returnTo(other);
    await returnTo(page);
    expect(requestCount()).toBe(2);
  });
});

/** How many lock requests are pending in this browser. */
const waitingLocks = (page: Page) => page.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);

/** Simulates the return from another window. */
async function returnTo(page: Page) {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
}

test.describe('with a wrong clock', () => {
  for (const hours of [-20, 20]) {
    test(`keeps the session when the clock is off by ${hours} hours`, async ({ page, context }) => {
      await context.clock.setFixedTime(Date.now() + hours * 3_600_000);
      await signInTo(page, 'mara@example.com', true);
      await page.close();
      const next = await context.newPage();
      await next.clock.setFixedTime(Date.now() - hours * 3_600_000);
      await next.goto('/');
      await expect(mara(next)).toBeVisible();
    });
  }

  test('ends the session more than two weeks later, and says so', async ({ page, context }) => {
    await signInTo(page, 'mara@example.com', true);
    await page.close();
    const next = await context.newPage();
    await next.clock.setFixedTime(Date.now() + 15.5 * 86_400_000);
    await next.goto('/');
    await expect(next.getByRole('alert')).toContainText('Your sign-in has expired.');
    await expect(next.getByLabel('E-mail or username')).toHaveValue('mara@example.com');
    await expect.poll(() => storageOf(next)).not.toContain('mara@example.com');
  });
});

test('offers to sign in again two days before the end, and keeps the page and its scroll position', async ({
  page,
  context,
  requests,
  expectAccessible,
}) => {
  // 1.6 days are left, which the page rounds to 2 days.
  await context.clock.setFixedTime(Date.now() + 12.4 * 86_400_000);
  await signInTo(page, 'mara@example.com', true);
  const other = await openTab(context);
  await expect(other.getByText('This sign-in ends soon.')).toBeVisible();
  // A panel that comes into view later would send a request.
  for (const tab of [other, page]) {
    await tab.bringToFront();
    await showAllPanels(tab);
  }
  await showFewRows(page);
  const tokenBefore = await storageOf(page);
  const button = page.getByRole('button', { name: 'Sign in again' });
  await expect(page.getByText(/^It lasts until .*, 2 days from now\.$/).first()).toBeVisible();
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByLabel('E-mail or username')).toHaveValue('mara@example.com');
  await expect(dialog.getByLabel('Remember me')).toBeChecked();
  await expectAccessible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();

  await button.click();
  const scroll = await page.evaluate(() => window.scrollY);
  await dialog.getByRole('textbox', { name: 'Password' }).fill('sample');
  requests.length = 0;
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('You are signed in again.')).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('You are signed in again.');
  expect(await page.evaluate(() => window.scrollY)).toBe(scroll);
  // The code of Find may load now.
  await expect
    .poll(() => requests.filter((request) => !request.startsWith('GET /assets/')))
    .toEqual(['POST /api/v2/users/signin', 'DELETE /api/v2/users/signout']);
  await expectAccessible();

  // The other tab uses the new session, because plex.tv has ended the old one.
  expect(await storageOf(page)).not.toBe(tokenBefore);
  await other.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => requests).toContain(accountRequest);
  await expect(other.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await expect(mara(other)).toBeVisible();
  await expect(other.getByRole('alert')).toBeHidden();
});

test('a slow sign-in can be stopped, and its token is ended at plex.tv', async ({ page, requests }) => {
  await page.clock.install();
  await page.goto('/');
  const answer = await holdRequests(page, '**/api/v2/users/signin');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await page.clock.runFor(10_000);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(page.getByText('You stopped waiting.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('sample');
  answer();
  await expect.poll(() => requests).toContain('DELETE /api/v2/users/signout');
  await expect(form(page)).toBeVisible();
});
