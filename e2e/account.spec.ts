import type { Locator } from '@playwright/test';
import { plexTvOrigin } from './addresses.ts';
import { expect, holdRequests, test, waitForRefresh } from './test.ts';

const titles = [
  'Subscription',
  'Past subscriptions',
  'Trials',
  'Security',
  'Plex Home',
  'Services',
  'Profile',
  'Privacy and mail',
  'Everything plex.tv sent',
];

const accountRequest = 'GET /api/v2/user?includeSubscriptions=1';

test('shows every section of the account, and a link to each', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const sections = page.getByRole('navigation', { name: 'Sections' });
  for (const section of titles) {
    const region = page.getByRole('region', { name: section, exact: true });
    await expect(region.getByRole('heading', { level: 2, name: section })).toBeVisible();
    await sections.getByRole('link', { name: new RegExp(`^${section}`) }).click();
    await expect(region.getByRole('heading', { level: 2, name: section })).toBeInViewport();
    // The last section cannot scroll to the top of the page.
    if (section !== titles.at(-1)) {
      await expect(sections.locator('[aria-current]')).toHaveText(new RegExp(`^${section}`));
    }
  }
});

test('scrolls to the section in the URL and focuses its heading', async ({ page }) => {
  await page.goto('/#services');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name: 'Services' })).toBeInViewport();
});

test('keeps the section in the URL in its place while the other sections are drawn', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn('mara@example.com');
  await page.addInitScript(rememberPlaces);
  for (const section of ['Trials', 'Plex Home', 'Everything plex.tv sent']) {
    const region = page.getByRole('region', { name: section, exact: true });
    const id = await region.getAttribute('id');
    await page.goto('about:blank');
    await page.goto(`/#${id}`, { waitUntil: 'networkidle' });
    await expect(page.getByText('An unofficial, open-source page')).toBeVisible();
    await expect(page.getByRole('button', { name: new RegExp(`^${section} \\d+ of 11$`) })).toBeVisible();
    // Right below the bar with the name of the section.
    expect(new Set(await page.evaluate(() => Reflect.get(window, 'places'))), section).toEqual(new Set([56]));
  }
});

