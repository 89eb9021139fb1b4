import type { Page } from '@playwright/test';
import { median } from './bench-table.ts';
import { answerSignIn, longAccount, manyPastSubscriptions } from './long-account.ts';
import { test } from './test.ts';

/** Stands for a device that is four times slower than the one that runs the benchmark. */
const slowdown = 4;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

/** Without a reply, the sample plex.tv answers. */
const accounts: Record<string, { title: string; reply?: object }> = {
  'an ordinary account': { title: 'nina' },
  '5,000 past subscriptions': { title: 'Long account', reply: manyPastSubscriptions(5000) },
  ...Object.fromEntries(
    [10, 100, 1_000, 10_000].map((count) => [
      `${count} features, services and past subscriptions`,
      { title: 'Long account', reply: longAccount(count) },
    ]),
  ),
};

for (const [name, { title, reply }] of Object.entries(accounts)) {
  test(name, async ({ browser, baseURL }) => {
    const times = { untilHeading: [] as number[], painted: [] as number[], longestTask: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      // A new browser profile: the code runs for the first time.
      const context = await browser.newContext({ baseURL: baseURL ?? '' });
      await context.route('https://plex.tv/**', (route) => route.abort());
      if (reply) await answerSignIn(context, reply);
      const page = await context.newPage();
      const result = await signIn(page, title);
      for (const key of ['untilHeading', 'painted', 'longestTask'] as const) times[key].push(result[key]);
      await context.close();
    }
    const of = (key: keyof typeof times) => Math.round(median(times[key]));
    process.stdout.write(
      `${name}: painted ${of('painted')} ms after the reply (${times.painted.map(Math.round).join(', ')}), heading rendered after ${of('untilHeading')} ms, longest task after the first paint ${of('longestTask')} ms\n`,
    );
  });
}

async function signIn(page: Page, title: string) {
  await page.goto('/');
  await page.getByLabel('E-mail or username').fill('nina@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.waitForLoadState('networkidle');
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // Before the press, because the code that Playwright runs in the page takes time too.
  const measured = page.evaluate(measure, title);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  return await measured;
}

/**
 * Runs in the page. Measures the time from the reply to the heading, and to the painted page, and then the longest task
 * until the page has been quiet for two seconds. All in milliseconds.
 */
async function measure(title: string) {
  const text = Response.prototype.text;
  let replied = 0;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    if (this.url.endsWith('/signin')) replied = performance.now();
    return body;
  };
  const { rendered, painted } = await new Promise<{ rendered: number; painted: number }>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main h1')?.textContent?.startsWith(title)) return;
      observer.disconnect();
      const now = performance.now();
      requestAnimationFrame(() => setTimeout(() => resolve({ rendered: now, painted: performance.now() })));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });

  let longestTask = 0;
  let lastEnd = performance.now();
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime < painted) continue;
      longestTask = Math.max(longestTask, duration);
      lastEnd = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });
  while (performance.now() - lastEnd < 2000) await new Promise((resolve) => setTimeout(resolve, 100));
  return { untilHeading: rendered - replied, painted: painted - replied, longestTask };
}
