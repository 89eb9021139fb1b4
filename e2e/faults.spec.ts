import type { Page } from '@playwright/test';
import { errorKind } from '../src/plex/errors/error-kind.ts';
import { errorWords } from '../src/plex/errors/error-words.ts';
import type { PlexErrorKind } from '../src/plex/errors/plex-error.ts';
import { hostileTexts } from '../src/test/hostile-texts.ts';
import type { Fault } from './fault-server.ts';
import * as faults from './faults.ts';
import { answer } from './faults.ts';
import { type FaultyApp, startFaultyApp } from './faulty-app.ts';
import { test as base, expect, waitForRefresh } from './test.ts';

const password = 'sample';
const credentials = { login: 'mara@example.com', password };

const test = base.extend<{ baseURL: string }, { app: FaultyApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
    async ({}, use) => {
      const app = await startFaultyApp();
      await use(app);
      await app.stop();
      expect(app.otherServer.requests, 'requests to another server').toEqual([]);
      expect(app.log()).toMatch(/POST \/api\/v2\/users\/signin \d+/);
      expect(app.log()).not.toMatch(/mara|password=|includeSubscriptions|elsewhere|token/i);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.appUrl),
});

test.beforeEach(({ app }) => {
  app.fault = undefined;
});

type Case = [description: string, fault: Fault, kind: PlexErrorKind];

const html = { 'Content-Type': 'text/html' };
const json = { 'Content-Type': 'application/json' };
const account = JSON.stringify({ id: 1, title: 'Ada', authToken: 'invented-token-123' });

const connectionFaults: Case[] = [
  ['closes the connection', faults.hangUp, 'plexTvUnreachable'],
  ['resets the connection', faults.reset, 'plexTvUnreachable'],
  ['resets the connection in the middle of the body', faults.resetMidBody, 'plexTvUnreachable'],
  ['does not speak HTTP', faults.raw('SSH-2.0-OpenSSH_9.2\r\n\r\n'), 'plexTvUnreachable'],
  [
    'sends 100 Continue to a complete request',
    faults.after('HTTP/1.1 100 Continue\r\n\r\n', answer(201, account)),
    'plexTvUnreachable',
  ],
  [
    'switches the protocol',
    faults.raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    'plexTvUnreachable',
  ],
  [
    'sends 103 Early Hints, and then refuses',
    faults.after('HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n', answer(401, '{}')),
    'wrongLogin',
  ],
  ['sends a header of 20 kB', answer(201, account, { ...json, 'X-Huge': 'x'.repeat(20_000) }), 'plexTvUnreachable'],
  ['sends endless headers', faults.endlessHeaders, 'plexTvUnreachable'],
  ['sends two lengths', answer(201, account, { ...json, 'content-length': '3' }), 'plexTvUnreachable'],
];

const wrongBodies: Case[] = [
  ['truncated JSON', answer(201, '{"id":1,"title":"Ad'), 'notJson'],
  ['a web page with the content type of JSON', answer(201, '<!DOCTYPE html><p>x'), 'notJson'],
  ['JSON in UTF-16', answer(201, Buffer.from(account, 'utf16le')), 'notJson'],
  [
    'a picture',
    answer(200, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), { 'Content-Type': 'image/png' }),
    'notJson',
  ],
  ['a captive portal', answer(200, faults.captivePortal, html), 'notJson'],
  ['nothing', answer(201, ''), 'notAnAccount'],
  ['null', answer(201, 'null'), 'notAnAccount'],
  ['JSON that is no account', answer(200, '{"status":"ok"}'), 'notAnAccount'],
  ['10 MB', answer(200, `{"id":1,"title":"${'x'.repeat(10e6)}"}`), 'plexTvUnreachable'],
  ['an endless body', faults.endlessBody, 'plexTvUnreachable'],
  ['500 MB, compressed twice by gzip', faults.gzipBomb(), 'plexTvUnreachable'],
  ['50 MB, compressed by Brotli', faults.brotliBomb(), 'plexTvUnreachable'],
  [
    'a plain body that claims to be compressed',
    answer(200, account, { ...json, 'Content-Encoding': 'gzip' }),
    'plexTvUnreachable',
  ],
  [
    'a body that claims six compressions',
    answer(200, account, { ...json, 'Content-Encoding': 'br, br, br, br, br, br' }),
    'plexTvUnreachable',
  ],
  [
    'XML with entities that expand a billion times',
    answer(500, faults.billionLaughs, { 'Content-Type': 'application/xml' }),
    'serverError',
  ],
  ['JSON with ten thousand levels', answer(500, '['.repeat(10_000) + ']'.repeat(10_000)), 'serverError'],
];

/** Statuses on which a browser, a proxy or Node acts by itself, and the first and last of each class. */
const statuses = [
  300, 304, 305, 399, 400, 402, 403, 404, 405, 406, 407, 408, 409, 413, 414, 417, 421, 425, 426, 428, 431, 451, 499,
  500, 501, 502, 503, 504, 505, 511, 599,
];
const notRelayed = [407, 408, 421, 425];

