import type { Locator, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, showAllPanels, test } from './test.ts';

function findDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Find anything' });
}

function field(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Find anything' });
}

/** The text of the focused element. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

test('finds a fact by an everyday word and goes to it', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Find anything' }).click();
  await field(page).fill('money');
  await expect(page.getByRole('option', { name: 'Payment: Card, by Plex' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(findDialog(page)).toBeHidden();
  await expect(page.locator('[data-found]')).toHaveText(/Card, by Plex/);
  await expect.poll(() => focusedText(page)).toMatch(/^Payment\s*Card, by Plex/);
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[data-found]')).toHaveCount(0); // marked for a moment
});

test('goes to the first result when Enter is pressed before the results are drawn', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Find anything' }).click();
  // Both events in one task: the page cannot draw in between.
  await field(page).evaluate((input: HTMLInputElement) => {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setValue?.call(input, 'money');
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(findDialog(page)).toBeHidden();
  await expect.poll(() => focusedText(page)).toMatch(/^Payment\s*Card, by Plex/);
});

test('opens from the list of sections on a phone', async ({ page, signIn, expectAccessible }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await signIn('nina@example.com');
  const opener = page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /\d of 11$/ });
  await opener.click();
  const sheet = page.getByRole('dialog', { name: 'Sections' });
  await expectAccessible();
  await sheet.getByRole('button', { name: 'Find anything' }).click();
  await expect(sheet).toBeHidden();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('opens the folds that hold what was found', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.keyboard.press('/');
  await field(page).fill('picture in picture');
  const option = page.getByRole('option', { name: /Picture in picture on Android/ });
  await expect(option).toContainText('in What it unlocks');
  await option.click();
  await expect.poll(() => focusedText(page)).toContain('Picture in picture on Android');
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
});

test('goes to a raw key on a later page of the list', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.keyboard.press('/');
  await field(page).fill('services[19].endpoint');
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page)).toContain('https://scrobbles.plex.tv');
  await expect(page.locator(':focus')).toBeInViewport({ ratio: 1 });
});

test('is used by keyboard alone, and Escape gives the focus back', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  // Later answers of plex.tv would change the results.
  await showAllPanels(page);
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await refresh.focus();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('home pin');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  // Wait for the results of the whole text.
  await expect(options.first().locator('mark').last()).toHaveText(/pin$/i);
  const activeId = () => field(page).getAttribute('aria-activedescendant');
  const firstId = await options.first().getAttribute('id');
  expect(await activeId()).toBe(firstId);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(await activeId()).toBe(await options.nth(1).getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(findDialog(page)).toBeHidden();
  await expect(refresh).toBeFocused();
});

test('says when nothing is found, and filters the list of everything instead', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Find anything' }).click();
  await field(page).fill('zzzzz');
  await expect(findDialog(page).getByRole('status')).toHaveText('No results');
  await expect(findDialog(page)).toContainText('Nothing on this page matches “zzzzz”.');
  await findDialog(page).getByRole('button', { name: 'Filter everything plex.tv sent' }).click();
  const filter = page.getByLabel('Filter by name or value');
  await expect(filter).toBeFocused();
  await expect(filter).toHaveValue('zzzzz');
});

test('never finds a secret by its value', async ({ page, signIn }) => {
  const answer = page.waitForResponse('**/api/v2/users/signin');
  await signIn('mara@example.com');
  const { authToken } = await (await answer).json();
  await page.keyboard.press('/');
  await field(page).fill(authToken);
  await expect(findDialog(page)).toContainText('Secrets cannot be found by their value.');
});

test('blurs personal values in the results for screen sharing', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await page.keyboard.press('/');
  await field(page).fill('username');
  const value = page.getByRole('option', { name: /^Username: mara/ }).locator('bdi', { hasText: 'mara' });
  await expect(value).toHaveCSS('filter', /^blur/);
});

test('begins at the first result of a new text', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1024, height: 400 });
  await signIn('mara@example.com');
  await page.keyboard.press('/');
  await field(page).fill('e');
  const results = page.getByRole('listbox');
  await expect(findDialog(page).getByRole('status')).toHaveText(/results$/);
  await results.getByRole('option').last().scrollIntoViewIfNeeded();
  await expect(results.getByText('Answers and facts')).not.toBeInViewport();
  await field(page).fill('ed');
  await expect(results.getByText('Answers and facts')).toBeInViewport({ ratio: 1 });
});

test('works without network on a page that has been open for some seconds', async ({ page, context, signIn }) => {
  const code = page.waitForResponse('**/finder-*.js');
  await signIn('mara@example.com');
  await (await code).finished();
  await context.setOffline(true);
  await page.keyboard.press('/');
  await field(page).fill('money');
  await expect(page.getByRole('option', { name: 'Payment: Card, by Plex' })).toBeVisible();
});

test('says when it cannot be loaded, and tries again the next time', async ({ page, context, signIn }) => {
  const code = '**/finder-*.js';
  await context.route(code, (route) => route.abort('internetdisconnected'));
  await signIn('mara@example.com');
  await page.getByRole('button', { name: 'Find anything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find could not be loaded' });
  await expect(dialog).toContainText('You may be offline');
  await dialog.getByRole('button', { name: 'Filter everything plex.tv sent' }).click();
  await expect(page.getByLabel('Filter by name or value')).toBeFocused();
  await context.unroute(code);
  await page.getByRole('button', { name: 'Find anything' }).click();
  await expect(field(page)).toBeFocused();
});

for (const width of [320, 1440]) {
  test(`is accessible and fits at ${width} px`, async ({ page, signIn, expectAccessible }) => {
    await page.setViewportSize({ width, height: 700 });
    await signIn('nina@example.com');
    await page.getByLabel('Filter by name or value').fill('home'); // axe takes seconds for hundreds of rows
    await page.getByRole('button', { name: 'Find anything' }).click();
    await expectAccessible();
    await field(page).fill('subscription');
    await expect(page.getByRole('option').first()).toBeVisible();
    const box = await findDialog(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    await expectNoSidewaysScroll(page);
    await expectAccessible();
    await field(page).fill('zzzzz');
    await expectAccessible();
  });
}
