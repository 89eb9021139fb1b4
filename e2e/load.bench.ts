import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type CDPSession, devices, type Page, test } from '@playwright/test';
import { appOrigin } from './addresses.ts';
import { median, printRow } from './bench-table.ts';
import { startServer } from './serving/start-server.ts';

/*
 * Loads each page in turn on a phone with a quarter of this processor and a slow 4G network, and prints medians, and
 * medians of the ratios to the same sign-in screen without any script. Set BENCH_AGAINST to the address of another page to
 * load that too, and BENCH_ROUNDS to load each page more or fewer times.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const against = process.env.BENCH_AGAINST;
const slowdown = 4;
/** The same as "slow 4G" in Chrome's developer tools. */
const network = { offline: false, latency: 562.5, downloadThroughput: 1_500_000 / 8, uploadThroughput: 750_000 / 8 };

type Metrics = {
  firstPaint: number;
  largestPaint: number;
  /** When the app's script reacts to presses. */
  usable: number;
  scriptKilobytes: number;
  requests: number;
};

/** The build of the page without any script. */
async function withoutScript(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'without-script-'));
  const root = resolve(import.meta.dirname, '..');
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  const path = join(folder, 'dist/page/index.html');
  const page = await readFile(path, 'utf8');
  const plain = page
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace('<html', '<html data-browser="supported"');
  await writeFile(path, plain);
  await rm(`${path}.br`);
  return folder;
}

async function openTab(browser: Browser): Promise<{ page: Page; devTools: CDPSession }> {
  const context = await browser.newContext(devices['Pixel 7']);
  const page = await context.newPage();
  await page.addInitScript(observe);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  return { page, devTools };
}

async function slowDown(devTools: CDPSession) {
  await devTools.send('Network.emulateNetworkConditions', network);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Runs in the page before its own scripts. */
function observe() {
  const seen = { largestPaint: 0, usable: 0, replied: 0, account: 0 };
  Reflect.set(window, 'seen', seen);
  const text = Response.prototype.text;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    if (/\/api\/v2\/user(?:s\/signin|\?|$)/.test(this.url)) seen.replied ||= performance.now();
    return body;
  };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    if (document.documentElement.dataset.app === 'ready') seen.usable ||= performance.now();
    if (document.querySelector('main section h2')?.textContent === 'Subscription' && seen.account === 0) {
      seen.account = -1;
      requestAnimationFrame(() => setTimeout(() => Object.assign(seen, { account: performance.now() })));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Opens a page in a new browser profile. */
async function coldLoad(browser: Browser, url: string): Promise<Metrics> {
  const { page, devTools } = await openTab(browser);
  await slowDown(devTools);
  await page.goto(url, { waitUntil: 'networkidle' });
  const hasApp = await page.evaluate(
    () => 'browser' in document.documentElement.dataset && document.scripts.length > 0,
  );
  if (hasApp) await page.waitForFunction(() => Reflect.get(window, 'seen').usable > 0);
  const metrics = await page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => name.endsWith('.js'));
    const seen = Reflect.get(window, 'seen');
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      largestPaint: seen.largestPaint,
      usable: seen.usable,
      scriptKilobytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
      requests: resources.length + 1,
    };
  });
  await page.context().close();
  return metrics;
}

type AccountTimes = { signIn: number; comeBack: number; untilAccount: number };

/**
 * Signs in with "Remember me", and opens the page again with a full cache. Measures both times from plex.tv's reply to the
 * painted account, and the second time also from the start of the page.
 */
async function openAccount(browser: Browser, url: string): Promise<AccountTimes> {
  const { page, devTools } = await openTab(browser);
  await page.goto(url);
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('checkbox').check();
  await page.waitForLoadState('networkidle');
  await slowDown(devTools);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const first = await waitForAccount(page);
  // The cache has to be full before the page is opened again.
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  await page.goto(url);
  const second = await waitForAccount(page);
  await page.context().close();
  return {
    signIn: first.account - first.replied,
    comeBack: second.account - second.replied,
    untilAccount: second.account,
  };
}

async function waitForAccount(page: Page): Promise<{ account: number; replied: number }> {
  const seen = await page.waitForFunction(() => {
    const times = Reflect.get(window, 'seen');
    return times.account > 0 && times;
  });
  return await seen.jsonValue();
}

test('the first load and the return, beside the same screen without script', async ({ browser }) => {
  test.setTimeout(30 * 60_000);
  const folder = await withoutScript();
  const plain = await startServer({ PLEX_TV_ORIGIN: 'sample' }, folder);
  const pages = { 'without script': plain.url, 'this page': appOrigin, ...(against && { [against]: against }) };
  const loads = Object.fromEntries(Object.keys(pages).map((name): [string, Metrics[]] => [name, []]));
  const accounts: AccountTimes[] = [];
  for (let round = 0; round < rounds; round++) {
    // One after the other, because other work on the computer comes and goes.
    for (const [name, url] of Object.entries(pages)) loads[name]?.push(await coldLoad(browser, url));
    accounts.push(await openAccount(browser, appOrigin));
  }
  printRow([new Date().toISOString().slice(0, 10), `${cpus().length} cores, ${cpus()[0]?.model}`]);
  printRow([`${rounds} rounds`, 'first', 'largest', 'usable', 'script kB', 'requests', 'ratio']);
  const reference = loads['without script'] ?? [];
  for (const [name, metrics] of Object.entries(loads)) {
    const of = (key: keyof Metrics) => Math.round(median(metrics.map((one) => one[key])));
    const ratios = metrics.map(({ largestPaint }, round) => largestPaint / (reference[round]?.largestPaint ?? 0));
    const cells = [of('firstPaint'), of('largestPaint'), of('usable'), of('scriptKilobytes'), of('requests')];
    printRow([name, ...cells, median(ratios).toFixed(3)]);
  }
  const medianOf = (key: keyof AccountTimes) => Math.round(median(accounts.map((times) => times[key])));
  const ratios = accounts.map(
    ({ untilAccount }, round) => (untilAccount - network.latency) / (reference[round]?.largestPaint ?? 0),
  );
  printRow(['remembered return', medianOf('untilAccount')]);
  printRow(['… less one round trip, ratio', median(ratios).toFixed(3)]);
  printRow(['sign-in, reply to paint', medianOf('signIn')]);
  printRow(['return, reply to paint', medianOf('comeBack')]);
  await plain.stop();
  await rm(folder, { recursive: true });
});
