import type { Page } from '@playwright/test';
import { expect, test, waitForPaint } from './test.ts';

function pageHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

for (const [width, maxHeight] of [
  [1440, 4500],
  [360, 7000],
] as const) {
  test(`shows the account in at most ${maxHeight} px at a width of ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn('mara@example.com');
    // plex.tv is asked for these at once.
    for (const list of [
      'People in this Home',
      'Apps and devices',
      'Servers',
      'Invitations to you',
      'Servers that are shared with you',
    ]) {
      await expect(page.getByRole('list', { name: list, exact: true })).toBeVisible();
    }
    const heights = [await pageHeight(page)];
    // If the page grew while it scrolls, links would miss their section.
    for (let top = 0; top < maxHeight; top += 700) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await waitForPaint(page);
      heights.push(await pageHeight(page));
    }
    await expect(page.getByRole('region', { name: 'Privacy and mail' })).toContainText('Your webhooks');
    heights.push(await pageHeight(page));
    expect(Math.max(...heights)).toBeLessThanOrEqual(maxHeight);
    expect(Math.max(...heights)).toBeLessThanOrEqual(Math.min(...heights) * 1.05);
  });
}

test('reaches each field of a panel by one click', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  for (const [region, fold, field, value] of [
    ['Subscription', 'All 22 fields', 'Can be upgraded', 'Yes'],
    ['Past subscriptions', 'Monthly Plex Pass', 'State', 'Ended'],
    ['Trials', 'Monthly Plex Pass', 'Can be converted', 'Yes'],
    ['Security', 'All 8 fields', 'Sign in by', 'E-mail address or username'],
    ['Plex Home', 'All 12 fields', 'Seats', '15'],
    ['Services', 'TV channel icons', 'Status', 'Online'],
    ['Profile', 'All 13 playback preferences', 'Subtitles', 'With foreign audio'],
    ['Privacy and mail', 'All 10 fields', 'Newsletter', 'Sent to you'],
  ] as const) {
    await test.step(`${field} in ${region}`, async () => {
      const panel = page.getByRole('region', { name: region, exact: true });
      const row = panel.locator('dl > div:visible', { has: page.getByText(field, { exact: true }) });
      await expect(row).toBeHidden();
      await panel.locator('summary', { hasText: fold }).first().click();
      await expect(row).toContainText(value);
    });
  }
});

for (const width of [1440, 360]) {
  test(`lands a jump on the heading of its section at a width of ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 700 });
    await signIn('mara@example.com');
    const sections = page.getByRole('navigation', { name: 'Sections' });
    for (const section of ['Security', 'Services', 'Profile']) {
      if (width === 360) await sections.getByRole('button', { name: /\d of 11$/ }).click();
      await sections.getByRole('link', { name: new RegExp(`^${section}`) }).click();
      const heading = page.getByRole('heading', { level: 2, name: section });
      // The panels above may still grow, and the page scrolls with them.
      await expect(async () => {
        const { y = 0 } = (await heading.boundingBox()) ?? {};
        expect(y).toBeGreaterThan(50);
        expect(y).toBeLessThan(110);
      }).toPass({ timeout: 10_000 });
      if (width === 360) {
        await expect(heading).toBeFocused();
        await expect(sections.getByText(section, { exact: true }).first()).toBeVisible();
      }
    }
  });
}

test('keeps sign-out and the theme in a menu on a phone, and Blur works there', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await signIn('mara@example.com');
  const menu = page.getByRole('dialog', { name: 'Menu' });
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('button', { name: 'Blur for screen sharing' }).click();
  await expect(page.locator(':root')).toHaveAttribute('data-screen-share');
  await menu.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(page.locator(':root')).toHaveCSS('color-scheme', 'dark');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('button', { name: 'Share…' }).click();
  await expect(page.getByRole('dialog', { name: 'Share your account' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeFocused();
});

test('opens the theme sheet below its button, beside Sign out', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const button = page.getByRole('button', { name: 'Theme' });
  await button.click();
  const [sheet, opener, signOut] = await Promise.all(
    [
      page.getByRole('dialog', { name: 'Theme' }),
      button,
      page.getByRole('button', { name: 'Sign out', exact: true }),
    ].map((part) => part.boundingBox()),
  );
  expect(sheet?.y).toBeGreaterThanOrEqual((opener?.y ?? 0) + (opener?.height ?? 0));
  expect(sheet?.y).toBeGreaterThanOrEqual((signOut?.y ?? 0) + (signOut?.height ?? 0));
});
