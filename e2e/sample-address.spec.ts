import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, test } from './test.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const form = (page: Page) => heading(page, 'Sign in with Plex');
const bar = (page: Page) => page.getByRole('complementary', { name: 'Sample account' });
const select = (page: Page) => bar(page).getByRole('combobox', { name: 'Sample account' });
const openButton = (page: Page) => page.getByRole('button', { name: 'Look around with a sample account' });
const leaveButton = (page: Page) => page.getByRole('button', { name: 'Leave the sample' });
const addressOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash;
const historyLength = (page: Page) => page.evaluate(() => history.length);

test('the button puts the sample into the address; Back leaves it, and Forward returns', async ({ page }) => {
  await page.goto('/');
  const before = await historyLength(page);
  await openButton(page).dblclick();
  await expect(heading(page, 'Mara Lindqvist')).toBeFocused();
  expect(addressOf(page)).toBe('/#sample');
  expect(await historyLength(page)).toBe(before + 1);
  await page.goBack();
  await expect(form(page)).toBeFocused();
  await expect(bar(page)).toBeHidden();
  expect(addressOf(page)).toBe('/');
  await page.goForward();
  await expect(heading(page, 'Mara Lindqvist')).toBeFocused();
});

test('a link opens its sample account, and a reload stays there', async ({ page, context, requests }) => {
  await page.goto('/#sample=lifetime');
  await expect(heading(page, 'Tomás Ferreira')).toBeFocused();
  await expect(select(page)).toHaveValue('lifetime');
  await page.reload();
  await expect(heading(page, 'Tomás Ferreira')).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(heading(other, 'Tomás Ferreira')).toBeVisible();
  await leaveButton(other).click();
  await expect(form(other)).toBeVisible();
  await expect(heading(page, 'Tomás Ferreira')).toBeVisible();
  expect(requests.filter((request) => request.includes('/api/'))).toEqual([]);
});

test('another account replaces the address, and leaving removes it', async ({ page }) => {
  await page.goto('/');
  await openButton(page).click();
  await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
  const before = await historyLength(page);
  await select(page).selectOption('Free account');
  await expect(heading(page, 'nina.okafor')).toBeVisible();
  expect(addressOf(page)).toBe('/#sample=free');
  await bar(page).getByRole('button', { name: 'More' }).click();
  await bar(page).getByRole('button', { name: 'Newest format' }).click();
  await expect(heading(page, 'Yusuf')).toBeVisible();
  expect(addressOf(page)).toBe('/#sample=newest');
  expect(await historyLength(page)).toBe(before);
  await leaveButton(page).click();
  await expect(form(page)).toBeFocused();
  expect(page.url()).not.toContain('#');
  expect(await historyLength(page)).toBe(before);
});

test('an unknown name gets a sentence and the first account', async ({ page }) => {
  await page.goto('/#sample=nobody');
  await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
  const sentence = bar(page).getByRole('status');
  await expect(sentence).toContainText('The address names a sample account that does not exist.');
  await select(page).selectOption('Free account');
  await expect(heading(page, 'nina.okafor')).toBeVisible();
  await expect(sentence).toBeHidden();
});

test('a link to a section keeps the sample in the address', async ({ page }) => {
  await page.goto('/#sample=lifetime');
  await expect(heading(page, 'Tomás Ferreira')).toBeVisible();
  const before = await historyLength(page);
  const link = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Services/ });
  await link.click();
  await expect.poll(() => addressOf(page)).toBe('/#sample=lifetime&services');
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeInViewport();
  await link.click();
  expect(await historyLength(page)).toBe(before + 1);
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeInViewport();
  await page.goBack();
  await expect.poll(() => addressOf(page)).toBe('/#sample=lifetime');
  await expect(heading(page, 'Tomás Ferreira')).toBeAttached();
});

test('Back from a section of the sample to a section outside it leaves the sample', async ({ page }) => {
  await page.goto('/#services');
  await openButton(page).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeFocused();
  expect(addressOf(page)).toBe('/#sample&services');
  await page.goBack();
  await expect(form(page)).toBeVisible();
  expect(addressOf(page)).toBe('/#services');
});

test('a sign-in that fails has an address too', async ({ page }) => {
  await page.goto('/#sample=wrong-password');
  await expect(page.getByLabel('E-mail or username')).toHaveValue('wrong-password@example.com');
  await page.reload();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('wrong-password@example.com');
  await expect(select(page)).toHaveValue('wrong-password');
});

test('a sign-in by the form of the sample changes the address', async ({ page }) => {
  await page.goto('/#sample=free');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(form(page)).toBeFocused();
  await expect(select(page)).toHaveValue('');
  await page.getByLabel('E-mail or username').fill('ida@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(heading(page, 'ida.larsen')).toBeVisible();
  expect(addressOf(page)).toBe('/#sample=former');
  await expect(select(page)).toHaveValue('former');
});

for (const isRemembered of [true, false]) {
  test(`the sample leaves a session as it is, ${isRemembered ? 'with' : 'without'} “Remember me”`, async ({
    page,
    context,
    fillIn,
    requests,
  }) => {
    await fillIn('nina@example.com');
    await page.getByLabel('Remember me').setChecked(isRemembered);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(heading(page, 'nina.okafor')).toBeVisible();
    const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    const before = await stored();
    await page.goto('/#sample=lifetime');
    await expect(heading(page, 'Tomás Ferreira')).toBeFocused();
    expect(await stored()).toBe(before);
    await page.goBack();
    await expect(heading(page, 'nina.okafor')).toBeFocused();
    await page.goto('/#sample');
    await page.reload();
    await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(form(page)).toBeFocused();
    await leaveButton(page).click();
    await expect(heading(page, 'nina.okafor')).toBeFocused();
    if (isRemembered) {
      const other = await context.newPage();
      await other.goto('/#sample');
      await expect(heading(other, 'Mara Lindqvist')).toBeVisible();
      await leaveButton(other).click();
      await expect(heading(other, 'nina.okafor')).toBeVisible();
    }
    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /api/v2/users/signin']);
  });
}

test('the sample leaves a session as it is where the browser stores nothing', async ({
  page,
  context,
  signIn,
  requests,
}) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  await signIn('nina@example.com');
  await page.goto('/#sample');
  await expect(heading(page, 'Mara Lindqvist')).toBeFocused();
  await leaveButton(page).click();
  await expect(heading(page, 'nina.okafor')).toBeFocused();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await openButton(page).click();
  await expect(heading(page, 'Mara Lindqvist')).toBeVisible();
  await leaveButton(page).click();
  await expect(form(page)).toBeVisible();
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual(['POST /api/v2/users/signin']);
});

for (const width of [320, 360, 1440]) {
  test(`the bar is one line at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/#sample=lifetime');
    await expect(heading(page, 'Tomás Ferreira')).toBeVisible();
    expect((await bar(page).boundingBox())?.height).toBeLessThanOrEqual(52);
    const controls = [select(page), bar(page).getByRole('button', { name: 'More' }), leaveButton(page)];
    for (const control of controls) await expect(control).toBeInViewport({ ratio: 1 });
    const middles = await Promise.all(
      controls.map(async (control) => {
        const { y = 0, height = 0 } = (await control.boundingBox()) ?? {};
        return Math.round(y + height / 2);
      }),
    );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(1);
    await expectNoSidewaysScroll(page);
  });
}
