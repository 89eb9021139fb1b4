import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { BrowserContext, Page } from '@playwright/test';
import { createSamplePlexTv } from '../src/sample/sample-plex-tv.ts';
import { type ServerProcess, startServer } from './serving/start-server.ts';
import { stringsInMemory } from './strings-in-memory.ts';
import { test as base, expect, showAllPanels } from './test.ts';

/** Functions that change a reply of the sample, by the last part of its path. */
type Changes = Record<string, (text: string) => string>;

type App = ServerProcess & {
  changes: Changes;
  /** How many changed replies the relay got. */
  changedCount: number;
};

/** The built server, and behind it a plex.tv that sends the sample with some replies changed. */
const test = base.extend<{ baseURL: string }, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
    async ({}, use) => {
      const sample = createSamplePlexTv();
      const fetch = async (request: Request) => {
        const response = await sample.fetch(request);
        const change = app.changes[new URL(request.url).pathname.split('/').at(-1) ?? ''];
        if (!change || !response.ok) return response;
        app.changedCount += 1;
        const { status, headers } = response;
        return new Response(change(await response.text()), { status, headers });
      };
      const plexTv = createServer(getRequestListener(fetch, { overrideGlobalObjects: false }));
      await new Promise<void>((resolve) => plexTv.listen(0, '127.0.0.1', resolve));
      const { port } = plexTv.address() as AddressInfo;
      const server = await startServer({ PLEX_TV_ORIGIN: `http://127.0.0.1:${port}`, SIGN_INS_PER_MINUTE: '1000' });
      const app: App = Object.assign(server, { changes: {}, changedCount: 0 });
      await use(app);
      await server.stop();
      plexTv.close();
      plexTv.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

const canary = 'Canary-7f3a9b2c4d5e6f70';
/** As it is, in any case, and as base64. */
const canaryPattern = /canary|Q2FuYXJ5|NhbmFyeS|DYW5hcn/i;

/** Gives every element a token, as plex.tv does. The sample has one on each device. */
function plantInXml(xml: string): string {
  return xml
    .replaceAll(/ token="[^"]*"/g, '')
    .replaceAll(
      /<(\w+) (?=\w+=)/g,
      `<$1 token="${canary}" authToken="${canary}" url="https://x.example/?X-Plex-Token=${canary}" `,
    );
}

/** Gives every object tokens. */
function plantInJson(json: string): string {
  const credentials = {
    accessToken: canary,
    inviteToken: canary,
    deep: { token: [canary] },
    queue: `https://${canary}@x.example/`,
  };
  const planted = JSON.parse(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, ...credentials } : value,
  );
  return JSON.stringify(planted);
}

/** The places in the browser and at the host that could hold a secret, by name. */
async function lookEverywhere(
  page: Page,
  context: BrowserContext,
  app: App,
  seen: Seen,
): Promise<Record<string, string>> {
  const places: Record<string, string> = {};
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await page.getByRole('button', { name: /^Open all \d+$/ }).click();
  places.page = await page.content();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  places.print = await page.content();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await page.getByRole('button', { name: 'Find anything' }).click();
  const find = page.getByRole('combobox', { name: 'Find anything' });
  await find.fill('token');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  places.find = await page.content();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Share…' }).click();
  const share = page.getByRole('dialog', { name: 'Share your account' });
  for (const format of ['Ten sentences', 'All values', 'JSON']) {
    await share.getByRole('radio', { name: format }).check();
    for (const box of await share.getByRole('checkbox').all()) await box.check();
    places[`share as ${format}`] =
      (await share.getByRole('region', { name: 'Preview of the shared text' }).textContent()) ?? '';
  }
  await page.keyboard.press('Escape');

  places.storage = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys()]),
  );
  places.cookies = JSON.stringify(await context.cookies());
  places.console = seen.consoleLines.join('\n');
  places.replies = seen.replies.join('\n');
  places['log of the host'] = app.log();
  // The query cache is here. The canary is in no code of the page, and no test sends it there.
  places.memory = (await stringsInMemory(await context.newCDPSession(page))).join('\n');
  return places;
}

type Seen = { consoleLines: string[]; replies: string[] };

function watch(context: BrowserContext): Seen {
  const seen: Seen = { consoleLines: [], replies: [] };
  context.on('console', (message) => seen.consoleLines.push(message.text()));
  context.on('response', async (response) => {
    if (response.url().includes('/api/')) seen.replies.push(await response.text().catch(() => ''));
  });
  return seen;
}

function expectNoCanary(places: Record<string, string>) {
  for (const [place, text] of Object.entries(places)) {
    expect.soft(canaryPattern.exec(text)?.[0], `canary in: ${place}`).toBeUndefined();
    if (!['cookies', 'console'].includes(place)) expect(text.length, place).toBeGreaterThan(20);
  }
}

test('the keys of other devices and people reach no place in the browser or in the log', async ({
  page,
  context,
  signIn,
  app,
}) => {
  app.changes = {
    'devices.xml': plantInXml,
    opt_outs: plantInXml,
    users: plantInJson,
    friends: plantInJson,
    resources: plantInJson,
    privacy: plantInJson,
    view_state_sync: plantInJson,
  };
  app.changedCount = 0;
  const seen = watch(context);
  await signIn('mara@example.com');
  await showAllPanels(page);
  await expect(page.getByText('4 of 6 switched off')).toBeVisible();
  const places = await lookEverywhere(page, context, app, seen);
  expectNoCanary(places);
  // Proves that the search works: the same places hold values that the page shows.
  for (const place of ['page', 'print', 'replies', 'memory', 'share as All values']) {
    expect.soft(places[place], place).toContain('Priya Raman');
  }
  expect(app.changedCount).toBe(8);
});

test('a reply from which the relay cannot remove keys does not reach the browser', async ({
  page,
  context,
  signIn,
  app,
}) => {
  app.changes = {
    'devices.xml': (xml) => xml.replace('<Device ', `<![CDATA[<Device token="${canary}"/>]]><Device `),
    friends: (json) => plantInJson(json).replace('Priya Raman', `Priya, with ${canary}`),
    resources: (json) => `${plantInJson(json)};`,
  };
  const seen = watch(context);
  await signIn('mara@example.com');
  await showAllPanels(page);
  for (const [name, words] of [
    ['Devices', 'Your devices could not be read.'],
    ['Sharing', 'could not be read.'],
  ] as const) {
    const panel = page.getByRole('region', { name, exact: true });
    await expect(panel).toContainText(words);
    await expect(panel).toContainText('cannot remove the keys of other devices and people');
    await expect(panel.getByRole('button', { name: 'Try again' }).first()).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'Plex Home', exact: true })).toContainText('Jonas Lindqvist');
  expectNoCanary(await lookEverywhere(page, context, app, seen));
});
