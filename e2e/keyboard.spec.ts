import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const controls = ['button', 'link', 'textbox', 'searchbox', 'checkbox', 'combobox'] as const;

// The focus is asked for after each of some hundred key presses: a trace of that takes longer than the test.
test.use({ trace: 'off' });

/** What has the focus, and whether a person sees it there: outlined, and not wholly out of view or under something else. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { x = 0, y = 0, width = 0, height = 0 } = element.getClientRects()[0] ?? {};
    const isOnTop = [0.1, 0.5, 0.9].some((part) =>
      element.contains(document.elementFromPoint(x + width * part, y + height / 2)),
    );
    return {
      isPage: element === document.body,
      place: [...document.querySelectorAll('*')].indexOf(element),
      html: element.outerHTML.slice(0, 160),
      isSeen: isOnTop && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Goes round the whole page, past its end, by Tab or Shift+Tab; expects to meet each control, and to see it. */
async function expectAllReached(page: Page, key: 'Tab' | 'Shift+Tab') {
  // A summary has no role that Playwright knows.
  const all = [...controls.map((role) => page.getByRole(role)), page.locator('summary')];
  const counts = await Promise.all(all.map((some) => some.count()));
  const total = counts.reduce((sum, count) => sum + count);
  const met = new Set<number>();
  const unseen: string[] = [];
  for (let presses = 0; presses <= total; presses += 1) {
    await page.keyboard.press(key);
    const { isPage, place, html, isSeen } = await focused(page);
    if (isPage) continue;
    met.add(place);
    if (!isSeen) unseen.push(html);
  }
  expect(unseen).toEqual([]);
  expect(met.size, 'controls met').toBe(total);
}

test('signs in, reveals a token and signs out without a mouse', async ({ page }) => {
  await page.goto('/');
  const first = page.getByRole('button', { name: 'Continue at plex.tv' });
  await expect(first).toBeVisible(); // before that, Tab would lead out of the page
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

  await page.getByRole('button', { name: 'Sign out' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeFocused();
});

test('reaches every control of the form by Tab, and shows where the focus is', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Continue at plex.tv' })).toBeVisible();
  await expectAllReached(page, 'Tab');
});

for (const [key, width] of [
  ['Tab', 360],
  // Upwards, what stays at the top of a wide window could cover the focus.
  ['Shift+Tab', 1440],
] as const) {
  test(`reaches every control of the account by ${key}, ${width} px wide, and shows where the focus is`, async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await signIn('mara@example.com');
    await expectAllReached(page, key);
  });
}
