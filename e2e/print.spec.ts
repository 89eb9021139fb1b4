import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, showAllPanels, test } from './test.ts';

/** Chromium writes each page of a PDF as an object of its own. */
async function countPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', printBackground: false });
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

test('prints the account on at most three sheets of A4', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await showAllPanels(page);
  await expect(page.getByText('Your webhooks', { exact: true })).toBeVisible();
  const pages = await countPages(page);
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(3);
});

test('prints the date, that it is unofficial, and that secrets are not printed', async ({ page, signIn }) => {
  await page.clock.setFixedTime('2026-11-23T12:00:00Z');
  await signIn('mara@example.com');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/unofficial.*23 November 2026.*Secrets are not printed/)).toBeVisible();
});

test('prints no label without its value, and no control', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.emulateMedia({ media: 'print' });
  const lonely = await page.locator('dt').evaluateAll((terms) => {
    const isVisible = (element: Element | null) => element?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
    return terms
      .filter((term) => isVisible(term) && !(term.nextElementSibling as HTMLElement | null)?.innerText.trim())
      .map(({ textContent }) => textContent);
  });
  expect(lonely).toEqual([]);
  const chevrons = page
    .locator('main svg')
    .filter({ visible: true })
    .filter({ has: page.locator('path[d="m9 18 6-6-6-6"]') });
  await expect(chevrons).toHaveCount(0);
  for (const control of ['button', 'searchbox', 'checkbox', 'combobox', 'navigation'] as const) {
    await expect(page.getByRole(control)).toHaveCount(0);
  }
});

test('prints which facts plex.tv had not told in time', async ({ page, signIn }) => {
  await signIn('access-never@example.com');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('plex.tv had not yet told which devices are signed in.')).toBeVisible();
  await expect(page.getByText('plex.tv had not yet told which online sources you use.')).toBeVisible();
});

test('keeps the colours of the timeline, the seats and the meter', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await page.emulateMedia({ media: 'print' });
  for (const drawn of ['.timeline-bar', '.seat-taken', '.meter']) {
    await expect(page.locator(drawn).first()).toHaveCSS('print-color-adjust', 'exact');
  }
});

test('prints every key only when the user asks for it', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const key = page.getByRole('region', { name: 'Everything plex.tv sent' }).getByText('services[0].identifier');
  // The browser's own print window would stop the test.
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-test-printed', '');
  });
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByRole('dialog', { name: 'Share your account' }).getByRole('button', { name: 'Print…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print your account' });
  await dialog.getByRole('checkbox', { name: 'With every key' }).check();
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator(':root[data-test-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(key).toBeVisible();
  expect(await countPages(page)).toBeGreaterThan(3);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(key).toBeHidden();
});

test('the dialogs to share and to print are accessible', async ({ page, signIn, expectAccessible }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn('nina@example.com');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Share…' }).click();
  const share = page.getByRole('dialog', { name: 'Share your account' });
  for (const name of ['Copy', 'Download', 'Print…']) {
    await expect(share.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
  await expectNoSidewaysScroll(page);
  await expectAccessible();
  await share.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByRole('dialog', { name: 'Print your account' })).toBeVisible();
  await expectAccessible();
});
