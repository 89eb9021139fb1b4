import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as browserTest, expect, test } from '@playwright/test';
import { serveSamplePlexTv } from '../../server/serve-sample.ts';
import { startServer } from './start-server.ts';

const dist = resolve(import.meta.dirname, '../../dist/page');
const files = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((file) => /\.(?:html|js|css)$/.test(file));
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** Why each host is in the build. The page fetches only avatars, and only from hosts in the policy. */
const hosts: Record<string, string> = {
  'plex.tv': 'links, and avatars',
  'app.plex.tv': 'links',
  'www.plex.tv': 'links',
  'support.plex.tv': 'links',
  'apps.apple.com': 'where a subscription is changed: a link',
  'play.google.com': 'the same',
  'www.amazon.com': 'the same',
  'my.roku.com': 'the same',
  'www.w3.org': 'names of XML',
  'react.dev': 'where React’s errors are explained',
  'tailwindcss.com': 'the licence in the style sheet',
};

/** The invented accounts of the sample name the hosts of Plex’s services, as plex.tv’s replies do: text to show. */
const isSample = (file: string) => /sample-app-/.test(file);

test('the build names only hosts in the list', () => {
  const found = files
    .filter((file) => !isSample(file))
    .flatMap((file) => read(file).match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? []);
  const named = found.map((url) => url.replace(/.*\/\//, '').toLowerCase());
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)].filter((host) => !(host in hosts))).toEqual([]);
});

test('the build loads nothing from another host', () => {
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    expect(read(file)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    expect(read(file)).not.toMatch(/url\(["']?(?:https?:)?\/\/|@import/);
  }
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    expect(read(file)).not.toMatch(/import\(?["'`](?:https?:)?\/\/|(?:Worker|EventSource|WebSocket|sendBeacon)\(/);
  }
});

/** Without the shared check for policy violations: this test causes one. */
browserTest('a picture of another host is not requested, and the page shows initials', async ({ browser }) => {
  const plexTv = await serveSamplePlexTv();
  const server = await startServer({ PLEX_TV_ORIGIN: plexTv.origin });
  const page = await browser.newPage({ baseURL: server.url });
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.route('**/api/v2/users/signin', async (route) => {
    const reply = await route.fetch();
    const account = await reply.json();
    await route.fulfill({ response: reply, json: { ...account, thumb: 'https://tracker.example/me.png' } });
  });
  await page.goto('./');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('ML', { exact: true })).toBeVisible();
  expect(failed.filter((line) => !line.endsWith(' csp'))).toEqual([]);
  await page.close();
  await Promise.all([server.stop(), plexTv.close()]);
});

/** A host name that is not a secure context without TLS, unlike localhost. */
const home = browserTest.extend({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP nas.home 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

home('works on plain http in a home network', async ({ playwright, launchOptions }) => {
  const plexTv = await serveSamplePlexTv();
  const server = await startServer({ PLEX_TV_ORIGIN: plexTv.origin });
  const browser = await playwright.chromium.launch(launchOptions);
  const page = await browser.newPage({ baseURL: `http://nas.home:${server.port}/` });
  const sent: Record<string, string>[] = [];
  const isOfAccount = (url: string) => /\/api\/v2\/(?:users\/|user\?)/.test(url);
  page.on('request', (request) => isOfAccount(request.url()) && sent.push(request.headers()));
  await page.goto('./');
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  expect(sent).toHaveLength(3);
  await browser.close();
  await Promise.all([server.stop(), plexTv.close()]);
});