test('hides what follows the section in the URL until that section has loaded, for two seconds at most', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('mara@example.com');
  await page.goto('about:blank');
  const release = await holdRequests(context, '**/assets/lazy-panels-*.js');
  // An animation of two seconds hides what follows. The test pauses the animation and sets its time.
  await page.addInitScript(() =>
    addEventListener('animationstart', ({ target, animationName }) => {
      if (target instanceof Element && animationName === 'arrive-by-link') target.getAnimations()[0]?.pause();
    }),
  );
  await page.goto('/#devices');
  await expect(page.getByRole('region', { name: 'Devices' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Security' })).toBeVisible();
  const services = page.getByRole('region', { name: 'Services', includeHidden: true });
  await expect(services).toBeAttached();
  await expect(services).toBeHidden();
  const goTo = (milliseconds: number) =>
    page.evaluate((time) => {
      for (const animation of document.getAnimations()) animation.currentTime = time;
    }, milliseconds);
  await goTo(1999);
  await expect(services).toBeHidden();
  await goTo(2001);
  await expect(services).toBeVisible();
  release();
  await expect(page.getByRole('region', { name: 'Devices' }).getByText('Chrome on Linux')).toBeVisible();
});

/** Runs in the page. Remembers where the section in the address is after each change of the page's height. */
function rememberPlaces() {
  const places: number[] = [];
  Reflect.set(window, 'places', places);
  const observer = new ResizeObserver(() => {
    const section = document.getElementById(location.hash.slice(1));
    if (section) places.push(Math.round(section.getBoundingClientRect().top));
  });
  document.addEventListener('DOMContentLoaded', () => observer.observe(document.body));
}

test('requests the account with its subscriptions on Refresh', async ({ page, signIn, requests }) => {
  await signIn('mara@example.com');
  expect(requests).not.toContain(accountRequest);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Past subscriptions' }).getByRole('listitem').first()).toBeVisible();
  await expect.poll(() => requests).toContain(accountRequest);
});

test('keeps the account on the page when Refresh fails', async ({ page, context, signIn }) => {
  await signIn('mara@example.com');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('You are offline.');
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await context.setOffline(false);
  const answer = page.waitForResponse(/\/api\/v2\/user\?/);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await answer;
  await waitForRefresh(page);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('reveals a token on request for 30 seconds, and copies it without revealing it', async ({ page, signIn }) => {
  await page.clock.install();
  const answer = page.waitForResponse('**/api/v2/users/signin');
  await signIn('mara@example.com');
  const { authToken } = await (await answer).json();
  const security = page.getByRole('region', { name: 'Security' });

  await security.getByRole('button', { name: 'Copy Account token' }).click();
  await expect(security.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(authToken);
  await expect(security.getByText(authToken)).toBeHidden();

  await security.getByRole('button', { name: 'Reveal Account token' }).click();
  await expect(security.getByText(authToken)).toBeVisible();
  await security.getByRole('button', { name: 'Hide Account token' }).click();
  await expect(security.getByText(authToken)).toBeHidden();

  await security.getByRole('button', { name: 'Reveal Account token' }).click();
  await page.clock.runFor(30_000);
  await expect(security.getByText(authToken)).toBeHidden();
});

test('filters the list of everything plex.tv sent by name and value', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const everything = page.getByRole('region', { name: 'Everything plex.tv sent' });
  const filter = everything.getByLabel('Filter by name or value');
  await filter.fill('homesize');
  await expect(everything.getByText(/^2 of \d+ /)).toBeVisible();
  await expect(everything.getByRole('row', { name: 'maxHomeSize 15' })).toBeVisible();
  await expect(everything.getByRole('row', { name: 'homeSize 4', exact: true })).toBeVisible();
  await filter.fill('no such thing');
  await expect(everything.getByText('Nothing matches.')).toBeVisible();
  await filter.clear();
  await expect(everything.getByRole('row')).toBeHidden();
  await everything.getByRole('button', { name: 'Open all' }).click();
  await expect(everything.getByText(/^All \d+ /)).toBeVisible();
});

test('returns to the form and gives the reason when the session was ended elsewhere', async ({ page, signIn }) => {
  await signIn('ended@example.com');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('You have been signed out.');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Profile' })).toBeHidden();
});

test('signs out here and at plex.tv, and shows an empty form', async ({ page, signIn, request }) => {
  const answer = page.waitForResponse('**/api/v2/users/signin');
  await signIn('mara@example.com');
  const { authToken } = await (await answer).json();
  const requestAccount = () =>
    request.get(`${plexTvOrigin}/api/v2/user`, { headers: { 'X-Plex-Token': authToken, Accept: 'application/json' } });
  expect((await requestAccount()).status()).toBe(200);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You are signed out.' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with Plex' })).toBeFocused();
  await expect(page.getByLabel('E-mail or username')).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  expect((await requestAccount()).status()).toBe(401);
});

test('signs out here and warns when plex.tv does not confirm it', async ({ page, context, signIn }) => {
  const warning = page.getByRole('alert').filter({ hasText: 'signed out here, but not at plex.tv' });
  await signIn('no-sign-out@example.com');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(warning).toContainText('plex.tv is not working right now.');
  await expect(warning.getByRole('link', { name: 'your authorized devices' })).toBeVisible();

  await signIn('mara@example.com');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(warning).toContainText('You are offline.');
});

test('shows no account after sign-out, on Back or on return from another page', async ({ page, signIn }) => {
  await signIn('mara@example.com');
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: /^Services/ }).click();
  await sections.getByRole('link', { name: /^Security/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const form = page.getByRole('heading', { level: 1, name: 'Sign in with Plex' });
  await expect(form).toBeVisible();
  const navigations = [
    () => page.goBack(),
    () => page.goBack(),
    () => page.goForward(),
    () => page.goto('about:blank'),
    () => page.goBack(),
    () => page.reload(),
  ];
  for (const navigate of navigations) {
    await navigate();
    if (page.url() === 'about:blank') continue;
    await expect(form).toBeVisible();
    await expect(page.getByText('Mara Lindqvist')).toBeHidden();
  }
});

test('leaves the meter of the sign-in to the browser in forced colours', async ({ page, signIn }) => {
  await signIn('nina@example.com');
  const meter = page.getByRole('meter', { name: 'Days left of this sign-in' });
  await expect(meter).toHaveCSS('appearance', 'none');
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(meter).toHaveCSS('appearance', 'auto');
});

test('aligns the lines of links and people on a phone', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn('mara@example.com');
  const arrowOffsets = await page.locator('main a[target="_blank"]:visible').evaluateAll((links) =>
    links.map((link) => {
      const text = document.createRange();
      text.selectNodeContents(link.firstChild ?? link);
      const lastLine = [...text.getClientRects()].at(-1);
      const arrow = link.querySelector('svg')?.getBoundingClientRect();
      return Math.abs((arrow?.bottom ?? 0) - (lastLine?.bottom ?? 0));
    }),
  );
  expect(arrowOffsets.length).toBeGreaterThan(3);
  expect(Math.max(...arrowOffsets)).toBeLessThan(12);
  const row = page.getByRole('list', { name: 'People in this Home' }).getByRole('listitem').first();
  const [name, part] = await Promise.all([row.getByText('Jonas Lindqvist'), row.getByText('Admin')].map(textStart));
  expect(Math.abs((name ?? 0) - (part ?? 0))).toBeLessThanOrEqual(1);
});

/** The left edge of the text of an element, without its padding. */
function textStart(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect().left;
  });
}

test('keeps the first panel in its place when the other answers of plex.tv arrive', async ({ page, signIn }) => {
  const answer = await holdRequests(page, /\/(?:devices\.xml|friends)/);
  await signIn('nina@example.com');
  const glance = page.getByRole('list', { name: 'At a glance' });
  await expect(glance.getByText('Waiting…')).toHaveCount(2);
  const panel = page.getByRole('region', { name: 'Subscription', exact: true });
  const before = await panel.boundingBox();
  answer();
  await expect(glance).toContainText('3 signed in');
  await expect(glance).toContainText('With nobody');
  expect(await panel.boundingBox()).toEqual(before);
});
