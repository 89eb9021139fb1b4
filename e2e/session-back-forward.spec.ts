import type { Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { expect, test } from './test.ts';

const executablePath = findBrowser();

// Playwright disables the back-forward cache by default.
test.use({
  launchOptions: { ...(executablePath && { executablePath }), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

/** Goes to another page in the same tab, as a link does. */
async function goToAnotherPage(page: Page) {
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      Reflect.set(window, 'isFromCache', persisted);
    });
  });
  await page.goto('/?another-page');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
}

/** A page from the cache fires no load event. */
const goBack = (page: Page) => page.goBack({ waitUntil: 'commit' });

const isFromCache = (page: Page) => page.evaluate(() => Reflect.get(window, 'isFromCache'));

test('shows the account on Back from the back-forward cache while the session lasts', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await goToAnotherPage(page);
  await goBack(page);
  await expect.poll(() => isFromCache(page)).toBe(true);
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
});

test('shows no account on Back from the back-forward cache after sign-out', async ({ page, signIn }) => {
  await signIn('no-sign-out@example.com');
  await goToAnotherPage(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('but not at plex.tv');

  await goBack(page);
  await expect.poll(() => isFromCache(page)).toBe(true);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeVisible();
  await expect(page.getByText('You were signed out in another tab or page.')).toBeVisible();
  await expect(page.getByText('nina.okafor')).toBeHidden();
});
