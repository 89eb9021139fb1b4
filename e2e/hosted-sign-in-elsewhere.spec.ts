import type { Page } from '@playwright/test';
import { plexTvOrigin } from './addresses.ts';
import { linkElsewhere } from './plex-tv-pages.ts';
import { expect, expectNoSidewaysScroll, test } from './test.ts';

const signedIn = (page: Page) => page.getByRole('button', { name: 'Sign out', exact: true });

async function openMethod(page: Page, method: 'Use another device' | 'Paste a token') {
  await page.goto('/');
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await page.getByRole('button', { name: method }).click();
}

/** Reads the code from the text for screen readers. */
async function readCode(page: Page): Promise<string> {
  const spelledOut = page.getByText(/^The code is: \w(, \w){3}$/);
  await expect(spelledOut).toBeAttached();
  return ((await spelledOut.textContent()) ?? '').replace('The code is: ', '').replaceAll(', ', '');
}

/** Gets a token as another program would. */
async function getToken(login: string): Promise<string> {
  const reply = await fetch(`${plexTvOrigin}/api/v2/users/signin`, {
    method: 'POST',
    // Another program for each test: plex.tv keeps one token per account and client identifier.
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': crypto.randomUUID() },
    body: new URLSearchParams({ login, password: 'sample' }),
  });
  return (await reply.json()).authToken;
}

async function paste(page: Page, token: string) {
  await page.getByLabel('Plex token').fill(token);
  await page.getByRole('button', { name: 'Sign in with this token' }).click();
}

test('signs in with four characters that are typed on another device', async ({ page, expectAccessible }) => {
  await openMethod(page, 'Use another device');
  const code = await readCode(page);
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await linkElsewhere(page, code, 'mara@example.com');
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeFocused();
});

test('shows a new code when the old one expires', async ({ page }) => {
  await page.clock.install();
  await openMethod(page, 'Use another device');
  const code = await readCode(page);
  await page.clock.fastForward('16:00');
  await expect(page.getByText(code, { exact: true })).toBeHidden();
  expect(await readCode(page)).not.toBe(code);
});

test('lists the other sign-in methods', async ({ page, expectAccessible }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Other ways to sign in' })).toBeFocused();
  await expectAccessible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: 'Other ways to sign in' })).toBeFocused();
});

test('shows the code on a phone without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openMethod(page, 'Use another device');
  await readCode(page);
  await expectNoSidewaysScroll(page);
});

test('signs in with a pasted token', async ({ page, requests, expectAccessible }) => {
  await openMethod(page, 'Paste a token');
  await expectAccessible();
  const token = await getToken('nina@example.com');
  await paste(page, token);
  await expect(page.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeFocused();
  expect([...requests, await page.content()].join()).not.toContain(token);
});

test('finds the token in a pasted reply of several lines, and in one that is broken into lines', async ({ page }) => {
  const token = await getToken('nina@example.com');
  for (const text of [
    JSON.stringify({ id: 1, authToken: token }, null, 2),
    `${token.slice(0, 8)}\n${token.slice(8)}`,
  ]) {
    await openMethod(page, 'Paste a token');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.getByLabel('Plex token').press('ControlOrMeta+v');
    const sent = page.waitForRequest(/\/api\/v2\/user\b/);
    await page.getByRole('button', { name: 'Sign in with this token' }).click();
    expect((await sent).headers()['x-plex-token']).toBe(token);
    await expect(signedIn(page)).toBeVisible();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
  }
});

test('shows at the field that a token is refused, and accepts the right one', async ({ page, expectAccessible }) => {
  await openMethod(page, 'Paste a token');
  const field = page.getByLabel('Plex token');
  for (const token of ['no-such-token', await getToken('ended@example.com')]) {
    await paste(page, token);
    await expect(field).toHaveAccessibleDescription(/plex\.tv did not accept this token\./);
    await expect(field).toHaveValue(token);
  }
  await expectAccessible();
  await paste(page, await getToken('nina@example.com'));
  await expect(signedIn(page)).toBeVisible();
});

test('signs in at the sample plex.tv without any request', async ({ page, requests, expectAccessible }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Continue at plex.tv', exact: true }).click();
  await page.getByLabel('Approve as').selectOption('Free account');
  await expectAccessible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeFocused();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
});
