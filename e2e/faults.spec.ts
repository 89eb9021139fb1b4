import type { Page } from '@playwright/test';
import { kindOf } from '../src/plex/error-kind.ts';
import { errorWords } from '../src/plex/error-words.ts';
import type { PlexErrorKind } from '../src/plex/plex-error.ts';
import { hostileTexts } from '../src/test/hostile-texts.ts';
import type { Fault } from './fault-server.ts';
import * as faults from './faults.ts';
import { answer } from './faults.ts';
import { type FaultyApp, startFaultyApp } from './faulty-app.ts';
import { test as base, expect } from './test.ts';

const password = 'sample';
const rightPassword = { login: 'mara@example.com', password };

const test = base.extend<{ baseURL: string }, { app: FaultyApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
    async ({}, use) => {
      const app = await startFaultyApp();
      await use(app);
      await app.stop();
      expect(app.elsewhere.asked, 'requests to another server').toEqual([]);
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

type Case = [what: string, fault: Fault, kind: PlexErrorKind];

const html = { 'Content-Type': 'text/html' };
const json = { 'Content-Type': 'application/json' };
const account = JSON.stringify({ id: 1, title: 'Ada', authToken: 'invented-token-123' });

const connections: Case[] = [
  ['hangs up', faults.hangUp, 'plexTvUnreachable'],
  ['resets the connection', faults.reset, 'plexTvUnreachable'],
  ['resets it amid the body', faults.resetMidBody, 'plexTvUnreachable'],
  ['does not speak HTTP', faults.raw('SSH-2.0-OpenSSH_9.2\r\n\r\n'), 'plexTvUnreachable'],
  [
    'says to go on where nothing more is to come',
    faults.after('HTTP/1.1 100 Continue\r\n\r\n', answer(201, account)),
    'plexTvUnreachable',
  ],
  [
    'changes the protocol',
    faults.raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    'plexTvUnreachable',
  ],
  [
    'hints early, and then refuses',
    faults.after('HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n', answer(401, '{}')),
    'wrongLogin',
  ],
  ['sends a header of 20 kB', answer(201, account, { ...json, 'X-Huge': 'x'.repeat(20_000) }), 'plexTvUnreachable'],
  ['sends headers without end', faults.endlessHeaders, 'plexTvUnreachable'],
  ['tells two lengths', answer(201, account, { ...json, 'content-length': '3' }), 'plexTvUnreachable'],
];

const bodies: Case[] = [
  ['truncated JSON', answer(201, '{"id":1,"title":"Ad'), 'notJson'],
  ['a web page called JSON', answer(201, '<!DOCTYPE html><p>x'), 'notJson'],
  ['JSON in UTF-16', answer(201, Buffer.from(account, 'utf16le')), 'notJson'],
  [
    'a picture',
    answer(200, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0]), { 'Content-Type': 'image/png' }),
    'notJson',
  ],
  ['a captive portal', answer(200, faults.captivePortal, html), 'notJson'],
  ['nothing', answer(201, ''), 'notAnAccount'],
  ['null', answer(201, 'null'), 'notAnAccount'],
  ['JSON of somebody else', answer(200, '{"status":"ok"}'), 'notAnAccount'],
  ['10 MB', answer(200, `{"id":1,"title":"${'x'.repeat(10e6)}"}`), 'plexTvUnreachable'],
  ['a body without end', faults.endlessBody, 'plexTvUnreachable'],
  ['half a gigabyte, packed twice', faults.bomb(), 'plexTvUnreachable'],
  ['50 MB, packed by Brotli', faults.brotliBomb(), 'plexTvUnreachable'],
  [
    'what is not packed, called packed',
    answer(200, account, { ...json, 'Content-Encoding': 'gzip' }),
    'plexTvUnreachable',
  ],
  [
    'what is packed by six ways',
    answer(200, account, { ...json, 'Content-Encoding': 'br, br, br, br, br, br' }),
    'plexTvUnreachable',
  ],
  [
    'XML that grows a billionfold',
    answer(500, faults.billionLaughs, { 'Content-Type': 'application/xml' }),
    'wrongLogin',
  ],
  ['JSON of ten thousand levels', answer(500, '['.repeat(10_000) + ']'.repeat(10_000)), 'serverTrouble'],
];

