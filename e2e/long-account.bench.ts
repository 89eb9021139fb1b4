import { longAccount } from './long-account.ts';
import { test } from './test.ts';

/** The slowest device that the figures stand for: four times slower than this one. */
const slowdown = 4;

for (const count of [10, 100, 1_000, 10_000]) {
  test(`${count} features, services and past subscriptions`, async ({ page }) => {
    await page.route('**/api/v2/users/signin', (route) => route.fulfill({ status: 201, json: longAccount(count) }));
    await page.goto('/');
    await page.getByLabel('E-mail or username').fill('long@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('sample');
    await page.waitForLoadState('networkidle');
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(stampFirstRender);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor({ timeout: 120_000 });
    const { parsed, drawn } = await page.evaluate(() => Reflect.get(window, 'firstRender'));
    process.stdout.write(
      `${count}: account drawn ${drawn} ms after the reply, ${parsed} ms of them before its heading\n`,
    );
  });
}

/** Runs in the page: when the reply was read, when the heading stood there, and when that had been painted. */
function stampFirstRender() {
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
    const stood = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        const drawn = Math.round(performance.now() - replied);
        Reflect.set(window, 'firstRender', { parsed: Math.round(stood - replied), drawn });
      }),
    );
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
