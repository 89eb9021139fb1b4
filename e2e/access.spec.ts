import type { Page } from '@playwright/test';
import { expect, showAllPanels, test } from './test.ts';

function panel(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

/** Opens every fold, so that all facts are checked. */
function openFolds(page: Page) {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** A panel is replaced when its code has loaded, so scrolling may find the old one. */
async function scrollTo(page: Page, name: string) {
  await expect(() => panel(page, name).scrollIntoViewIfNeeded({ timeout: 1000 })).toPass();
}

test('shows the Home, the sharing, the servers and the privacy settings', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('mara@example.com');
  const home = panel(page, 'Plex Home');
  await expect(home).toContainText('You, Jonas Lindqvist, Elsa and a guest share this Home.');
  await expect(home.getByRole('list', { name: 'People in this Home' }).getByRole('listitem')).toHaveCount(4);
  await expect(panel(page, 'Sharing')).toContainText('Three people can open your servers');
  await expect(panel(page, 'Devices').getByRole('list', { name: 'Servers' })).toContainText('Over a year old');
  await scrollTo(page, 'Privacy and mail');
  await expect(panel(page, 'Privacy and mail')).toContainText('4 of 6 switched off');
  const glance = page.getByRole('list', { name: 'At a glance' });
  await expect(glance).toContainText('Jonas Lindqvist is the admin');
  await expect(glance).toContainText('31 long unused');
  await openFolds(page);
  await expectAccessible();
});

test('opens the steps after a break-in by keyboard', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const fold = panel(page, 'Security').locator('summary', { hasText: 'Something looks wrong?' });
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page, 'Security')).toContainText('also signs out your media servers');
  await expect(panel(page, 'Security')).toContainText('43 devices are signed in.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^How to claim a server/ })).toBeFocused();
});

for (const [login, name, words] of [
  ['home-fails@example.com', 'Plex Home', 'The people in your Home could not be read.'],
  ['devices-fail@example.com', 'Devices', 'Your devices could not be read.'],
  ['friends-fail@example.com', 'Sharing', 'You can try again in'],
  ['invitations-fail@example.com', 'Sharing', 'The invitations to you could not be read.'],
  ['servers-fail@example.com', 'Devices', 'Your servers could not be read.'],
  ['privacy-fails@example.com', 'Privacy and mail', 'plex.tv does not tell you what is sent about your use.'],
  ['watch-sync-fails@example.com', 'Privacy and mail', 'plex.tv no longer tells whether it keeps what you watched.'],
  ['opt-outs-fail@example.com', 'Privacy and mail', 'Your online sources could not be read.'],
  ['webhooks-fail@example.com', 'Privacy and mail', 'plex.tv does not tell you which webhooks you have.'],
] as const) {
  test(`says in its own panel what cannot be read: ${login}`, async ({ page, signIn }) => {
    await signIn(login);
    await scrollTo(page, name);
    await expect(panel(page, name)).toContainText(words);
    // The other panels have loaded.
    await expect(panel(page, 'Subscription')).toContainText('Your Plex Pass');
    if (name !== 'Plex Home') await expect(panel(page, 'Plex Home')).toContainText('Jonas Lindqvist');
  });
}

for (const login of ['access-fails@example.com', 'access-refused@example.com', 'no-devices@example.com', 'managed']) {
  test(`is accessible and fits 320 px when plex.tv sends little: ${login}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(login);
    await showAllPanels(page);
    // The bar of the sections covers what is below it.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('lets the person stop waiting and ask again', async ({ page, signIn }) => {
  await signIn('access-never@example.com');
  const home = panel(page, 'Plex Home');
  await scrollTo(page, 'Plex Home');
  await expect(home.getByText('This takes longer than it should.')).toBeVisible({ timeout: 20_000 });
  await home.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(home.getByRole('heading', { level: 2 })).toBeFocused();
  await home.getByRole('button', { name: 'Ask again' }).click();
  await expect(home.getByRole('button', { name: 'Ask again' })).toHaveCount(0);
});

test('fits 320 px with everything open', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn('mara@example.com');
  await showAllPanels(page);
  await openFolds(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
