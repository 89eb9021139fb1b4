import type { Page } from '@playwright/test';
import { sampleLogins } from '../src/sample/logins.ts';
import { expect, test } from './test.ts';

const folder = 'screenshots';
const widths = [360, 768, 1440];

/** A picture of the whole page in each width and theme. */
async function picture(page: Page, name: string) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
}

test('the form', async ({ page }) => {
  await page.goto('/');
  await picture(page, 'form');
  await page.getByRole('button', { name: 'Sign in' }).click();
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
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await picture(page, `form-${name}`);
  });
}

test('the form: waiting, and the code', async ({ page, fillIn }) => {
  await fillIn('never@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await picture(page, 'form-waiting');
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Verification code')).toBeVisible();
  await picture(page, 'form-code');
});

for (const account of sampleLogins.filter(({ kind }) => kind === 'account')) {
  test(`the account: ${account.name}`, async ({ page, signIn }) => {
    await signIn(account);
    await picture(page, `account-${account.login.replace(/@.*/, '')}`);
  });
}

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
  await page.screenshot({ path: `${folder}/printed.png`, fullPage: true });
});