/** Those on which a browser, a proxy or Node does something by itself, and the ends of each hundred. */
const statuses = [
  300, 304, 305, 399, 400, 402, 403, 404, 405, 406, 407, 408, 409, 413, 414, 417, 421, 425, 426, 428, 431, 451, 499,
  500, 501, 502, 503, 504, 505, 511, 599,
];
const notPassedOn = [407, 408, 421, 425];

function kindOfStatus(status: number): PlexErrorKind {
  return status < 400 || notPassedOn.includes(status) ? 'plexTvUnreachable' : kindOf('sign-in', status);
}

/** One try, told in words; all that was typed stays, and plex.tv was asked once. */
async function expectWords(page: Page, app: FaultyApp, [what, fault, kind]: Case): Promise<void> {
  await test.step(what, async () => {
    app.fault = fault;
    app.asked.length = 0;
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => app.asked.length, `${what}: asked`).toBeGreaterThan(0);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true }), what).toBeVisible();
    const alert = page.getByRole('alert');
    for (const words of Object.values(errorWords[kind])) await expect(alert, what).toContainText(words);
    expect(app.asked, what).toEqual(['POST /api/v2/users/signin']);
    await expect(page.getByLabel('E-mail or username')).toHaveValue(rightPassword.login);
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(password);
    await expect(page.getByLabel('Remember me')).toBeChecked();
  });
}

async function expectSignIn(page: Page, app: FaultyApp): Promise<void> {
  app.fault = undefined;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expect(page).toHaveTitle(/Account statement/);
}

const redirects = [301, 302, 303, 307, 308];

test.describe('a sign-in is told in words, loses nothing and is sent once when plex.tv', () => {
  test.beforeEach(async ({ page, fillIn }) => {
    await fillIn(rightPassword.login, password);
    await page.getByLabel('Remember me').check();
  });

  test('fails before its answer', async ({ page, app }) => {
    for (const fault of connections) await expectWords(page, app, fault);
    await expectSignIn(page, app);
  });

  test('answers with something else', async ({ page, app }) => {
    for (const fault of bodies) await expectWords(page, app, fault);
    await expectSignIn(page, app);
  });

  test('answers with a status that browsers and proxies act upon', async ({ page, app }) => {
    for (const status of statuses)
      await expectWords(page, app, [`${status}`, answer(status, '{}'), kindOfStatus(status)]);
    await expectSignIn(page, app);
  });

  test('leads elsewhere', async ({ page, app }) => {
    const { origin } = app.elsewhere;
    for (const status of redirects) {
      const headers = {
        Location: `${origin}/?from=${status}`,
        Refresh: `0;url=${origin}`,
        Link: `<${origin}>; rel=preload; as=image`,
      };
      await expectWords(page, app, [`${status}`, answer(status, '{}', headers), 'plexTvUnreachable']);
    }
    const refresh = {
      ...html,
      Refresh: `0;url=${origin}`,
      'Content-Location': origin,
      'Alt-Svc': 'h2=":1"',
      'Clear-Site-Data': '"*"',
    };
    await expectWords(page, app, ['200 with Refresh', answer(200, faults.captivePortal, refresh), 'notJson']);
    await expectSignIn(page, app);
  });

  test('refuses the connection, and is there again later', async ({ page, app }) => {
    await app.refuse();
    app.asked.length = 0;
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText(errorWords.plexTvUnreachable.what);
    await expect(page.getByRole('alert')).toContainText('ECONNREFUSED');
    expect(app.asked).toEqual([]);
    await app.listen();
    await expectSignIn(page, app);
  });

  test('wants to be left alone, twice', async ({ page, app }) => {
    const twice =
      'HTTP/1.1 429 X\r\nContent-Type: application/json\r\nContent-Type: text/html\r\nRetry-After: 2\r\nRetry-After: 9\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\n{}';
    await expectWords(page, app, ['429 twice', faults.raw(twice), 'rateLimited']);
    await expect(page.getByText('You can try again now.')).toBeVisible();
    await expectWords(page, app, ['429 for years', answer(429, '{}', { 'Retry-After': '999999999' }), 'rateLimited']);
    await expectSignIn(page, app);
    expect(await page.context().cookies()).toEqual([]);
  });
});

test('an account that is called something else is read all the same', async ({ page, app, fillIn }) => {
  await fillIn(rightPassword.login);
  app.fault = answer(200, account, { 'Content-Type': 'text/plain' });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();
});

