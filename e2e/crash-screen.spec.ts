import type { Page } from '@playwright/test';
import { expect, test as strictTest } from './test.ts';

/** These tests break the page, so they expect errors in its console. */
const test = strictTest.extend({
  noPageErrors: ({ page: _ }, use) => use(undefined),
});

const crashed = (page: Page) => page.getByRole('heading', { level: 1, name: 'This page stopped working.' });
const form = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in with Plex' });

async function signInAndRemember(page: Page) {
  await page.goto('/');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
}

const storageOf = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

const tokenOf = (storage: string) => /\\"token\\":\\"([^"\\]+)/.exec(storage)?.[1] ?? 'no token';

test('signs out, forgets and opens the form when the code of the account cannot be loaded', async ({
  page,
  context,
  expectAccessible,
}) => {
  await signInAndRemember(page);
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  const token = tokenOf(await storageOf(page));
  // All code but that of the first load.
  await page.route(/\/assets\/(?!index-)[^/]*\.js$/, (route) => route.abort());
  await page.reload();
  await expect(crashed(page)).toBeVisible();
  await expectAccessible();
  const signOut = page.waitForRequest((request) => request.method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out and forget' }).click();
  const request = await signOut;
  expect([new URL(request.url()).pathname, request.headers()['x-plex-token']]).toEqual([
    '/api/v2/users/signout',
    token,
  ]);
  expect((await request.response())?.status()).toBe(204);
  await expect(form(page)).toBeVisible();
  expect(await storageOf(page)).not.toContain(token);
  await expect(other.getByText('You were signed out in another tab or page.')).toBeVisible();
});

test('signs out while plex.tv does not answer, and the token still ends', async ({ page, context }) => {
  await signInAndRemember(page);
  await page.route(/\/assets\/(?!index-)[^/]*\.js$/, (route) => route.abort());
  await page.reload();
  await context.route('**/api/v2/users/signout', () => undefined);
  await page.getByRole('button', { name: 'Sign out and forget' }).click();
  await expect(page.getByRole('button', { name: 'Signing out…' })).toBeVisible();
  await expect(form(page)).toBeVisible();
  expect(tokenOf(await storageOf(page))).toBe('no token');
});

for (const levels of [5_000, 50_000]) {
  test(`can sign out after a reload when plex.tv answers with ${levels} nested levels`, async ({ page }) => {
    await signInAndRemember(page);
    const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    await page.route('**/api/v2/user?*', (route) =>
      route.fulfill({ contentType: 'application/json', body: `{"id":1,"title":"Mara","deep":${deep}}` }),
    );
    await page.reload();
    await page.reload();
    await page.getByRole('button', { name: /^Sign out/ }).click();
    await expect(form(page)).toBeVisible();
    expect(tokenOf(await storageOf(page))).toBe('no token');
  });
}
