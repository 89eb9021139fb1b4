import type { Page } from '@playwright/test';
import { expect, showAllPanels, test } from './test.ts';

const controls = ['button', 'link', 'textbox', 'searchbox', 'checkbox', 'combobox'] as const;

/** The focused element, and whether a person sees the focus: outlined, in view, and not covered by something else. */
function focusedElement(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { x = 0, y = 0, width = 0, height = 0 } = element.getClientRects()[0] ?? {};
    const isOnTop = [0.1, 0.5, 0.9].some((part) =>
      element.contains(document.elementFromPoint(x + width * part, y + height / 2)),
    );
    return {
      isBody: element === document.body,
      // In the body, because code that loads meanwhile adds elements to the head.
      index: [...document.body.querySelectorAll('*')].indexOf(element),
      html: element.outerHTML.slice(0, 160),
      isVisible: isOnTop && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Presses Tab or Shift+Tab through the whole page and past its end. Expects to reach each control with visible focus. */
async function expectAllReached(page: Page, key: 'Tab' | 'Shift+Tab') {
  // Playwright knows no role for a summary.
  const locators = [...controls.map((role) => page.getByRole(role)), page.locator('summary:visible')];
  const counts = await Promise.all(locators.map((locator) => locator.count()));
  const total = counts.reduce((sum, count) => sum + count);
  const reached = new Set<number>();
  const withoutVisibleFocus: string[] = [];
  for (let presses = 0; presses <= total; presses += 1) {
    await page.keyboard.press(key);
    const { isBody, index, html, isVisible } = await focusedElement(page);
    if (isBody) continue;
    reached.add(index);
    if (!isVisible) withoutVisibleFocus.push(html);
  }
  expect(withoutVisibleFocus).toEqual([]);
  expect(reached.size, 'controls reached').toBe(total);
}

test('signs in, reveals a token and signs out without a mouse', async ({ page }) => {
  await page.goto('/');
  const first = page.getByRole('button', { name: 'Continue at plex.tv' });
  await expect(first).toBeVisible(); // until then, Tab leaves the page
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-mail or username')).toBeFocused();
  await page.keyboard.type('mara@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sample');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Remember me')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeFocused();

  const reveal = page.getByRole('button', { name: 'Reveal Account token' });
  await reveal.focus();
  await page.keyboard.press('Enter');
  const hide = page.getByRole('button', { name: 'Hide Account token' });
  await expect(hide).toBeFocused();
  await page.keyboard.press('Space');
  await expect(reveal).toBeFocused();

  await page.getByRole('button', { name: 'Sign out', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeFocused();
});

test('reaches every control of the form by Tab, with visible focus', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Continue at plex.tv' })).toBeVisible();
  await expectAllReached(page, 'Tab');
});

for (const [key, width] of [
  ['Tab', 360],
  // In a wide window the sticky header could cover the focus on the way up.
  ['Shift+Tab', 1440],
] as const) {
  test(`reaches every control of the account by ${key} at ${width} px, with visible focus`, async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await signIn('mara@example.com');
    // They bring controls of their own.
    await showAllPanels(page);
    await expect(page.getByText('Your webhooks', { exact: true })).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await expectAllReached(page, key);
  });
}
