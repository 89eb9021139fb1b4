import type { Page } from '@playwright/test';
import { sampleLogins } from '../src/sample/sample-logins.ts';
import { expect, test } from './test.ts';

const folder = 'screenshots';
const widths = [360, 768, 1440];

/** More of a page than this says nothing new. */
const tallest = 12_000;

/** A picture of the whole page in each width and theme. What is out of the window is not laid out: the window grows. */
async function picture(page: Page, name: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (let tries = 0; tries < 3; tries += 1) {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, tallest) });
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('the form', async ({ page }) => {
  await page.goto('/');
  await picture(page, 'form');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await picture(page, 'form-errors');
});

for (const [name, login] of [
  ['wrong', 'wrong-password@example.com'],
  ['locked', 'locked@example.com'],
  ['rate-limited', 'rate-limited@example.com'],
  ['unavailable', 'unavailable@example.com'],
] as const) {
  test(`the form: ${name}`, async ({ page, fillIn }) => {
    await fillIn(login);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await picture(page, `form-${name}`);
  });
}

test('the form: waiting, and the code', async ({ page, fillIn }) => {
  await fillIn('never@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await picture(page, 'form-waiting');
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByLabel('Verification code')).toBeVisible();
  await picture(page, 'form-code');
});

for (const account of sampleLogins.filter(({ kind }) => kind === 'account')) {
  test(`the account: ${account.name}`, async ({ page, signIn }) => {
    await signIn(account);
    await picture(page, `account-${account.login.replace(/@.*/, '')}`);
  });
}

test('other ways to sign in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Use another way' }).click();
  await expect(page.getByRole('heading', { name: 'Other ways to sign in' })).toBeVisible();
  await picture(page, 'ways');
  await page.getByRole('button', { name: 'Paste a token' }).click();
  await picture(page, 'ways-token');
  await page.goto('/');
  await page.getByRole('button', { name: 'Use another way' }).click();
  await page.getByRole('button', { name: 'Use another device' }).click();
  await expect(page.getByRole('button', { name: 'Copy the code' })).toBeVisible();
  await picture(page, 'ways-device');
});

test('the account: at 400 %, in forced colours, with preferences', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.screenshot({ path: `${folder}/preferences.png` });
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 256 });
  await page.screenshot({ path: `${folder}/zoomed.png` });
  await page.setViewportSize({ width: 1440, height: 4000 });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.screenshot({ path: `${folder}/forced-colours.png` });
});

test('the sample, sharing, blurred, printed', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByText('Choose an account').click();
  await picture(page, 'sample');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await picture(page, 'blurred');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await page.getByRole('button', { name: 'Share…' }).click();
  await picture(page, 'share');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 6000 });
  await page.screenshot({ path: `${folder}/printed.png` });
});
