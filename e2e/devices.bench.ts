import { expect, holdRequests, test } from './test.ts';

/** A key in the filter of 10,000 devices may take this long, on a processor slowed down four times. */
const limitMs = 50;

test(`filters 10,000 devices with at most ${limitMs} ms for each key`, async ({ page, signIn }) => {
  await signIn('many-devices@example.com');
  const panel = page.getByRole('region', { name: 'Devices', exact: true });
  const filter = panel.getByRole('searchbox', { name: 'Filter devices' });
  await filter.click();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'keyTimes', times);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name === 'keydown' || entry.name === 'keypress' || entry.name === 'input') {
          times.push(entry.processingEnd - entry.processingStart);
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (const key of ['k', 'i', 't', 'c', 'h', 'e', 'n', 'Space', '9', '9', ...Array<string>(10).fill('Backspace')]) {
    await page.keyboard.press(key);
    // The list follows the field when the browser has time.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  }
  await expect(panel.getByText(/^10000 devices are signed in/)).toBeVisible();
  const times: number[] = await page.evaluate(() => Reflect.get(window, 'keyTimes'));
  const worst = Math.round(Math.max(...times));
  process.stdout.write(`Worst of ${times.length} slow key events, in ms: ${worst}\n`);
  expect(worst).toBeLessThanOrEqual(limitMs);
});

/** The page must not stand still for longer than this while it reads and draws 10,000 devices. */
const taskLimitMs = 200;

test(`reads and draws 10,000 devices in tasks of at most ${taskLimitMs} ms`, async ({ page, signIn }) => {
  const answer = await holdRequests(page, '**/devices.xml');
  await signIn('many-devices@example.com');
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const measured = page.evaluate(async () => {
    const durations: number[] = [];
    let lastEndMs = performance.now();
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        durations.push(duration);
        lastEndMs = startTime + duration;
      }
    }).observe({ type: 'longtask' });
    const isDrawn = () =>
      document.getElementById('devices')?.textContent?.includes('10000 devices are signed in as you');
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    const startMs = performance.now();
    while (!isDrawn()) await idle();
    const drawnAfterMs = performance.now() - startMs;
    // The other panels follow.
    while (performance.now() - lastEndMs < 2000) await idle();
    return { durations, drawnAfterMs };
  });
  answer();
  const { durations, drawnAfterMs } = await measured;
  const worst = Math.round(Math.max(0, ...durations));
  const blockedMs = Math.round(durations.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0));
  process.stdout.write(
    `Drawn after ${Math.round(drawnAfterMs)} ms; worst task ${worst} ms; ${durations.length} tasks over 50 ms, ${blockedMs} ms beyond that\n`,
  );
  expect(worst).toBeLessThanOrEqual(taskLimitMs);
});
