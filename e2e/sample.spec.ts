import { sampleLogins } from '../src/sample/sample-logins.ts';
import { expect, test } from './test.ts';

test('opens a sample account with one click and sends nothing to plex.tv', async ({ page, requests }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Sample account' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
});

test('works offline once it is open, with every account and a sign-in that fails', async ({ page, context }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  const bar = page.getByRole('complementary', { name: 'Sample account' });
  // When the last panel is there, all code has loaded.
  await expect(page.getByLabel('Filter by name or value')).toBeVisible();
  await context.setOffline(true);
  const people = sampleLogins.filter(({ kind, isForTesting }) => kind === 'account' && !isForTesting);
  for (const { name } of people) {
    await test.step(name, async () => {
      await bar.getByRole('combobox', { name: 'Sample account' }).selectOption(name);
      await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    });
  }
  for (const { name } of sampleLogins.filter(({ isForTesting }) => isForTesting)) {
    await test.step(name, async () => {
      await bar.getByRole('button', { name: 'More' }).click();
      await bar.getByRole('button', { name }).click();
      await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    });
  }
  await bar.getByRole('button', { name: 'More' }).click();
  await bar.getByRole('button', { name: 'Wrong password' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('plex.tv did not accept this sign-in.');
});

test('closes with one click and leaves the form empty', async ({ page, requests }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Locked out' }).click();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('locked@example.com');
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(page.getByRole('complementary', { name: 'Sample account' })).toBeHidden();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  expect(requests).toContain('POST /api/v2/users/signin');
});
