import { sampleLogins } from '../src/sample/sample-logins.ts';
import { expect, showAllPanels, showFewRows, test } from './test.ts';

test.afterEach('has no accessibility violations', async ({ expectAccessible }) => {
  await expectAccessible();
});

test('the sign-in form', async ({ page }) => {
  await page.goto('/');
});

test('the sign-in form with field errors', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
});

test('the sign-in form with an alert', async ({ page, fillIn }) => {
  await fillIn('unknown-error@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the sign-in form while it waits for plex.tv', async ({ page, fillIn }) => {
  await fillIn('never@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
});

test('the field for the verification code, before and after a wrong code', async ({
  page,
  fillIn,
  expectAccessible,
}) => {
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill('654321');
  await expectAccessible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('plex.tv did not accept this code.')).toBeVisible();
});

test('the countdown after too many requests', async ({ page, fillIn }) => {
  await fillIn('rate-limited@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('timer')).toBeVisible();
});

test('the alert of a locked account', async ({ page, fillIn }) => {
  await fillIn('locked@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the list of sample accounts, open on the account page and on the sign-in form', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await showFewRows(page);
  await expectAccessible();
  await page.getByRole('button', { name: 'Locked out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeVisible();
});

for (const account of sampleLogins.filter(({ kind }) => kind === 'account')) {
  test(`the account page: ${account.name}`, async ({ page, signIn }) => {
    await signIn(account);
    await showAllPanels(page);
    if (account.login !== 'odd@example.com') await showFewRows(page);
  });
}

test('the account page with a revealed token, an empty filter result and a failed Refresh', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('nina@example.com');
  await page.getByRole('button', { name: 'Reveal Account token' }).click();
  await page.getByLabel('Filter by name or value').fill('no such thing');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('Nothing matches.')).toBeVisible();
});

test('the account page with all details open, blurred for screen sharing', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await showAllPanels(page);
  await showFewRows(page);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
});

test('the account page with the Share dialog open', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await showFewRows(page);
  await page.getByRole('button', { name: 'Share…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the account page with the theme sheet open', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await showFewRows(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible();
});

test('the account page on a phone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn('mara@example.com');
  await showFewRows(page);
});

test('the sign-in form after sign-out', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});

test('the sign-in form after a sign-out that failed at plex.tv', async ({ page, signIn }) => {
  await signIn('no-sign-out@example.com');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('the sign-in form after the session was ended elsewhere', async ({ page, signIn }) => {
  await signIn('ended@example.com');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});