function kindOfStatus(status: number): PlexErrorKind {
  return status < 400 || notRelayed.includes(status) ? 'plexTvUnreachable' : errorKind('sign-in', status);
}

/** Signs in and expects the error's words, one request to plex.tv, and a form that still holds everything typed. */
async function expectFailure(page: Page, app: FaultyApp, [description, fault, kind]: Case): Promise<void> {
  await test.step(description, async () => {
    app.fault = fault;
    app.requests.length = 0;
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect.poll(() => app.requests.length, `${description}: requests`).toBeGreaterThan(0);
    const submit = page.getByRole('button', { name: 'Sign in', exact: true });
    await expect(submit, description).toHaveAttribute('aria-busy', 'false');
    const alert = page.getByRole('alert');
    for (const words of Object.values(errorWords[kind])) await expect(alert, description).toContainText(words);
    expect(app.requests, description).toEqual(['POST /api/v2/users/signin']);
    await expect(page.getByLabel('E-mail or username')).toHaveValue(credentials.login);
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(password);
    await expect(page.getByLabel('Remember me')).toBeChecked();
  });
}

async function expectSignIn(page: Page, app: FaultyApp): Promise<void> {
  app.fault = undefined;
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/Account statement/);
}

const redirects = [301, 302, 303, 307, 308];

test.describe('shows the reason, keeps what was typed and sends one sign-in when plex.tv', () => {
  test.beforeEach(async ({ page, fillIn }) => {
    await fillIn(credentials.login, password);
    await page.getByLabel('Remember me').check();
  });

  test('breaks the connection', async ({ page, app }) => {
    for (const fault of connectionFaults) await expectFailure(page, app, fault);
    await expectSignIn(page, app);
  });

  test('answers with a wrong body', async ({ page, app }) => {
    for (const fault of wrongBodies) await expectFailure(page, app, fault);
    await expectSignIn(page, app);
  });

  test('answers with a status that browsers and proxies act on', async ({ page, app }) => {
    for (const status of statuses)
      await expectFailure(page, app, [`${status}`, answer(status, '{}'), kindOfStatus(status)]);
    await expectSignIn(page, app);
  });

  test('redirects to another server', async ({ page, app }) => {
    const { origin } = app.otherServer;
    for (const status of redirects) {
      const headers = {
        Location: `${origin}/?from=${status}`,
        Refresh: `0;url=${origin}`,
        Link: `<${origin}>; rel=preload; as=image`,
      };
      await expectFailure(page, app, [`${status}`, answer(status, '{}', headers), 'plexTvUnreachable']);
    }
    const refresh = {
      ...html,
      Refresh: `0;url=${origin}`,
      'Content-Location': origin,
      'Alt-Svc': 'h2=":1"',
      'Clear-Site-Data': '"*"',
    };
    await expectFailure(page, app, ['200 with Refresh', answer(200, faults.captivePortal, refresh), 'notJson']);
    await expectSignIn(page, app);
  });

  test('refuses the connection, and accepts it later', async ({ page, app }) => {
    await app.refuse();
    app.requests.length = 0;
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(errorWords.plexTvUnreachable.what);
    await expect(page.getByRole('alert')).toContainText('ECONNREFUSED');
    expect(app.requests).toEqual([]);
    await app.listen();
    await expectSignIn(page, app);
  });

  test('sends two Retry-After headers, or one of many years', async ({ page, app }) => {
    const twice =
      'HTTP/1.1 429 X\r\nContent-Type: application/json\r\nContent-Type: text/html\r\nRetry-After: 2\r\nRetry-After: 9\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\n{}';
    await expectFailure(page, app, ['429 with doubled headers', faults.raw(twice), 'rateLimited']);
    await expect(page.getByText('You can try again now.')).toBeVisible();
    await expectFailure(page, app, ['429 for years', answer(429, '{}', { 'Retry-After': '999999999' }), 'rateLimited']);
    await expectSignIn(page, app);
    expect(await page.context().cookies()).toEqual([]);
  });
});

test('reads an account with the wrong content type', async ({ page, app, fillIn }) => {
  await fillIn(credentials.login);
  app.fault = answer(200, account, { 'Content-Type': 'text/plain' });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
});

test('hostile text and addresses run no script, cause no navigation and send no request', async ({
  page,
  app,
  fillIn,
}) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  for (const [index, thumb] of hostileTexts.filter((text) => /:|^[/\\]|</.test(text)).entries()) {
    const texts = [...hostileTexts.slice(index), ...hostileTexts.slice(0, index)];
    const [title, email, username, country, endpoint] = texts;
    const reply = {
      id: 1,
      title,
      email,
      username,
      country,
      thumb,
      services: texts.map((text) => ({ identifier: text, endpoint: thumb })),
      subscription: { features: [...texts, endpoint] },
    };
    const hostile = texts.reduce<string>(
      (body, text) => `${body.slice(0, -1)},${JSON.stringify(text)}:${JSON.stringify(text)}}`,
      JSON.stringify(reply),
    );
    app.fault = answer(201, hostile);
    await fillIn(credentials.login);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Everything plex.tv sent' }), thumb).toBeVisible();
    expect(await page.locator('main').locator('img, script, iframe, object, embed, form').count(), thumb).toBe(0);
  }
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
});

