import type { Locator } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './test.ts';

/** Sets the direction before the first paint, as a page in such a language would. */
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => document.documentElement?.setAttribute('dir', 'rtl')).observe(document, {
      childList: true,
    });
  });
});

async function box(locator: Locator) {
  const { x = 0, width = 0 } = (await locator.boundingBox()) ?? {};
  return { start: x + width, end: x };
}

/** The box of the text itself, without the empty room in its cell. */
function textBox(locator: Locator) {
  return locator.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    return { start: right, end: left };
  });
}

for (const width of [1440, 768, 360]) {
  test(`mirrors the account at ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn('mara@example.com');
    await expect(page.getByRole('list', { name: 'Servers', exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const sections = page.getByRole('navigation', { name: 'Sections' });
    if (width === 1440) {
      const main = await box(page.getByRole('main'));
      expect((await box(sections)).end).toBeGreaterThanOrEqual(main.start);
    } else {
      const opener = await box(sections.getByRole('button', { name: /\d of 11$/ }));
      expect(opener.start).toBeGreaterThan(width - 40);
      expect((await box(sections.getByRole('button', { name: 'Find anything' }))).start).toBeLessThan(opener.end);
    }
    // The names and the answers begin at the right edge of their panels.
    for (const region of ['Subscription', 'Security', 'Services']) {
      const panel = page.getByRole('region', { name: region, exact: true });
      const answer = panel.locator('.answer > bdi').first();
      const lineStarts = await answer.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return [...range.getClientRects()].map(({ right }) => Math.round(right));
      });
      const panelStart = (await box(panel)).start;
      expect(lineStarts.filter((start) => Math.abs(start - panelStart) > 2)).toEqual([]);
    }
    const servers = page.getByRole('list', { name: 'Servers', exact: true });
    const name = servers.getByText('Attic', { exact: true });
    expect((await box(servers)).start - (await textBox(name)).start).toBeLessThanOrEqual(1);
    // A mark beside an address keeps its own shape.
    const mark = page.locator('summary', { hasText: 'Not encrypted' }).first().locator('.service-address svg');
    await expect(mark).toHaveCSS('rotate', 'none');
  });

  test(`opens Find over its button at ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn('nina@example.com');
    const button = await box(page.getByRole('button', { name: 'Find anything' }));
    await page.getByRole('button', { name: 'Find anything' }).click();
    await page.getByRole('combobox', { name: 'Find anything' }).fill('pin');
    await expect(page.getByRole('option').first()).toBeVisible();
    const dialog = await box(page.getByRole('dialog', { name: 'Find anything' }));
    if (width === 1440) expect(Math.abs(dialog.start - button.start)).toBeLessThanOrEqual(1);
    expect(dialog.end).toBeGreaterThanOrEqual(0);
    expect(dialog.start).toBeLessThanOrEqual(width);
    await expectNoSidewaysScroll(page);
  });

  test(`mirrors the sign-in form at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./');
    const title = page.getByRole('heading', { level: 1, name: 'Sign in with Plex' });
    const field = await box(page.getByLabel('E-mail or username'));
    expect(Math.abs((await box(title.locator('xpath=..'))).start - field.start)).toBeLessThanOrEqual(1);
    const show = await box(page.getByRole('button', { name: 'Show password' }));
    expect(show.end - field.end).toBeLessThan(24);
    await expectNoSidewaysScroll(page);
  });
}
