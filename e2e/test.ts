import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type ConsoleMessage, expect, type Page, type Request } from '@playwright/test';
import { type SampleLogin, sampleLogins } from '../src/sample/sample-logins.ts';
import { plexTvSignInPage } from './addresses.ts';

export { expect };

/** The values that a person types into the form. */
type Credentials = Pick<SampleLogin, 'login' | 'password' | 'verificationCode'>;

type Fixtures = {
  /** Fails a test on a console error, an uncaught error, a CSP violation or a request to another origin except for the avatar. */
  noPageErrors: undefined;
  /** Every request of the context's pages, in order, as `GET /path?query`. The path is relative to the app. */
  requests: string[];
  /** Opens the form and fills it in. */
  fillIn: (login: string, password?: string) => Promise<void>;
  /** Signs in by the form and waits for the account. */
  signIn: (credentials: Credentials | string) => Promise<void>;
  /** Fails on any violation of WCAG 2.2 AA or of axe's best practices, in both colour schemes. */
  expectAccessible: () => Promise<void>;
};

/** The avatar of a sample account. Only the account's own picture may come from another origin. */
const avatar = /^https:\/\/plex\.tv\/users\/[0-9a-f]+\/avatar/;
const avatarPicture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const test = base.extend<Fixtures>({
  noPageErrors: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      context.on('console', (message) => {
        if (isUnexpectedMessage(message)) problems.push(`console.${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`uncaught: ${error.error().stack}`));
      await context.route(avatar, (route) => route.fulfill({ contentType: 'image/svg+xml', body: avatarPicture }));
      context.on('request', (request) => {
        if (isToAnotherOrigin(request, baseURL)) problems.push(`request to another origin: ${request.url()}`);
      });
      await context.exposeFunction('reportCspViolation', (violation: string) => problems.push(`CSP: ${violation}`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          Reflect.get(window, 'reportCspViolation')(`${violatedDirective} ${blockedURI}`);
        });
      });
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],

  requests: async ({ context, baseURL }, use) => {
    const requests: string[] = [];
    context.on('request', (request) => {
      const url = request.url();
      if (baseURL && url.startsWith(baseURL)) requests.push(`${request.method()} /${url.slice(baseURL.length)}`);
    });
    await use(requests);
  },

  fillIn: async ({ page }, use) => {
    await use(async (login, password = 'sample') => {
      await page.goto('./');
      await page.getByLabel('E-mail or username').fill(login);
      await page.getByRole('textbox', { name: 'Password' }).fill(password);
    });
  },

  signIn: async ({ page, fillIn }, use) => {
    await use(async (credentials) => {
      const { login, password, verificationCode } =
        typeof credentials === 'string' ? sampleLogin(credentials) : credentials;
      await fillIn(login, password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      if (verificationCode) {
        await page.getByRole('textbox', { name: 'Code' }).fill(verificationCode);
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      }
      await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
      // The last panel is drawn after the first paint.
      await expect(page.getByLabel('Filter by name or value')).toBeVisible();
    });
  },

  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(waitForAnimations);
        // One call without frames and without the passed rules is five times as fast.
        const axe = new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
          .withTags(axeTags);
        const { violations } = await axe.analyze();
        const found = violations.map(({ help, nodes }) => ({ help, at: nodes.map(({ html }) => html) }));
        expect.soft(found, `axe, ${colorScheme}`).toEqual([]);
      }
    });
  },
});

/** Runs in the page. Waits until animations have ended. While text fades in, its contrast is too low. */
async function waitForAnimations() {
  const ending = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
  // The browser may not advance one that it does not show.
  const limit = new Promise((resolve) => setTimeout(resolve, 3000));
  await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), limit]);
}

/** Waits until the page is no wider than the window. It draws itself again after the window has changed. */
export async function expectNoSidewaysScroll(page: Page, message = 'pixels beside the window') {
  const sidewaysPx = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(sidewaysPx, message).toBe(0);
}

/** Scrolls to each panel that asks plex.tv when it will soon be in view, and waits for the answer. */
export async function showAllPanels(page: Page) {
  for (const name of ['Plex Home', 'Devices', 'Sharing', 'Services', 'Privacy and mail']) {
    const panel = page.getByRole('region', { name, exact: true });
    // A panel is replaced when its code has loaded, so scrolling may find the old one.
    await expect(() => panel.scrollIntoViewIfNeeded({ timeout: 1000 })).toPass();
    await expect(panel.locator('[aria-busy="true"], .skeleton-row')).toHaveCount(0);
  }
}

/** Waits until the browser has painted what the page shows now, and has reported how that moved. */
export function waitForPaint(page: Page) {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}

/** Waits until the page has drawn the result of a refresh. Call it after the request was sent. */
export async function waitForRefresh(page: Page) {
  await waitForPaint(page); // before that, the page may not show yet that it asks
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
}

/** Hides most of the hundreds of similar rows, because axe takes seconds for them. axe.spec.ts checks all rows of one account. */
export async function showFewRows(page: Page) {
  await page.getByLabel('Filter by name or value').fill('home');
  // Axe reports a target that is half under the sticky header as too small.
  await page.evaluate(() => scrollTo(0, 0));
}

function sampleLogin(login: string): SampleLogin {
  const found = sampleLogins.find((candidate) => candidate.login === login);
  if (!found) throw new Error(`The sample has no ${login}`);
  return found;
}

/** The browser logs each failed request. Those are expected in tests about failures. */
function isUnexpectedMessage(message: ConsoleMessage): boolean {
  if (!['error', 'warning'].includes(message.type())) return false;
  const isFailedRequest = message.text().startsWith('Failed to load resource: ');
  const isExpected =
    message.text().includes('net::ERR_INTERNET_DISCONNECTED') || message.location().url.includes('/api/');
  return !(isFailedRequest && isExpected);
}

/**
 * Embedded pictures (`data:`) and downloads (`blob:`) cause no request. The person may go to plex.tv's sign-in page, but
 * the app itself may not call it.
 */
function isToAnotherOrigin(request: Request, baseURL = ''): boolean {
  const { href, origin, pathname, protocol } = new URL(request.url());
  if (request.isNavigationRequest() && origin + pathname === plexTvSignInPage) return false;
  if (request.resourceType() === 'image' && avatar.test(href)) return false;
  return !href.startsWith(baseURL) && protocol !== 'data:' && protocol !== 'blob:';
}

/** Holds back requests to `url` until the returned function is called. */
export async function holdRequests(target: Pick<Page, 'route'>, url: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await target.route(url, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}