test('hostile text and addresses run nothing, lead nowhere and ask nobody', async ({ page, app, fillIn }) => {
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
    await fillIn(rightPassword.login);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('region', { name: 'Everything plex.tv sent' }), thumb).toBeVisible();
    expect(await page.locator('main').locator('img, script, iframe, object, embed, form').count(), thumb).toBe(0);
  }
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
});

const later: Case[] = [
  ['resets the connection', faults.reset, 'plexTvUnreachable'],
  ['resets it amid the body', faults.resetMidBody, 'plexTvUnreachable'],
  ['sends truncated JSON', answer(200, '{"id":1,"title":"Ad'), 'notJson'],
  ['is a captive portal', answer(200, faults.captivePortal, html), 'notJson'],
  ['sends half a gigabyte, packed', faults.bomb(), 'plexTvUnreachable'],
  ['sends no account', answer(200, '[]'), 'notAnAccount'],
  ['has trouble', answer(500, '{}'), 'serverTrouble'],
];

test('a refresh that fails keeps the account on the page and says why', async ({ page, app, signIn }) => {
  await signIn(rightPassword);
  const redirect: Case = ['leads elsewhere', answer(302, '', { Location: app.elsewhere.origin }), 'plexTvUnreachable'];
  for (const [what, fault, kind] of [...later, redirect]) {
    app.fault = fault;
    app.asked.length = 0;
    await page.getByRole('button', { name: 'Refresh' }).click();
    const alert = page.getByRole('alert').filter({ hasText: errorWords[kind].what });
    for (const words of Object.values(errorWords[kind])) await expect(alert, what).toContainText(words);
    await expect(alert).toContainText('What you see is as it was before.');
    expect(app.asked, what).toEqual(['GET /api/v2/user']);
    await expect(page.getByRole('heading', { level: 1, name: 'Mara Lindqvist' })).toBeVisible();
  }
  app.fault = undefined;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a sign-out that plex.tv does not hear of forgets the account here and says how to end it there', async ({
  page,
  app,
  signIn,
}) => {
  const redirect: Case = ['leads elsewhere', answer(307, '', { Location: app.elsewhere.origin }), 'plexTvUnreachable'];
  const misdirected: Case = ['answers 408', answer(408, '{}'), 'plexTvUnreachable'];
  for (const [what, fault, kind] of [
    ...later.filter(([, , words]) => words !== 'notAnAccount'),
    redirect,
    misdirected,
  ]) {
    app.fault = undefined;
    await signIn(rightPassword);
    app.fault = fault;
    app.asked.length = 0;
    await page.getByRole('button', { name: 'Sign out' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'plex.tv could not be told' });
    await expect(alert, what).toContainText(errorWords[kind].why);
    await expect(alert.getByRole('link', { name: 'your authorized devices' })).toBeVisible();
    expect(app.asked, what).toEqual(['DELETE /api/v2/users/signout']);
    await expect(page.locator('body')).not.toContainText('Mara');
  }
});

test('nothing takes longer than the limit: silence and a slow drip end in words', async ({
  page,
  app,
  browser,
  signIn,
}) => {
  const context = await browser.newContext({ baseURL: app.appUrl });
  const open = async (fault: Fault, path: string, act: (other: Page) => Promise<void>) => {
    const other = await context.newPage();
    await other.goto('/');
    await other.getByLabel('E-mail or username').fill(rightPassword.login);
    await other.getByRole('textbox', { name: 'Password' }).fill(password);
    app.fault = undefined;
    app.asked.length = 0;
    await act(other);
    app.fault = fault;
    await other.getByRole('button', { name: path === 'signin' ? 'Sign in' : 'Sign out' }).click();
    await expect.poll(() => app.asked.at(-1)).toContain(path);
    return other;
  };
  const stay = async () => undefined;
  const enter = async (other: Page) => {
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible();
  };
  const silent = await open(faults.silence, 'signin', stay);
  const dripping = await open(faults.slowDrip, 'signin', stay);
  const leaving = await open(faults.silence, 'signout', enter);
  app.fault = undefined;
  await signIn(rightPassword);
  app.fault = faults.slowDrip;
  await page.getByRole('button', { name: 'Refresh' }).click();

  const timeout = 20_000;
  for (const other of [silent, dripping]) {
    await expect(other.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
    await expect(other.getByRole('textbox', { name: 'Password' })).toHaveValue(password);
  }
  await expect(leaving.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
  await expect(page.getByRole('alert')).toContainText(errorWords.timedOut.what, { timeout });
  await context.close();
  app.fault = undefined;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
});
