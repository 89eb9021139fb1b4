import type { Page } from '@playwright/test';
import { sampleLogins } from '../src/sample/sample-logins.ts';
import { expect, test } from './test.ts';

const folder = 'screenshots';
const widths = [360, 768, 1440];

/** The rest of a longer page shows nothing new. */
const maxHeightPx = 12_000;

/** Takes a picture of the whole page in each width and theme. The window grows first, to lay out everything. */
async function takePictures(page: Page, name: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (let tries = 0; tries < 3; tries += 1) {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, maxHeightPx) });
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('the sign-in form', async ({ page }) => {
  await page.goto('/');
  await takePictures(page, 'form');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await takePictures(page, 'form-errors');
});

for (const [name, login] of [
  ['wrong', 'wrong-password@example.com'],
  ['locked', 'locked@example.com'],
  ['rate-limited', 'rate-limited@example.com'],
  ['unavailable', 'unavailable@example.com'],
] as const) {
  test(`the sign-in form: ${name}`, async ({ page, fillIn }) => {
    await fillIn(login);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await takePictures(page, `form-${name}`);
  });
}

test('the sign-in form while it waits, and with the code field', async ({ page, fillIn }) => {
  await fillIn('never@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await takePictures(page, 'form-waiting');
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeVisible();
  await takePictures(page, 'form-code');
});

for (const account of sampleLogins.filter(({ kind }) => kind === 'account')) {
  test(`the account page: ${account.name}`, async ({ page, signIn }) => {
    await signIn(account);
    await takePictures(page, `account-${account.login.replace(/@.*/, '')}`);
  });
}

test('other ways to sign in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Other ways to sign in' })).toBeVisible();
  await takePictures(page, 'methods');
  await page.getByRole('button', { name: 'Paste a token' }).click();
  await takePictures(page, 'methods-token');
  await page.goto('/');
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await page.getByRole('button', { name: 'Use another device' }).click();
  await expect(page.getByRole('button', { name: 'Copy the code' })).toBeVisible();
  await takePictures(page, 'methods-device');
});

test('the account page at 400 %, in forced colours, and with open preferences', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.screenshot({ path: `${folder}/preferences.png` });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 256 });
  await page.screenshot({ path: `${folder}/zoomed.png` });
  await page.setViewportSize({ width: 1440, height: 4000 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: `${folder}/forced-colours.png` });
});

test('the sample account, the Share dialog, blurred, and printed', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await takePictures(page, 'sample');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await takePictures(page, 'blurred');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await page.getByRole('button', { name: 'Share…' }).click();
  await takePictures(page, 'share');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 6000 });
  await page.screenshot({ path: `${folder}/printed.png` });
});
