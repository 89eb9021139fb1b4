import { sampleLogins } from '../src/sample/sample-logins.ts';
import { expect, expectNoSidewaysScroll, showAllPanels, test } from './test.ts';

const viewports = {
  'a phone': { width: 320, height: 640 },
  '1280 px at 400 %': { width: 320, height: 256 },
  '1440 px at 200 %': { width: 720, height: 450 },
  '1440 px': { width: 1440, height: 900 },
};

test.afterEach('does not scroll sideways', async ({ page }) => {
  for (const [name, viewport] of Object.entries(viewports)) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page, name);
  }
});

test('fits the form with its errors', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
});

test('fits the form with an alert', async ({ page, fillIn }) => {
  await fillIn('unknown-error@example.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('fits the form of the sample, filled in with a failing login', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Look around with a sample account' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Wrong password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeVisible();
});

for (const account of sampleLogins.filter(({ kind }) => kind === 'account')) {
  test(`fits the account: ${account.name}`, async ({ page, signIn }) => {
    await signIn(account);
    await showAllPanels(page);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.toggleAttribute('open', true);
    });
    await page.getByRole('button', { name: 'Reveal Account token' }).click();
  });
}

test('fits the bar of sections that names the section with the longest title', async ({ page, signIn }) => {
  await page.setViewportSize(viewports['a phone']);
  await signIn('mara@example.com');
  // The page grows while panels load and plex.tv answers.
  await expect(async () => {
    await page.getByText('An unofficial, open-source page').scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: 'Everything plex.tv sent 11 of 11' })).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('fits the Share dialog', async ({ page, signIn }) => {
  await signIn('odd@example.com');
  await page.getByRole('button', { name: 'Share…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});
