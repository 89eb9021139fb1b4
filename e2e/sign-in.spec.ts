import { expect, test } from './test.ts';

const signInRequest = 'POST /api/v2/users/signin';

test('opens the account when e-mail and password are right', async ({ page, fillIn }) => {
  await fillIn('mara@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeFocused();
});

test('accepts a username instead of the e-mail', async ({ signIn }) => {
  await signIn({ login: 'tomas.ferreira', password: 'sample', verificationCode: '123456' });
});

test('sends a password with spaces and special characters unchanged', async ({ signIn }) => {
  await signIn('odd@example.com');
});

test('sends no request while a field is empty, and moves the focus to the first such field', async ({
  page,
  requests,
}) => {
  await page.goto('/');
  const login = page.getByLabel('E-mail or username');
  const password = page.getByRole('textbox', { name: 'Password' });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(login).toBeFocused();
  await expect(login).toHaveAccessibleDescription('Enter your e-mail or username.');
  await expect(password).toHaveAccessibleDescription('Enter your password.');
  await login.fill('mara@example.com');
  await expect(login).toHaveAccessibleDescription('');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(password).toBeFocused();
  expect(requests).not.toContain(signInRequest);
});

test('keeps everything typed when the password is wrong, and opens the account with the right one', async ({
  page,
  fillIn,
}) => {
  await fillIn('nina@example.com', 'not this one');
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('plex.tv did not accept this sign-in.');
  await expect(page.getByLabel('E-mail or username')).toHaveValue('nina@example.com');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('not this one');
  await expect(page.getByLabel('Remember me')).toBeChecked();
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
});

test('shows the password on request', async ({ page, fillIn }) => {
  await fillIn('mara@example.com', 'pass word');
  const password = page.getByRole('textbox', { name: 'Password' });
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue('pass word');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('asks for the two-factor code, again after a wrong one, and then opens the account', async ({ page, fillIn }) => {
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const code = page.getByRole('textbox', { name: 'Code' });
  await expect(code).toBeFocused();
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await expect(code).toHaveAccessibleDescription(/plex\.tv did not accept this code\./);
  await expect(code).toHaveValue('');
  await expect(code).toBeFocused();
  await code.fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tomás Ferreira' })).toBeFocused();
});

test('goes back from the code to the form and keeps e-mail and password', async ({ page, fillIn }) => {
  await fillIn('tomas@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeHidden();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('tomas@example.com');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('sample');
});

test('says at the field that this account needs its e-mail address', async ({ page, fillIn }) => {
  await fillIn('ida.larsen');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const login = page.getByLabel('E-mail or username');
  await expect(login).toBeFocused();
  await expect(login).toHaveAccessibleDescription('Enter your e-mail address instead.');
});

test('offers sign-in at plex.tv, and no other attempt, when plex.tv has locked sign-ins', async ({ page, fillIn }) => {
  await fillIn('locked@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('plex.tv has locked sign-ins for now.');
  await expect(page.getByRole('button', { name: 'Continue at plex.tv' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('locked@example.com');
});

test('counts down the wait that plex.tv asks for, and sends no request before', async ({ page, fillIn, requests }) => {
  await page.clock.install();
  await fillIn('rate-limited@example.com');
  const submit = page.getByRole('button', { name: 'Sign in', exact: true });
  await submit.click();
  await expect(page.getByRole('alert')).toContainText('plex.tv asks you to wait.');
  await expect(page.getByRole('timer')).toHaveText(/You can try again in \d+ seconds\./);
  await submit.click();
  await page.clock.runFor(31_000);
  await expect(page.getByText('You can try again now.')).toBeVisible();
  expect(requests.filter((request) => request === signInRequest)).toHaveLength(1);
});

const refusals = [
  ['wrong-password@example.com', 'plex.tv did not accept this sign-in.'],
  ['xml-error@example.com', 'plex.tv did not accept this sign-in.'],
  ['managed@example.com', 'plex.tv does not let this user sign in.'],
  ['pin@example.com', 'plex.tv asks for a Home PIN.'],
  ['unknown-error@example.com', 'Please agree to the new terms at plex.tv before you sign in'],
  ['gone@example.com', 'plex.tv no longer offers this.'],
  ['unavailable@example.com', 'plex.tv is not working right now.'],
  ['empty-error@example.com', 'plex.tv is not working right now.'],
  ['captive-portal@example.com', 'Something other than plex.tv answered.'],
  ['not-an-account@example.com', 'plex.tv sent no account.'],
] as const;

test('explains each refusal of plex.tv', async ({ page, fillIn }) => {
  for (const [login, words] of refusals) {
    await test.step(login, async () => {
      await fillIn(login);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(page.getByLabel('E-mail or username')).toHaveValue(login);
    });
  }
});

test('says that the device is offline, keeps what was typed, and signs in when back online', async ({
  page,
  context,
  fillIn,
}) => {
  await fillIn('nina@example.com');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
});

test('signs in although the device was offline when the form was first used', async ({ page, context }) => {
  await page.goto('/');
  await context.setOffline(true);
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
});

test('sends one request for a double click and waits for a slow plex.tv', async ({ page, fillIn, requests }) => {
  await fillIn('slow@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).dblclick();
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible({ timeout: 12_000 });
  expect(requests.filter((request) => request === signInRequest)).toHaveLength(1);
});

test('reports a timeout when plex.tv never answers', async ({ page, fillIn }) => {
  await fillIn('never@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('plex.tv did not answer in time.', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('opens the account without a loading screen, although its code loads only after the press', async ({ page }) => {
  await page.goto('/');
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
  const shown = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        new MutationObserver(() => {
          const isLoading = document.querySelector('main[aria-busy]');
          const name = document.querySelector('main h1')?.textContent ?? '';
          if (isLoading) resolve('loading screen');
          else if (name.startsWith('nina')) resolve(name);
        }).observe(document.body, { childList: true, subtree: true });
        // A person would touch the form, and the code would load at once.
        const form = document.querySelector('form');
        for (const input of form?.querySelectorAll('input') ?? []) {
          if (input.name === 'login') input.value = 'nina@example.com';
          if (input.name === 'password') input.value = 'sample';
        }
        form?.requestSubmit();
      }),
  );
  expect(shown).toBe('nina.okafor');
});
