import type { Page } from '@playwright/test';
import { expect, showFewRows, test } from './test.ts';

const form = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in with Plex' });
const mara = (page: Page) => page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' });

async function signInTo(page: Page, isRemembered: boolean) {
  await page.goto('/');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByLabel('Remember me').setChecked(isRemembered);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(mara(page)).toBeVisible();
}

/** Runs in the page. Throws on access to storage, as a browser with blocked storage does. */
function blockStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

/** Runs in the page. Fills the storage completely. */
function fillStorage(name: 'localStorage' | 'sessionStorage') {
  let filler = 'x'.repeat(8 * 1024 * 1024);
  for (let count = 0; filler; count += 1) {
    try {
      window[name].setItem(`filler-${count}`, filler);
    } catch {
      filler = filler.slice(filler.length / 2 + 1);
    }
  }
}

for (const isRemembered of [false, true]) {
  test(`works with blocked storage and says so, ${isRemembered ? 'with' : 'without'} “Remember me”`, async ({
    page,
    context,
    expectAccessible,
  }) => {
    await context.addInitScript(blockStorage);
    await signInTo(page, isRemembered);
    await expect(page.getByText('This browser cannot remember your sign-in.')).toBeVisible();
    await expect(page.getByText('until you close or reload this page')).toBeVisible();
    await showFewRows(page);
    await expectAccessible();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.reload();
    await expect(form(page)).toBeVisible();
  });
}

test('stores the session in the tab when local storage is full, and says so', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(fillStorage, 'localStorage' as const);
  await signInTo(page, true);
  await expect(page.getByText('This browser cannot remember your sign-in.')).toBeVisible();
  await expect(page.getByText('You stay signed in until you close this tab.')).toBeVisible();
  await page.reload();
  await expect(mara(page)).toBeVisible();
});

test('keeps the session in memory when both storages are full, says so, and signs out', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(fillStorage, 'localStorage' as const);
  await page.evaluate(fillStorage, 'sessionStorage' as const);
  await signInTo(page, true);
  await expect(page.getByText('You stay signed in until you close or reload this page.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.reload();
  await expect(form(page)).toBeVisible();
});

test('clears invalid stored sessions, signs nobody in and only ends their tokens', async ({ page, requests }) => {
  await page.goto('/');
  const id = '0123456789abcdef'.repeat(2);
  const validSession = {
    version: 1,
    id,
    token: 'token',
    endsAt: Date.now() + 86_400_000,
    login: 'mara',
    method: 'password',
  };
  for (const text of [
    '',
    '{',
    '[]',
    '"x"',
    JSON.stringify({ ...validSession, endsAt: 'soon' }),
    'x'.repeat(1_000_000),
  ]) {
    await page.evaluate(
      ([key, value]) => {
        localStorage.setItem(`plex-session:${key}`, value);
        sessionStorage.setItem(`plex-session:${key}`, value);
        sessionStorage.setItem('plex-session', key);
      },
      [id, text] as const,
    );
    await page.reload();
    await expect(form(page)).toBeVisible();
    await page.reload();
    await expect(form(page)).toBeVisible();
    const left = await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));
    expect(left.filter((key) => key.startsWith('plex-session'))).toEqual([]);
  }
  const sent = requests.filter((request) => request.includes('/api/'));
  expect(new Set(sent)).toEqual(new Set(['DELETE /api/v2/users/signout']));
});

test('keeps working and signs out after its storage was cleared', async ({ page }) => {
  await signInTo(page, true);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});

test('moves the session from the tab to the browser on “Remember me here”', async ({ page, context }) => {
  await signInTo(page, false);
  const storagesWithSession = (other: Page) =>
    other.evaluate(() =>
      [sessionStorage, localStorage].map((storage) =>
        Object.keys(storage).some((key) => key.startsWith('plex-session:')),
      ),
    );
  expect(await storagesWithSession(page)).toEqual([true, false]);
  await page.getByRole('button', { name: 'Remember me here' }).click();
  await expect(page.getByText('Kept on this browser until you sign out.')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remember me here' })).toBeHidden();
  expect(await storagesWithSession(page)).toEqual([false, true]);
  await page.close();
  const other = await context.newPage();
  await other.goto('/');
  await expect(mara(other)).toBeVisible();
});
