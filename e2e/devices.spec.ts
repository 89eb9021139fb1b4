import type { Locator, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, showFewRows, test } from './test.ts';

const signOutRequest = /^DELETE \/.*\/devices\/\d+\.xml$/;
const listRequest = /^GET \/.*\/devices\.xml$/;

function devicesPanel(page: Page) {
  return page.getByRole('region', { name: 'Devices', exact: true });
}

/** Chooses the fold of long-unused devices and opens the dialog. */
async function chooseLongUnused(panel: Locator, page: Page) {
  await panel.getByRole('button', { name: 'Sign out devices…' }).click();
  await panel.getByRole('checkbox', { name: 'All 31: 31 not seen for over a year' }).check();
  await page.getByRole('button', { name: 'Sign out 31…' }).click();
}

/** Holds the requests that sign a device out, from the given one on, until they are released. */
async function holdSignOuts(page: Page, fromCount: number) {
  let count = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/devices/*.xml', async (route) => {
    count += 1;
    if (count > fromCount) await released;
    await route.continue().catch(() => undefined); // the page may be gone
  });
  return release;
}

async function expectNarrowAndAccessible(page: Page, expectAccessible: () => Promise<void>) {
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible();
}

test('lists 43 devices, with this browser first, and has no sideways scroll at 320 px', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('mara@example.com');
  const panel = devicesPanel(page);
  await expect(
    panel.getByText('43 devices are signed in as you, and 31 of them have not been seen for over a year.'),
  ).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Apps and devices' }).getByRole('listitem').first()).toContainText(
    'This browser',
  );
  await expect(panel.getByRole('list', { name: 'Apps and devices' }).getByText('This browser')).toHaveCount(1);
  await panel.getByText('Living room').click();
  await expect(panel.getByText('Number at plex.tv')).toBeVisible();
  await panel.getByText('31 not seen for over a year').click();
  await showFewRows(page);
  await expectAccessible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await panel.getByRole('button', { name: 'Sign out devices…' }).click();
  await panel.getByRole('checkbox', { name: /^All 31/ }).check();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Sign out 31…' }).click();
  await expectNoSidewaysScroll(page);
});

test('lists a Home of fifteen and 10,000 devices, filters them and chooses a whole fold', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn('many-devices@example.com');
  const panel = devicesPanel(page);
  await expect(panel.getByText(/^10000 devices are signed in as you/)).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Apps and devices' }).getByRole('listitem')).toHaveCount(50);
  await expect(page.getByRole('list', { name: 'People in this Home' }).getByRole('listitem')).toHaveCount(15);
  await showFewRows(page);
  await expectAccessible();
  await expectNoSidewaysScroll(page);
  const filter = panel.getByRole('searchbox', { name: 'Filter devices' });
  await filter.fill('kitchen 9964');
  await expect(panel.getByRole('status').filter({ hasText: '1 of 10000 devices match' })).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Apps and devices' }).getByRole('listitem').first()).toContainText(
    'Kitchen 9964',
  );
  await filter.fill('');
  await panel.getByRole('combobox', { name: 'Sort by' }).selectOption('Name');
  await panel.getByRole('button', { name: 'Sign out devices…' }).click();
  const fold = panel.getByRole('checkbox', { name: /not seen for over a year$/ });
  await fold.check();
  await expect(page.getByRole('button', { name: /^Sign out \d{4}…$/ })).toBeVisible();
});

test('says so when plex.tv lists no devices', async ({ page, signIn }) => {
  await signIn('no-devices@example.com');
  const panel = devicesPanel(page);
  await expect(panel.getByText('plex.tv lists no devices for you.')).toBeVisible();
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('says why the devices could not be read, and asks again', async ({ page, signIn, expectAccessible, requests }) => {
  await signIn('devices-fail@example.com');
  const panel = devicesPanel(page);
  await expect(panel.getByText('Your devices could not be read.')).toBeVisible();
  // Another request tells of the servers.
  await expect(panel.getByRole('list', { name: 'Servers' }).getByRole('listitem')).toHaveText([/Attic/, /Cabin/]);
  await showFewRows(page);
  await expectAccessible();
  const before = requests.filter((request) => listRequest.test(request)).length;
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('alert')).toContainText('Your devices could not be read.');
  expect(requests.filter((request) => listRequest.test(request))).toHaveLength(before + 1);
});

test('says that plex.tv does not list the devices', async ({ page, signIn }) => {
  await signIn('access-refused@example.com');
  const panel = devicesPanel(page);
  await expect(panel.getByText('plex.tv does not tell you which devices are signed in.')).toBeVisible();
  await expect(panel.getByRole('link', { name: /Devices at plex.tv/ })).toBeVisible();
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('waits for the devices without holding up the page', async ({ page, signIn }) => {
  await signIn('access-never@example.com');
  await expect(devicesPanel(page).getByText('Waiting for plex.tv')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Services' })).toContainText('Plex keeps keys for you');
});

test('signs out 31 long-unused devices, and names the one that failed', async ({
  page,
  signIn,
  requests,
  expectAccessible,
}) => {
  await signIn('device-stays@example.com');
  const panel = devicesPanel(page);
  await chooseLongUnused(panel, page);
  await expectAccessible();
  expect(requests.filter((request) => signOutRequest.test(request))).toEqual([]);
  const release = await holdSignOuts(page, 6);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  const dialog = page.getByRole('dialog', { name: 'Signing out 31 devices' });
  await expect(dialog.getByText(/may still be signed in/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Pause' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  // The seventh request is the one that is held.
  await expect.poll(() => requests.filter((request) => signOutRequest.test(request))).toHaveLength(7);
  await dialog.getByRole('button', { name: 'Pause' }).click();
  release();
  await expect(page.getByText(/^6 are signed out\./).first()).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Resume' }).click();
  const ended = page.getByRole('dialog', { name: '30 of 31 devices are signed out' });
  await expect(ended.getByText('30 of 31', { exact: true })).toBeVisible();
  await expectNarrowAndAccessible(page, expectAccessible);
  const sent = requests.filter((request) => signOutRequest.test(request));
  expect(sent).toHaveLength(31);
  expect(new Set(sent).size).toBe(31);
  await ended.getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByRole('button', { name: 'Sign out devices…' })).toBeFocused();
  await expect(panel.getByText(/^13 devices are signed in as you/)).toBeVisible();
});

test('stops after the current device', async ({ page, signIn, requests, expectAccessible }) => {
  await signIn('mara@example.com');
  const panel = devicesPanel(page);
  await chooseLongUnused(panel, page);
  const release = await holdSignOuts(page, 3);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  await expect(page.getByText(/^3 are signed out\./).first()).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  release();
  await expect(page.getByText(/^4 are signed out\./).first()).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Signing out 31 devices: paused' })).toBeVisible();
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(4);
  await page.getByRole('button', { name: 'Stop' }).click();
  const ended = page.getByRole('dialog', { name: '4 of 31 devices are signed out' });
  await expect(ended.getByText('You stopped. 27 were not changed.').first()).toBeVisible();
  await expect(ended.getByRole('button', { name: 'Go on with the 27 left' })).toBeVisible();
  await expectNarrowAndAccessible(page, expectAccessible);
  await ended.getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByText(/^39 devices are signed in as you, and 27 of them/)).toBeVisible();
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(4);
});

test('stops when plex.tv asks to wait, and says how many are left', async ({
  page,
  signIn,
  requests,
  expectAccessible,
}) => {
  await signIn('devices-limited@example.com');
  await chooseLongUnused(devicesPanel(page), page);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  const ended = page.getByRole('dialog', { name: '5 of 31 devices are signed out' });
  await expect(
    ended.getByText('plex.tv asks you to wait. The rest was not tried. 25 were not changed.').first(),
  ).toBeVisible();
  await expect(ended.getByText(/^You can try again in \d+ seconds?\.$/)).toBeVisible();
  await expectNarrowAndAccessible(page, expectAccessible);
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(6);
});

test('stops when plex.tv refuses the token', async ({ page, signIn, requests }) => {
  await signIn('devices-refused@example.com');
  await chooseLongUnused(devicesPanel(page), page);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  const ended = page.getByRole('dialog', { name: '3 of 31 devices are signed out' });
  await expect(ended.getByText(/^plex.tv refused the sign-in of this page.*27 were not changed/).first()).toBeVisible();
  await expect(ended.getByRole('button', { name: /Go on/ })).toHaveCount(0);
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(4);
});

test('asks before the page is left, and shows after a reload what plex.tv lists', async ({
  page,
  signIn,
  requests,
}) => {
  await signIn('mara@example.com');
  await chooseLongUnused(devicesPanel(page), page);
  await holdSignOuts(page, 3);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  await expect(page.getByText(/^3 are signed out\./).first()).toBeVisible();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(dialogs).toEqual(['beforeunload']);
  // The browser may or may not have sent the request that was under way.
  await expect(devicesPanel(page).getByText(/^(40 devices.*and 28|39 devices.*and 27) of them/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(4);
});

test('asks before the tab is closed, and shows in another tab what plex.tv lists', async ({
  page,
  context,
  fillIn,
  requests,
}) => {
  await fillIn('mara@example.com');
  await page.getByLabel('Remember me').check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await chooseLongUnused(devicesPanel(page), page);
  await holdSignOuts(page, 3);
  await page.getByRole('button', { name: 'Sign out 31 devices' }).click();
  await expect(page.getByText(/^3 are signed out\./).first()).toBeVisible();
  const dialogs: string[] = [];
  const closed = page.waitForEvent('close');
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(dialogs).toEqual(['beforeunload']);
  const next = await context.newPage();
  await next.goto('./');
  // The browser may or may not have sent the request that was under way.
  await expect(devicesPanel(next).getByText(/^(40 devices.*and 28|39 devices.*and 27) of them/)).toBeVisible();
  await expect(next.getByRole('dialog')).toHaveCount(0);
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(4);
});

test('leaves the page without asking when nothing is under way', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  await chooseLongUnused(devicesPanel(page), page);
  let isAsked = false;
  page.on('dialog', (dialog) => {
    isAsked = true;
    void dialog.accept();
  });
  await page.reload();
  await expect(devicesPanel(page).getByText(/^43 devices are signed in as you/)).toBeVisible();
  expect(isAsked).toBe(false);
});

test('signs out a device and a server without a mouse', async ({ page, signIn, requests }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await signIn('mara@example.com');
  const panel = devicesPanel(page);
  await panel.getByRole('button', { name: 'Sign out devices…' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('checkbox').first()).toBeFocused();
  await panel.getByRole('checkbox', { name: /^Firefox/ }).focus();
  await page.keyboard.press('Space');
  await panel.getByRole('checkbox', { name: /^Cabin/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab'); // Cancel
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Sign out 2…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign out 1 device?' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sign out 2…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('checkbox', { name: 'Sign out Cabin too' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Sign out 2 devices' }).focus();
  await page.keyboard.press('Enter');
  const ended = page.getByRole('dialog', { name: 'Both devices are signed out' });
  await expect(ended.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Sign out devices…' })).toBeFocused();
  await expect(panel.getByText(/^41 devices are signed in as you/)).toBeVisible();
  expect(requests.filter((request) => signOutRequest.test(request))).toHaveLength(2);
});
