import type { Locator, Page } from '@playwright/test';
import { expect, holdRequests, test } from './test.ts';

const submit = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });
const title = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in with Plex' });
const code = (page: Page) => page.getByRole('textbox', { name: 'Code' });

const viewports = {
  'a phone': { width: 360, height: 640 },
  'a tablet': { width: 768, height: 1024 },
  'a desktop': { width: 1440, height: 900 },
};

const maxMovePx = 8;

async function topOf(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing to measure');
  return box.y;
}

/** Expects that `cause` moves the title not at all, and the Sign in button by no more than eight pixels. */
async function expectStill(page: Page, cause: () => Promise<void>) {
  const before = { title: await topOf(title(page)), button: await topOf(submit(page)) };
  await cause();
  expect(await topOf(title(page))).toBe(before.title);
  expect(Math.abs((await topOf(submit(page))) - before.button)).toBeLessThanOrEqual(maxMovePx);
}

const failingLogins = {
  'wrong password': 'wrong-password@example.com',
  'username instead of e-mail': 'ida.larsen',
  'plex.tv down': 'unavailable@example.com',
  'unknown refusal': 'unknown-error@example.com',
  'hotel Wi-Fi': 'captive-portal@example.com',
};

for (const [name, viewport] of Object.entries(viewports)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('the form keeps its button in place after every error', async ({ page, context, fillIn }) => {
      await test.step('empty fields', async () => {
        await page.goto('/');
        await expectStill(page, async () => {
          await submit(page).click();
          await expect(page.getByText('Enter your password.')).toBeVisible();
        });
      });
      for (const [failure, login] of Object.entries(failingLogins)) {
        await test.step(failure, async () => {
          await fillIn(login);
          await expectStill(page, async () => {
            await submit(page).click();
            await expect(page.getByRole('alert')).toBeVisible();
          });
        });
      }
      await test.step('offline', async () => {
        await fillIn('nina@example.com');
        await context.setOffline(true);
        await expectStill(page, async () => {
          await submit(page).click();
          await expect(page.getByRole('alert')).toContainText('You are offline.');
        });
        await context.setOffline(false);
      });
      await test.step('locked out, and back', async () => {
        await fillIn('locked@example.com');
        await expectStill(page, async () => {
          const before = await topOf(title(page));
          await submit(page).click();
          await expect(page.getByRole('alert')).toBeVisible();
          expect(await topOf(title(page))).toBe(before);
          await page.getByRole('button', { name: 'Back to the form' }).click();
        });
      });
      // The last one, because the page then sends no further sign-in for 30 seconds.
      await test.step('too many requests', async () => {
        await fillIn('rate-limited@example.com');
        await expectStill(page, async () => {
          await submit(page).click();
          await expect(page.getByRole('timer')).toBeVisible();
        });
      });
    });

    test('the code step keeps its button in place after every error', async ({ page, context, fillIn }) => {
      await fillIn('tomas@example.com');
      await submit(page).click();
      await expect(code(page)).toBeFocused();
      const before = await topOf(submit(page));
      const expectInPlace = async () =>
        expect(Math.abs((await topOf(submit(page))) - before)).toBeLessThanOrEqual(maxMovePx);
      await submit(page).click();
      await expect(code(page)).toHaveAccessibleDescription(/Enter the code\./);
      await expectInPlace();
      await code(page).fill('111111');
      await submit(page).click();
      await expect(page.getByText('plex.tv did not accept this code.')).toBeVisible();
      await expectInPlace();
      await context.setOffline(true);
      await code(page).fill('123456');
      await submit(page).click();
      await expect(page.getByRole('alert')).toContainText('You are offline.');
      await expectInPlace();
    });
  });
}

test('the whole first step fits a phone of 360 by 640 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/');
  for (const last of [
    page.getByRole('button', { name: 'Look around with a sample account' }),
    page.getByText('An unofficial, open-source page'),
  ]) {
    await expect(last).toBeInViewport({ ratio: 1 });
  }
});

test('the code has a step of its own, with Sign in as the main button', async ({ page, fillIn }) => {
  await fillIn('tomas@example.com');
  await submit(page).click();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await expect(page.getByText('to sign in as tomas@example.com')).toBeVisible();
  await expect(code(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Continue at plex.tv' })).toBeHidden();
  await expect(page.getByRole('button', { name: /sample account/ })).toBeHidden();
  await expect(page.getByLabel('E-mail or username')).toBeHidden();
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--color-accent'),
  );
  const colours = await page.getByRole('button').evaluateAll((buttons, colour) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = colour;
    const amber = getComputedStyle(probe).color;
    probe.remove();
    return buttons
      .filter((button) => getComputedStyle(button).backgroundColor === amber)
      .map((button) => button.textContent);
  }, accent);
  expect(colours).toEqual(['Sign in']);
  await code(page).fill('aB3 - x');
  await expect(code(page)).toHaveValue('aB3 - x');
  await page.getByRole('button', { name: 'I have no code' }).click();
  await expect(page.getByRole('heading', { name: 'Other ways to sign in' })).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(code(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Continue at plex.tv' })).toBeVisible();
});

test('the notice of a sign-out disappears when the next step begins', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const notice = page.getByText('You are signed out.');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Other ways to sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Other ways to sign in' })).toBeFocused();
  await expect(notice).toBeHidden();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(submit(page)).toBeVisible();
  await expect(notice).toBeHidden();
});

test('a pending sign-in shows a spinner after 300 milliseconds, and not before', async ({ page, context, fillIn }) => {
  const release = await holdRequests(context, '**/api/v2/users/signin**');
  await page.clock.install();
  await fillIn('nina@example.com');
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await submit(page).click();
  const busy = page.locator('button[aria-busy=true]');
  await expect(async () => {
    await page.clock.runFor(1);
    await expect(busy).toBeVisible({ timeout: 100 });
  }).toPass();
  const spinner = busy.locator('svg');
  await page.clock.runFor(290);
  await expect(busy).toHaveText('Sign in');
  await expect(spinner).toBeHidden();
  await page.clock.runFor(10);
  await expect(busy).toHaveText('Signing in…');
  await expect(spinner).toBeVisible();
  release();
  await page.clock.resume();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
});

test('the spinner stands still when the person prefers reduced motion', async ({ page, context, fillIn }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await context.route('**/api/v2/users/signin**', () => undefined);
  await fillIn('nina@example.com');
  await submit(page).click();
  const spinner = page.getByRole('button', { name: 'Signing in…' }).locator('svg');
  await expect(spinner).toBeVisible();
  await expect(spinner).toHaveCSS('animation-name', 'none');
});
