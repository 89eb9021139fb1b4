import type { Page } from '@playwright/test';
import { decide, routeSignInPage } from './plex-tv-pages.ts';
import { expect, test } from './test.ts';

test.beforeEach(({ context }) => routeSignInPage(context));

const again = (page: Page) => page.getByRole('button', { name: 'Continue at plex.tv', exact: true });
const notConfirmed = (page: Page) => page.getByText('plex.tv has not confirmed yet.');
const signedIn = (page: Page) => page.getByRole('button', { name: 'Sign out' });

async function leave(page: Page, address = '/') {
  await page.goto(address);
  await again(page).click();
  await page.waitForURL('https://app.plex.tv/**');
}

test('goes to plex.tv in the same tab, comes back and is signed in, at the address that was left', async ({
  page,
  context,
  requests,
}) => {
  await leave(page, '/?lang=sv#security');
  expect(context.pages()).toHaveLength(1);
  await expect(page.getByText('Let Account statement use your account?')).toBeVisible();
  await decide(page, 'Agree', 'mara@example.com');
  await expect(page.getByRole('heading', { level: 2, name: 'Security' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await expect(page).toHaveURL(/\/\?lang=sv#security$/);
  expect(requests.filter((request) => request === 'POST /api/v2/pins?strong=true')).toHaveLength(1);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
});

test('has words and two ways on for whoever refused', async ({ page, expectAccessible }) => {
  await leave(page);
  await decide(page, 'Refuse');
  await expect(notConfirmed(page)).toBeVisible();
  await expectAccessible();
  await again(page).click();
  await decide(page, 'Agree');
  await expect(signedIn(page)).toBeVisible();
});

test('goes back to the password when plex.tv was left without a word, by the Back button', async ({ page }) => {
  await leave(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  await page.getByRole('button', { name: 'Use your password instead' }).click();
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signedIn(page)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('plex-pin');
});

test('says so when the PIN has ended, and begins anew', async ({ page, expectAccessible }) => {
  await leave(page);
  await decide(page, 'Let it expire');
  await expect(page.getByRole('alert')).toContainText('plex.tv no longer knows this sign-in.');
  await expectAccessible();
  await again(page).click();
  await decide(page, 'Agree');
  await expect(signedIn(page)).toBeVisible();
});

test('says so to whoever comes back an hour later', async ({ page, requests }) => {
  await leave(page);
  await page.clock.install({ time: Date.now() + 60 * 60 * 1000 });
  await page.goBack();
  await expect(page.getByRole('alert')).toContainText('plex.tv no longer knows this sign-in.');
  expect(requests.filter((request) => request.startsWith('GET /api/v2/pins/'))).toHaveLength(1);
  await expect(again(page)).toBeVisible();
});

test('goes on waiting after a reload, and notices what was agreed to in another tab', async ({ page, context }) => {
  await leave(page);
  await page.goBack();
  await page.reload();
  await expect(notConfirmed(page)).toBeVisible();
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /in another tab/ }).click(),
  ]);
  expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  await decide(other, 'Agree', 'tomas@example.com');
  await expect(other.getByRole('heading', { name: 'You can close this page.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Tomás Ferreira' })).toBeVisible();
});

test('keeps two tabs apart, each with a PIN of its own', async ({ page, context }) => {
  const second = await context.newPage();
  await leave(page);
  await leave(second);
  await decide(second, 'Agree', 'nina@example.com');
  await expect(second.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeVisible();
  await decide(page, 'Agree', 'mara@example.com');
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
});

test('asks on in a hidden tab, less often, and never twice within a second', async ({ page }) => {
  const times: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/api/v2/pins/')) times.push(Date.now());
  });
  await leave(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  times.length = 0;
  await expect.poll(() => times.length, { timeout: 15_000 }).toBeGreaterThan(3);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  const shown = times.length;
  await expect.poll(() => times.length - shown, { timeout: 20_000 }).toBe(2);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(900);
  expect(gaps.at(-1)).toBeGreaterThan(4500);
});

test('says that it is offline, and goes on by itself when it is back', async ({ page, context }) => {
  await leave(page);
  await page.goBack();
  await expect(notConfirmed(page)).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await expect(page.getByRole('alert')).toContainText('This page keeps asking by itself.');
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toBeHidden();
  await again(page).click();
  await decide(page, 'Agree');
  await expect(signedIn(page)).toBeVisible();
});

test('says so when its code cannot be fetched, and keeps the form', async ({ page, context }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await again(page).click();
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded.');
  await context.setOffline(false);
  await again(page).click();
  await page.waitForURL('https://app.plex.tv/**');
});

test('works on a phone 360 px wide, and by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/');
  await again(page).focus();
  await page.keyboard.press('Enter');
  await decide(page, 'Refuse');
  await expect(notConfirmed(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press('Tab');
  await expect(again(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await decide(page, 'Agree');
  await expect(signedIn(page)).toBeVisible();
});

test('is offered when plex.tv has locked sign-ins by password', async ({ page, fillIn }) => {
  await fillIn('locked@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Continue at plex.tv instead' }).click();
  await decide(page, 'Agree');
  await expect(signedIn(page)).toBeVisible();
});

test('its code loads only when asked for', async ({ page, requests }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(requests.join()).not.toContain('other-ways');
  await again(page).click();
  await page.waitForURL('https://app.plex.tv/**');
  expect(requests.join()).toContain('other-ways');
});

test('leaves no PIN, code or token in history, referrer, storage, address or console', async ({
  page,
  context,
  requests,
}) => {
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  const referrers: string[] = [];
  context.on('request', (request) => referrers.push(request.headers().referer ?? ''));
  await page.goto('/#security');
  await again(page).click();
  await page.waitForURL('https://app.plex.tv/**');
  const code = new URLSearchParams(new URL(page.url()).hash.slice(2)).get('code') ?? '';
  expect(await page.evaluate(() => document.referrer)).toBe('');
  const claimed = page.waitForResponse(async (response) => {
    return response.url().includes('/api/v2/pins/') && (await response.json()).authToken !== null;
  });
  await decide(page, 'Agree');
  const { authToken, id } = await (await claimed).json();
  expect([code.length, authToken.length]).toEqual([25, 20]);
  await expect(signedIn(page)).toBeVisible();

  const left = await page.evaluate(() =>
    JSON.stringify([
      document.title,
      location.href,
      document.referrer,
      history.state,
      { ...localStorage },
      // The sign-in itself is kept for the tab.
      Object.entries(sessionStorage).filter(([key]) => !key.startsWith('plex-session:')),
      document.cookie,
      window.name,
      document.documentElement.outerHTML,
    ]),
  );
  await page.goBack();
  await page.goBack();
  const before = page.url();
  const places = { left, before, said, referrers, requests: requests.filter((line) => !line.includes('/pins/')) };
  for (const [place, content] of Object.entries(places)) {
    for (const secret of [code, authToken, String(id)]) {
      expect.soft(String(content).includes(secret), `${place} holds ${secret}`).toBe(false);
    }
  }
});

test('a sign-in that was begun at plex.tv is forgotten once the tab is signed in otherwise', async ({
  page,
  context,
}) => {
  await leave(page);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByLabel('E-mail or username').fill('mara@example.com');
  await other.getByRole('textbox', { name: 'Password' }).fill('sample');
  await other.getByLabel('Remember me').check();
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signedIn(other)).toBeVisible();
  await page.goto('/');
  await expect(signedIn(page)).toBeVisible();
  await signedIn(page).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect(again(page)).toBeVisible();
  await expect(notConfirmed(page)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});
