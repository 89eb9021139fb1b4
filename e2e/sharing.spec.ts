import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';

test('shares exactly what the preview shows, and nothing personal by default', async ({ page, signIn }) => {
  const answer = page.waitForResponse('**/api/v2/users/signin');
  await signIn('mara@example.com');
  const { authToken } = await (await answer).json();
  const shareButton = page.getByRole('button', { name: 'Share…' });
  await shareButton.click();
  const dialog = page.getByRole('dialog', { name: 'Share your account' });
  const preview = dialog.getByRole('region', { name: 'Preview of the shared text' });
  // The text changes with each answer.
  await expect(dialog).not.toContainText('plex.tv has not answered everything yet.');
  await expect(preview).toContainText(/^Monthly Plex Pass, cancelled, runs until \d+ \w+ \d{4}\./);
  await expect(preview).not.toContainText(/mara|lindqvist/i);
  await expect(preview).not.toContainText(authToken);

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await preview.textContent());

  await dialog.getByLabel('JSON').check();
  await dialog.getByLabel('E-mail').check();
  await expect(preview).toContainText('"mara@example.com"');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe(await preview.textContent());

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(shareButton).toBeFocused();
  await shareButton.click();
  await expect(preview).not.toContainText('mara@example.com');
});

test('blurs personal values for screen sharing, also after a reload', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const name = page.getByRole('heading', { level: 1 }).getByText('Mara Lindqvist');
  await expect(name).toHaveCSS('filter', 'none');
  await page.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await expect(name).toHaveCSS('filter', /^blur/);
  await page.reload();
  await expect(name).toHaveCSS('filter', /^blur/);
  await page.keyboard.press('Alt+Shift+B');
  await expect(name).toHaveCSS('filter', 'none');
});

test('keeps the chosen theme for the next visit', async ({ page, signIn }) => {
  const root = page.locator(':root');
  await page.emulateMedia({ colorScheme: 'light' });
  await signIn('nina@example.com');
  await expect(root).toHaveCSS('color-scheme', 'light dark');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await page.reload();
  await expect(root).toHaveCSS('color-scheme', 'dark');
});
