import { test as base, expect, type Page } from '@playwright/test';
import { type Recorder, startRecorder } from '../../server/test/plex-tv-recorder.ts';
import { errorWords } from '../../src/plex/errors/error-words.ts';
import { runNginx } from './run-nginx.ts';
import { startServer } from './start-server.ts';

type Nginx = Awaited<ReturnType<typeof runNginx>>;
type Fixtures = {
  plexTv: Recorder;
  /** Starts nginx with the built server behind it. */
  startBehind: (location: string, settings?: Record<string, string>) => Promise<Nginx>;
};

const account = JSON.stringify({ id: 1, title: 'Ada', authToken: 'invented-token-123' });

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
  plexTv: async ({}, use) => {
    const plexTv = await startRecorder((_, response) => response.writeHead(200).end(account));
    await use(plexTv);
    await plexTv.stop();
  },
  startBehind: async ({ plexTv }, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (location, settings = {}) => {
      const server = await startServer({ PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '1000', ...settings });
      const nginx = await runNginx(
        (_, port) => `
          server {
            listen ${port};
            location = /login { default_type text/html; return 200 "<title>Sign in to this host</title>"; }
            location / {
              ${location}
              proxy_pass http://127.0.0.1:${server.port};
            }
          }`,
      );
      stops.push(nginx.stop, server.stop);
      return nginx;
    });
    for (const stop of stops) await stop();
  },
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail or username').fill('ada');
  await page.getByRole('textbox', { name: 'Password' }).fill('a password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const expectWords = async (page: Page, kind: keyof typeof errorWords) => {
  for (const words of Object.values(errorWords[kind])) await expect(page.getByRole('alert')).toContainText(words);
};

const basicAuth = `
  set $is_known 0;
  if ($http_authorization = "Basic aG9zdDpodW50ZXIy") { set $is_known 1; }
  if ($is_known = 0) { add_header WWW-Authenticate 'Basic realm="home"' always; return 401; }`;

test('signs in behind basic auth, and sends none of it to plex.tv', async ({ browser, plexTv, startBehind }) => {
  const nginx = await startBehind(basicAuth);
  expect((await fetch(nginx.url)).status).toBe(401);
  const httpCredentials = { username: 'host', password: 'hunter2' };
  const context = await browser.newContext({ baseURL: nginx.url, httpCredentials });
  const page = await context.newPage();
  await page.goto('./');
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const ofAccount = () => plexTv.requests.filter(({ url }) => /users\/signin$|\/user\?/.test(url));
  await expect.poll(() => ofAccount().length).toBe(2);
  for (const { headers } of plexTv.requests) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(JSON.stringify(headers)).not.toContain('aG9zdDpodW50ZXIy');
  }
  await context.close();
});

for (const [title, refusal] of [
  ['a redirect to another page', 'return 302 /login;'],
  ['a redirect to another site', 'return 302 https://sign-in.example/;'],
  ['a page in place of the answer', 'rewrite ^ /login last;'],
  ['401', 'return 401;'],
  ['403', 'return 403;'],
] as const) {
  test(`keeps the session when the host’s own sign-in has ended and the proxy answers with ${title}`, async ({
    context,
    page,
    plexTv,
    startBehind,
  }) => {
    // The page itself is open already: only its requests to api/ reach the host's sign-in.
    const nginx = await startBehind(`
      set $gate "$uri $cookie_host_session";
      if ($gate ~ "^/api/.* $") { ${refusal} }`);
    const cookie = { name: 'host_session', value: 'hunter2', url: nginx.url };
    await page.goto(nginx.url);
    await signIn(page);
    await expectWords(page, 'accessBlocked');
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('a password');
    expect(plexTv.requests).toEqual([]);

    await context.addCookies([cookie]);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
    expect(plexTv.requests[0]?.headers).not.toHaveProperty('cookie');

    await context.clearCookies();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('alert')).toContainText(errorWords.accessBlocked.what);
    await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();

    await context.addCookies([cookie]);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

/** Browsers send no Sec-Fetch-Site on plain http, except to localhost. */
const home = test.extend({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP nas.home 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

for (const [title, settings, isAnswered] of [
  ['works when TRUSTED_PROXY names the proxy', { TRUSTED_PROXY: '127.0.0.1' }, true],
  ['gets an error that names the setting otherwise', {}, false],
] as const) {
  home(`a page whose Host a proxy changes ${title}`, async ({ playwright, launchOptions, startBehind }) => {
    const forward = 'proxy_set_header Host inner; proxy_set_header X-Forwarded-Host $http_host;';
    const nginx = await startBehind(forward, settings);
    const browser = await playwright.chromium.launch(launchOptions);
    const page = await browser.newPage();
    await page.goto(`http://nas.home:${nginx.port}/`);
    await signIn(page);
    if (isAnswered) await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
    else {
      await expectWords(page, 'hostRefused');
      await expect(page.getByRole('alert')).toContainText('TRUSTED_PROXY');
    }
    await browser.close();
  });
}
