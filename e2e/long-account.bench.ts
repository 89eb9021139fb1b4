import { longAccount } from './long-account.ts';
import { test } from './test.ts';

/** Stands for a device that is four times slower than the one that runs the benchmark. */
const slowdown = 4;

for (const count of [10, 100, 1_000, 10_000]) {
  test(`${count} features, services and past subscriptions`, async ({ page }) => {
    const headers = { 'X-Answered-By': 'plex.tv' };
    const reply = { status: 201, headers, json: longAccount(count) };
    await page.route('**/api/v2/users/signin', (route) => route.fulfill(reply));
    await page.goto('/');
    await page.getByLabel('E-mail or username').fill('long@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('sample');
    await page.waitForLoadState('networkidle');
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(measureFirstRender);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor({ timeout: 120_000 });
    const { untilHeading, painted } = await page.evaluate(() => Reflect.get(window, 'firstRender'));
    process.stdout.write(
      `${count}: account painted ${painted} ms after the reply, its heading rendered after ${untilHeading} ms\n`,
    );
  });
}

/** Runs in the page. Measures the time from the reply to the heading, and to the painted page. */
function measureFirstRender() {
  const text = Response.prototype.text;
  let replied = 0;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    replied = performance.now();
    return body;
  };
  const observer = new MutationObserver(() => {
    if (document.querySelector('h1')?.textContent !== 'Long account') return;
    observer.disconnect();
    const rendered = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        const painted = Math.round(performance.now() - replied);
        Reflect.set(window, 'firstRender', { untilHeading: Math.round(rendered - replied), painted });
      }),
    );
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
