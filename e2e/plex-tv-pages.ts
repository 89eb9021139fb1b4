import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { plexTvOrigin, plexTvSignInPage } from './addresses.ts';

/** Serves the sample's sign-in page at the address of plex.tv's own, so that only the network is faked. */
export async function routeSignInPage(context: BrowserContext, origin = plexTvOrigin): Promise<void> {
  await context.route(`${plexTvSignInPage}**`, async (route) => {
    const url = plexTvSignInPage.replace(/^https:\/\/[^/]+/, origin);
    const response = await route.fetch({ url, maxRedirects: 0 });
    await route.fulfill({ response }).catch(() => undefined); // the page may be gone
  });
}

/** On plex.tv's sign-in page: approves the PIN as `login`, refuses it, or lets it expire. Each leads back to the app. */
export async function decide(page: Page, decision: 'Approve' | 'Refuse' | 'Let it expire', login = 'nina@example.com') {
  await expect(page.getByRole('heading', { name: 'Sign in at the sample plex.tv' })).toBeVisible();
  await page.getByLabel('As').selectOption(login);
  await page.getByRole('button', { name: decision }).click();
}

/** Approves the four characters at plex.tv/link in a separate browser context. */
export async function linkElsewhere(page: Page, code: string, login: string, origin = plexTvOrigin): Promise<void> {
  const other = await page.context().browser()?.newContext();
  if (!other) throw new Error('no other browser');
  const link = await other.newPage();
  await link.goto(`${origin}/link/?pin=${code}`);
  await link.getByLabel('As').selectOption(login);
  await link.getByRole('button', { name: 'Link' }).click();
  await expect(link.getByRole('heading', { name: 'Account linked' })).toBeVisible();
  await other.close();
}
