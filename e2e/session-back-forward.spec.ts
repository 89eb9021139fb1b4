import type { Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { expect, test } from './test.ts';

const executablePath = findBrowser();

// Playwright switches the back-forward cache off.
test.use({
  launchOptions: { ...(executablePath && { executablePath }), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

/** Leads to another page in the same tab, as a link would. */
async function leave(page: Page) {
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      Reflect.set(window, 'cameFromCache', persisted);
    });
  });
  await page.goto('/?another-page');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** A page from the cache does not load: it is there at once. */
const goBack = (page: Page) => page.goBack({ waitUntil: 'commit' });

const cameFromCache = (page: Page) => page.evaluate(() => Reflect.get(window, 'cameFromCache'));

test('a page from the back-forward cache still shows the account while the session lasts', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await leave(page);
  await goBack(page);
  expect(await cameFromCache(page)).toBe(true);
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('plex.tv last answered at')).toBeVisible();
});

test('and never shows it again once the person has signed out', async ({ page, signIn }) => {
  await signIn('no-sign-out@example.com');
  await leave(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('alert')).toContainText('plex.tv could not be told');

  await goBack(page);
  expect(await cameFromCache(page)).toBe(true);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeVisible();
  await expect(page.getByText('You were signed out in another tab or page.')).toBeVisible();
  await expect(page.getByText('nina.okafor')).toBeHidden();
});
