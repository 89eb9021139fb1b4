import { type BrowserContext, type Page, test as testWithErrors } from '@playwright/test';
import { expect, holdRequests, test, waitForPaint } from './test.ts';

const login = (page: Page) => page.getByLabel('E-mail or username');
const password = (page: Page) => page.getByRole('textbox', { name: 'Password' });
const lateSentence = (page: Page) => page.getByText('its script has not arrived');

/** Holds a script back until the returned function is called: the app's own, unless another is named. */
function holdScript(context: BrowserContext, name = 'index'): Promise<() => void> {
  return holdRequests(context, `**/assets/${name}-*.js`);
}

/** Opens the page without its script, and types a login and a password. */
async function typeBeforeScript(page: Page, context: BrowserContext): Promise<() => void> {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  await login(page).fill('mara@example.com');
  await password(page).fill('sample');
  return release;
}

const isAppReady = (page: Page) => page.evaluate(() => document.documentElement.dataset.app === 'ready');

test('keeps text, selection, focus and the ticked box, and signs in on a press before the script', async ({
  page,
  context,
}) => {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  await password(page).fill('sample');
  await page.getByRole('checkbox', { name: 'Remember me on this browser' }).check();
  await login(page).fill('mara@example.com');
  await login(page).evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 6));
  await page.getByRole('button', { name: 'Sign in', exact: true }).dispatchEvent('click');
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('plex-session:'))),
  ).toHaveLength(1);
});

test('loads the account page at once for a person who typed before the script', async ({ page, context, requests }) => {
  const release = await typeBeforeScript(page, context);
  release();
  await expect.poll(() => requests.some((request) => request.includes('/assets/signed-in-'))).toBe(true);
});

test('changes nothing in the fields when the script arrives', async ({ page, context }) => {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  await password(page).fill('secret');
  await page.getByRole('checkbox').check();
  await login(page).fill('mara@example.com');
  const select = (field: HTMLInputElement) => field.setSelectionRange(2, 6);
  await login(page).evaluate(select);
  release();
  await expect.poll(() => isAppReady(page)).toBe(true);
  await expect(login(page)).toBeFocused();
  await expect(login(page)).toHaveValue('mara@example.com');
  await expect(password(page)).toHaveValue('secret');
  await expect(page.getByRole('checkbox')).toBeChecked();
  const selected = (field: HTMLInputElement) => [field.selectionStart, field.selectionEnd];
  expect(await login(page).evaluate(selected)).toEqual([2, 6]);
});

test('keeps a theme that was chosen before the script', async ({ page, context }) => {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  const themes = page.getByRole('combobox', { name: 'Theme' });
  const shown = () => page.evaluate(() => document.documentElement.dataset.theme);
  await themes.selectOption('Dark');
  expect(await shown()).toBe('dark');
  release();
  await expect.poll(() => isAppReady(page)).toBe(true);
  await expect(themes).toHaveValue('dark');
  expect(await shown()).toBe('dark');
  await themes.selectOption('Light');
  expect(await shown()).toBe('light');
  await page.reload();
  await expect.poll(shown).toBe('light');
  await expect(themes).toHaveValue('light');
});

test('shows the stored theme before the script', async ({ page, context }) => {
  await page.goto('./');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await holdScript(context);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark');
  expect(await isAppReady(page)).toBe(false);
});

test('carries out a press on the sample that came before the script', async ({ page, context }) => {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Continue at plex.tv' }).click();
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  release();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  expect(page.url()).toContain('#sample');
});

test('sends no form by itself, whichever key or button submits it', async ({ page, context, requests }) => {
  const release = await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  const address = page.url();
  await login(page).fill('mara@example.com');
  await password(page).fill('wrong-password');
  await password(page).press('Enter');
  await login(page).press('Enter');
  expect(page.url()).toBe(address);
  expect(requests.filter((request) => !/^GET \/(?:assets\/.*)?$/.test(request))).toEqual([]);
  release();
  await expect(page.getByText('plex.tv did not accept this sign-in')).toBeVisible();
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /api/v2/users/signin']);
});

/** What a translator and a password manager do: other text nodes, and an element of their own beside a field. */
function changeForm(page: Page) {
  return page.evaluate(() => {
    for (const label of document.querySelectorAll('#root label, #root h1')) {
      const translated = document.createElement('font');
      translated.textContent = `${label.textContent} (translated)`;
      label.firstChild?.replaceWith(translated);
    }
    document.querySelector('input[type=password]')?.after(document.createElement('div'));
  });
}

testWithErrors(
  'keeps everything when something else has changed the form before the script',
  async ({ page, context }) => {
    const release = await holdScript(context);
    await page.goto('./', { waitUntil: 'commit' });
    await password(page).fill('sample');
    await page.getByRole('checkbox').check();
    await login(page).fill('mara@example.com');
    await login(page).evaluate((field: HTMLInputElement) => field.setSelectionRange(2, 6));
    await changeForm(page);
    release();
    await expect.poll(() => isAppReady(page)).toBe(true);
    await expect(page.getByText('translated')).toHaveCount(0);
    await expect(login(page)).toBeFocused();
    await expect(login(page)).toHaveValue('mara@example.com');
    await expect(password(page)).toHaveValue('sample');
    await expect(page.getByRole('checkbox')).toBeChecked();
    const selected = (field: HTMLInputElement) => [field.selectionStart, field.selectionEnd];
    expect(await login(page).evaluate(selected)).toEqual([2, 6]);
  },
);

testWithErrors(
  'signs in on a press before the script, also in a form that something else has changed',
  async ({ page, context }) => {
    const release = await typeBeforeScript(page, context);
    await changeForm(page);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    release();
    await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  },
);