const laterFaults: Case[] = [
  ['resets the connection', faults.reset, 'plexTvUnreachable'],
  ['resets the connection in the middle of the body', faults.resetMidBody, 'plexTvUnreachable'],
  ['sends truncated JSON', answer(200, '{"id":1,"title":"Ad'), 'notJson'],
  ['is a captive portal', answer(200, faults.captivePortal, html), 'notJson'],
  ['sends 500 MB, compressed', faults.gzipBomb(), 'plexTvUnreachable'],
  ['sends no account', answer(200, '[]'), 'notAnAccount'],
  ['answers 500', answer(500, '{}'), 'serverError'],
];

test('a failed refresh keeps the account on the page and shows the reason', async ({ page, app, signIn }) => {
  await signIn(credentials);
  const redirect: Case = [
    'redirects to another server',
    answer(302, '', { Location: app.otherServer.origin }),
    'plexTvUnreachable',
  ];
  for (const [description, fault, kind] of [...laterFaults, redirect]) {
    app.fault = fault;
    app.requests.length = 0;
    await page.getByRole('button', { name: 'Refresh' }).click();
    // The alert of an earlier refresh may look the same.
    await expect.poll(() => app.requests).toContain('GET /api/v2/user');
    await waitForRefresh(page);
    const alert = page.getByRole('alert').filter({ hasText: errorWords[kind].what });
    for (const words of Object.values(errorWords[kind])) await expect(alert, description).toContainText(words);
    await expect(alert).toContainText('This page still shows the earlier data.');
    expect(
      app.requests.filter((request) => request === 'GET /api/v2/user'),
      description,
    ).toHaveLength(1);
    await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  }
  app.fault = undefined;
  app.requests.length = 0;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => app.requests).toContain('GET /api/v2/user');
  await waitForRefresh(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a sign-out that does not reach plex.tv removes the account here and says how to end it at plex.tv', async ({
  page,
  app,
  signIn,
}) => {
  const redirect: Case = [
    'redirects to another server',
    answer(307, '', { Location: app.otherServer.origin }),
    'plexTvUnreachable',
  ];
  const requestTimeout: Case = ['answers 408', answer(408, '{}'), 'plexTvUnreachable'];
  for (const [description, fault, kind] of [
    ...laterFaults.filter(([, , kind]) => kind !== 'notAnAccount'),
    redirect,
    requestTimeout,
  ]) {
    app.fault = undefined;
    await signIn(credentials);
    app.fault = fault;
    app.requests.length = 0;
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'but not at plex.tv' });
    await expect(alert, description).toContainText(errorWords[kind].why);
    await expect(alert.getByRole('link', { name: 'your authorized devices' })).toBeVisible();
    expect(
      app.requests.filter((request) => !request.startsWith('GET')),
      description,
    ).toEqual(['DELETE /api/v2/users/signout']);
    await expect(page.locator('body')).not.toContainText('Mara');
  }
});

test('shows a timeout when plex.tv sends nothing, or sends a byte now and then', async ({
  page,
  app,
  browser,
  signIn,
}) => {
  const context = await browser.newContext({ baseURL: app.appUrl });
  const startRequest = async (fault: Fault, path: string, prepare: (other: Page) => Promise<void>) => {
    const other = await context.newPage();
    await other.goto('/');
    await other.getByLabel('E-mail or username').fill(credentials.login);
    await other.getByRole('textbox', { name: 'Password' }).fill(password);
    app.fault = undefined;
    app.requests.length = 0;
    await prepare(other);
    app.fault = fault;
    await other.getByRole('button', { name: path === 'signin' ? 'Sign in' : 'Sign out', exact: true }).click();
    // The panels send requests of their own, before or after this one.
    await expect.poll(() => app.requests.join()).toContain(path);
    return other;
  };
  const stayOnForm = async () => undefined;
  const signInFirst = async (other: Page) => {
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  };
  const silent = await startRequest(faults.silence, 'signin', stayOnForm);
  const dripping = await startRequest(faults.slowDrip, 'signin', stayOnForm);
  const signingOut = await startRequest(faults.silence, 'signout', signInFirst);
  app.fault = undefined;
  await signIn(credentials);
  app.fault = faults.slowDrip;
  await page.getByRole('button', { name: 'Refresh' }).click();

  const timeout = 20_000;
  for (const other of [silent, dripping]) {
    await expect(other.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
    await expect(other.getByRole('textbox', { name: 'Password' })).toHaveValue(password);
  }
  await expect(signingOut.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
  await expect(page.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
  await context.close();
  app.fault = undefined;
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});
