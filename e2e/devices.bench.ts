import { expect, test } from './test.ts';

/** A key in the filter of 10,000 devices may take this long, on a processor slowed down four times. */
const limitMs = 50;

test.use({ trace: 'off' });

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