test('keeps a press on Sign in when the person then looks at the password', async ({ page, context }) => {
  const release = await typeBeforeScript(page, context);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Show' }).click();
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
});

test('carries out only the last of other presses before the script', async ({ page, context, requests }) => {
  const release = await typeBeforeScript(page, context);
  for (const name of ['Sign in', 'Show password', 'Other ways to sign in']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  release();
  await expect(page.getByRole('heading', { name: 'Other ways to sign in' })).toBeVisible();
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
});

testWithErrors('does not blame the script for a fault of other code in the page', async ({ page, context }) => {
  await holdScript(context);
  await page.goto('./', { waitUntil: 'commit' });
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'of an extension' })));
  await expect(lateSentence(page)).toBeHidden();
});

test('says after ten seconds that the script has not arrived, and stops saying so', async ({ page, context }) => {
  const release = await holdScript(context);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto('./', { waitUntil: 'commit' });
  await expect(login(page)).toBeAttached();
  await page.clock.runFor(9_000);
  await expect(lateSentence(page)).toBeHidden();
  await page.clock.runFor(1_500);
  await expect(lateSentence(page)).toBeVisible();
  await expect(login(page)).toBeEditable();
  await page.clock.resume();
  release();
  await expect(lateSentence(page)).toBeHidden();
});

testWithErrors('says at once that the script cannot be loaded', async ({ page, context }) => {
  await context.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(lateSentence(page)).toBeVisible();
  await expect(login(page)).toBeEditable();
});

async function signInRemembered(page: Page, fillIn: (login: string) => Promise<void>) {
  await fillIn('mara@example.com');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  // The page stores the session right after it has drawn the account.
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toContain('plex-session:');
}

/** A new tab, the paths of its requests, and a function that lets the app's script pass. */
async function openTabWithoutScript(context: BrowserContext) {
  const release = await holdScript(context);
  const tab = await context.newPage();
  const paths: string[] = [];
  tab.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return { tab, paths, release };
}

/** Opens the page, which asks for the account and gets no answer until `answer` is called. `failed`: it gives up. */
async function sendUnanswered(tab: Page) {
  const answer = await holdRequests(tab.context(), '**/api/v2/user?*');
  const request = tab.waitForRequest('**/api/v2/user?*');
  const failed = tab.waitForEvent('requestfailed', (one) => one.url().includes('/api/v2/user?'));
  await tab.goto('./', { waitUntil: 'commit' });
  await request;
  return { failed, answer };
}

test('asks plex.tv, and loads the code of the account, before the app’s script for a person who comes back', async ({
  page,
  context,
  fillIn,
}) => {
  await signInRemembered(page, fillIn);
  const { tab, paths, release } = await openTabWithoutScript(context);
  const early = [tab.waitForRequest('**/api/v2/user?*'), tab.waitForRequest(/\/assets\/signed-in-.*\.js$/)];
  await tab.goto('./', { waitUntil: 'commit' });
  await Promise.all(early);
  release();
  await expect(tab.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  expect(paths.filter((path) => path.endsWith('/api/v2/user'))).toHaveLength(1);
});

test('gives up its early request when another tab signs out before the script arrives', async ({
  page,
  context,
  fillIn,
}) => {
  await signInRemembered(page, fillIn);
  const { tab, release } = await openTabWithoutScript(context);
  const { failed, answer } = await sendUnanswered(tab);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  release();
  await expect(tab.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeVisible();
  await failed;
  expect(await tab.evaluate(() => globalThis.earlyRequest)).toBeUndefined();
  expect(await tab.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
  answer();
});

test('gives up its early request when the script does not arrive within a minute', async ({
  page,
  context,
  fillIn,
}) => {
  await signInRemembered(page, fillIn);
  const { tab, release } = await openTabWithoutScript(context);
  await tab.clock.install();
  const { failed, answer } = await sendUnanswered(tab);
  await tab.clock.runFor('01:01');
  await failed;
  expect(await tab.evaluate(() => globalThis.earlyRequest)).toBeUndefined();
  answer();
  release();
  await expect(tab.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
});

test('asks for no account when the address leads to the sample', async ({ page, context, fillIn }) => {
  await signInRemembered(page, fillIn);
  const { tab, paths, release } = await openTabWithoutScript(context);
  const accountScript = tab.waitForRequest(/\/assets\/signed-in-.*\.js$/);
  await tab.goto('./#sample', { waitUntil: 'commit' });
  await accountScript;
  release();
  await expect(tab.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  expect(paths.filter((path) => path.includes('/api/'))).toEqual([]);
});

testWithErrors('works without the script of the explanations, which stay on the page', async ({ page, context }) => {
  await context.route('**/assets/sign-in-explainer-*.js', (route) => route.abort());
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: 'Where your password goes' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
});

test('never shows the form to a person who comes back', async ({ page, context, fillIn }) => {
  await signInRemembered(page, fillIn);
  const release = await holdScript(context);
  for (const address of ['./', './#security', './#sample']) {
    const tab = await context.newPage();
    await tab.goto(address, { waitUntil: 'commit' });
    await expect(login(tab)).toBeAttached();
    await expect(login(tab)).toBeHidden();
    await expect(tab.getByText('Opening your account…')).toBeVisible();
  }
  release();
});

test('moves nothing when the script arrives', async ({ page }) => {
  await page.addInitScript(() => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.set(window, 'shift', entry);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./');
    await expect.poll(() => isAppReady(page)).toBe(true);
    await waitForPaint(page);
    expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBeUndefined();
  }
});
