import { decide, linkElsewhere, routeSignInPage } from '../plex-tv-pages.ts';
import { expect } from '../test.ts';
import { test } from './test.ts';

for (const basePath of ['', '/deep/statement'] as const) {
  test.describe(`under ${basePath || '/'}`, () => {
    test.use({ basePath });

    test('signs in with a code, refreshes, and signs out at plex.tv too', async ({ page, signIn, requests }) => {
      await signIn('tomas@example.com');
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: 'You are signed out.' })).toBeVisible();
      expect(requests.filter((request) => /\/api\/v2\/(?:users\/|user\?)/.test(request))).toEqual([
        'POST /api/v2/users/signin',
        'POST /api/v2/users/signin',
        'GET /api/v2/user?includeSubscriptions=1',
        'DELETE /api/v2/users/signout',
      ]);
    });

    test('shows that plex.tv did not accept a wrong password', async ({ page, fillIn }) => {
      await fillIn('nina@example.com', 'not this one');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('plex.tv did not accept this sign-in.');
    });

    test('opens the section in the address', async ({ page }) => {
      await page.goto('./#services');
      await page.getByLabel('E-mail or username').fill('mara@example.com');
      await page.getByRole('textbox', { name: 'Password' }).fill('sample');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeFocused();
    });

    test('signs in at plex.tv and comes back to the same address', async ({ page, context, baseURL, samplePlexTv }) => {
      await routeSignInPage(context, samplePlexTv.origin);
      await page.goto('./?lang=sv#plex-home');
      await page.getByRole('button', { name: 'Continue at plex.tv', exact: true }).click();
      await page.waitForURL('https://app.plex.tv/**');
      await decide(page, 'Approve', 'mara@example.com');
      await expect(page.getByRole('heading', { level: 2, name: 'Plex Home' })).toBeFocused();
      expect(page.url()).toBe(`${baseURL}?lang=sv#plex-home`);
      await page
        .getByRole('region', { name: 'Security' })
        .getByText(/^All \d+ fields/)
        .click();
      await expect(page.getByText('This sign-in was made at plex.tv’s own page.')).toBeVisible();
    });

    test('signs in with a code entered on another device', async ({ page, samplePlexTv }) => {
      await page.goto('./');
      await page.getByRole('button', { name: 'Other ways to sign in' }).click();
      await page.getByRole('button', { name: 'Use another device' }).click();
      await page.getByRole('button', { name: 'Copy the code' }).click();
      await expect(page.getByText('Copied')).toBeVisible();
      const code = await page.evaluate(() => navigator.clipboard.readText());
      await linkElsewhere(page, code, 'nina@example.com', samplePlexTv.origin);
      await expect(page.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeFocused();
    });

    test('opens the sample account without a request to plex.tv', async ({ page, requests }) => {
      await page.goto('./');
      await page.getByRole('button', { name: 'Look around with a sample account' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
      expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
    });

    test('applies the stored theme before the first paint', async ({ page }) => {
      await page.goto('./');
      await page.evaluate(() => localStorage.setItem('theme', 'dark'));
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });
  });
}
