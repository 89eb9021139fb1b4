import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const sentence = (page: Page) => page.getByText('This page needs JavaScript and a browser from 2023 or later');
const form = (page: Page) => page.getByRole('heading', { name: 'Sign in with Plex' });

/** Away from the edges of the window, also without styles. */
async function expectReadable(page: Page) {
  await expect(sentence(page)).toBeVisible();
  const { x = 0, y = 0, width = 0 } = (await sentence(page).boundingBox()) ?? {};
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(8);
  expect(x + width).toBeLessThanOrEqual((page.viewportSize()?.width ?? 0) - 8);
}

test.describe('where scripts are off', () => {
  test.use({ javaScriptEnabled: false });

  for (const styles of ['with', 'without']) {
    test(`one sentence says what the page needs, ${styles} styles`, async ({ page, context }) => {
      if (styles === 'without') await context.route('**/*.css', (route) => route.fulfill({ body: '' }));
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto('/');
      await expectReadable(page);
    });
  }
});

test('a browser without a needed feature gets the sentence, and no form', async ({ page, context, requests }) => {
  await context.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toSorted'));
  await page.goto('/', { waitUntil: 'networkidle' });
  await expectReadable(page);
  await expect(form(page)).toBeHidden();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
});

test('works in a browser without popovers, IntersectionObserver and Web Locks', async ({ page, context, signIn }) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    for (const name of ['IntersectionObserver', 'reportError']) Reflect.deleteProperty(window, name);
    Reflect.deleteProperty(AbortSignal, 'any');
    Reflect.deleteProperty(URL, 'canParse');
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  });
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeHidden();
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible();
});
