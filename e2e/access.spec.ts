import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, showAllPanels, showFewRows, test } from './test.ts';

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

test('asks who has access after the account, each once, what is far below only when it comes near', async ({
  page,
  signIn,
  requests,
}) => {
  const accessRequest = /^GET \/api\/(?:v2\/)?((?:devices|home|friends|resources|user\/)[^?]*(?:\?status=\w+)?)/;
  const accessRequests = () => requests.flatMap((request) => accessRequest.exec(request)?.[1] ?? []).sort();
  const atOnce = [
    'devices.xml',
    'friends?status=accepted',
    'friends?status=pending_received',
    'home/users',
    'resources',
  ];
  const near = ['user/5e1c07a9d2b84f36/settings/opt_outs', 'user/privacy', 'user/view_state_sync'];
  const all = [...atOnce, ...near, 'user/webhooks'].sort();
  await signIn('mara@example.com');
  await expect(panel(page, 'Devices')).toContainText('43 devices');
  await expect.poll(accessRequests).toEqual([...atOnce, 'user/webhooks']);
  expect(requests.findIndex((request) => accessRequest.test(request))).toBeGreaterThan(
    requests.indexOf('POST /api/v2/users/signin'),
  );
  await showAllPanels(page);
  await expect.poll(accessRequests).toEqual(all);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(accessRequests).toEqual(all.flatMap((path) => [path, path]));
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

/** Answers what the page asks after the account in three ways, one after the other. */
async function holdAnswers(page: Page) {
  let fail = () => {};
  let mode: 'fail' | 'pass' = 'fail';
  const isOver = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route(/\/api\/(?:devices\.xml|v2\/(?:home|friends|resources|user\/))/, async (route) => {
    await isOver;
    if (mode === 'pass') return route.continue();
    await route.fulfill({ status: 503, headers: { 'X-Answered-By': 'plex.tv' }, body: 'Service Unavailable' });
  });
  const pass = () => {
    mode = 'pass';
  };
  return { fail, pass };
}

const failedWords = {
  'Plex Home': ['The people in your Home could not be read.'],
  Devices: ['Your devices could not be read.'],
  Sharing: ['The people you share with could not be read.'],
  'Privacy and mail': [
    'The setting for your watch history could not be read.',
    'Your settings for data about use could not be read.',
    'Your online sources could not be read.',
    'Your webhooks could not be read.',
  ],
};

test('each panel waits, says what failed, and has its answer after Try again', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { fail, pass } = await holdAnswers(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn('mara@example.com');
  for (const name of Object.keys(failedWords)) {
    await scrollTo(page, name);
    await expect(panel(page, name).locator('[aria-busy="true"]').first()).toBeVisible();
  }
  await expect(panel(page, 'Subscription')).toContainText('Your Plex Pass');
  await expectNoSidewaysScroll(page);
  await showFewRows(page);
  await expectAccessible();

  fail();
  for (const [name, words] of Object.entries(failedWords)) {
    for (const text of words) await expect(panel(page, name)).toContainText(text);
    await expect(panel(page, name).getByRole('button', { name: 'Try again' })).toHaveCount(words.length);
  }
  await expectNoSidewaysScroll(page);
  await expectAccessible();

  pass();
  for (const name of Object.keys(failedWords)) {
    const button = panel(page, name).getByRole('button', { name: 'Try again' });
    const waiting = panel(page, name).locator('[aria-busy="true"]');
    // The part about servers has a button of its own, which comes with the devices.
    await expect(async () => {
      if ((await button.count()) > 0) await button.first().click();
      expect((await button.count()) + (await waiting.count())).toBe(0);
    }).toPass();
  }
  await expect(panel(page, 'Plex Home')).toContainText('You, Jonas Lindqvist, Elsa and a guest share this Home.');
  await expect(panel(page, 'Devices')).toContainText('43 devices are signed in as you');
  await expect(panel(page, 'Sharing')).toContainText('Three people can open your servers');
  await expect(panel(page, 'Privacy and mail')).toContainText('4 of 6 switched off');
});

/** The sentences of each panel when plex.tv refuses all its requests. */
const refusedWords = {
  'Plex Home': 'plex.tv does not tell you who is in your Home.',
  Devices: 'plex.tv does not tell you which devices are signed in.',
  Sharing: 'plex.tv does not tell you who can open your servers.',
  'Privacy and mail': 'plex.tv does not tell you which online sources you use.',
};

for (const [login, words] of [
  ['access-refused@example.com', refusedWords],
  ['no-devices@example.com', { Devices: 'plex.tv lists no devices for you.' }],
  ['managed', { 'Plex Home': 'Leo' }],
] as const) {
  test(`is accessible and fits 320 px when plex.tv sends little: ${login}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(login);
    await showAllPanels(page);
    for (const [name, text] of Object.entries(words)) {
      await expect(panel(page, name)).toContainText(text);
      await expect(panel(page, name).getByRole('button', { name: 'Try again' })).toHaveCount(0);
    }
    // The bar of the sections covers what is below it.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible();
    await expectNoSidewaysScroll(page);
  });
}

test('shows a Home of one', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  await scrollTo(page, 'Plex Home');
  await expect(panel(page, 'Plex Home')).toContainText('You are not in a Plex Home.');
});

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
  await expectNoSidewaysScroll(page);
});
