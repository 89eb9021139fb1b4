import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { plexTvOrigin, plexTvSignInPage } from './addresses.ts';

/** Answers for plex.tv's sign-in page with the sample's, at the real address: the network is faked, and nothing else. */
export async function routeSignInPage(context: BrowserContext, origin = plexTvOrigin): Promise<void> {
  await context.route(`${plexTvSignInPage}**`, async (route) => {
    const url = plexTvSignInPage.replace(/^https:\/\/[^/]+/, origin);
    await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) });
  });
}

/** On plex.tv's sign-in page: agrees as somebody, refuses, or lets the PIN end. Each leads back. */
export async function decide(page: Page, decision: 'Agree' | 'Refuse' | 'Let it expire', login = 'nina@example.com') {
  await expect(page.getByRole('heading', { name: 'Sign in at the sample plex.tv' })).toBeVisible();
  await page.getByLabel('As').selectOption(login);
  await page.getByRole('button', { name: decision }).click();
}

/** Types the four characters at plex.tv/link, in a browser of its own. */
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
