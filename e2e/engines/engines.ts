import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, chromium, firefox, type LaunchOptions } from '@playwright/test';
import { ports } from './addresses.ts';
import { installedEngines } from './installed-engines.ts';
import { oldChromiumPath } from './old-chromium.ts';
import { playwrightTab } from './playwright-tab.ts';
import type { TabDriver } from './tab.ts';
import { type Command, startWebDriverSession, webDriverTab } from './webdriver-tab.ts';

export type Engine = {
  /** Opens a tab in an empty profile. */
  readonly openTab: () => Promise<TabDriver>;
  readonly stop: () => Promise<void>;
};

export type EngineName = 'Firefox ESR' | 'WebKitGTK' | 'Chromium 111';

export const startEngine: Record<EngineName, () => Promise<Engine>> = {
  'Firefox ESR': () => startPlaywright(firefox, { channel: 'moz-firefox', executablePath: installedEngines().firefox }),
  WebKitGTK: startWebKit,
  'Chromium 111': () =>
    startPlaywright(chromium, { executablePath: oldChromiumPath, args: ['--no-sandbox'] }, answerForPlexTv),
};

/** Old Chromium hides the address of a page that it cannot reach. */
async function answerForPlexTv(context: BrowserContext): Promise<void> {
  await context.route('https://app.plex.tv/**', (route) => route.fulfill({ body: 'In place of plex.tv' }));
}

async function startPlaywright(
  browserType: typeof chromium,
  options: LaunchOptions,
  prepare?: (context: BrowserContext) => Promise<void>,
): Promise<Engine> {
  const browser = await browserType.launch(options);
  return {
    openTab: async () => {
      for (const context of browser.contexts()) await context.close();
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
      await prepare?.(context);
      return playwrightTab(await context.newPage());
    },
    stop: () => browser.close(),
  };
}

async function startWebKit(): Promise<Engine> {
  let session: WebKitSession | undefined;
  const endSession = async () => {
    await session?.end();
    session = undefined;
  };
  return {
    openTab: async () => {
      await endSession();
      session = await startWebKitSession();
      await session.command('POST', '/window/rect', { width: 1280, height: 900 });
      return webDriverTab(session.command);
    },
    stop: endSession,
  };
}

type WebKitSession = { readonly command: Command; readonly end: () => Promise<void> };

/** Tries again with a new driver, because now and then the browser starts and never reports to its driver. */
async function startWebKitSession(tries = 3): Promise<WebKitSession> {
  const driver = await startWebKitDriver();
  const { miniBrowser } = installedEngines();
  try {
    const command = await startWebDriverSession(driver.origin, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    });
    return {
      command,
      end: async () => {
        await command('DELETE', '');
        await driver.stop();
      },
    };
  } catch (error) {
    await driver.stop();
    if (tries === 1) throw error;
    return startWebKitSession(tries - 1);
  }
}

/** WebKitGTK has no headless mode, so its driver gets a display of its own. */
async function startWebKitDriver(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  const { webKitDriver, xvfb } = installedEngines();
  const display = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [displayNumber] = await once(display.stdout, 'data');
  const driver = spawn(webKitDriver, [`--port=${ports.webKitDriver}`], {
    env: {
      ...process.env,
      DISPLAY: `:${String(displayNumber).trim()}`,
      // There is no accessibility bus and no graphics card.
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${ports.webKitDriver}`;
  await untilAnswering(`${origin}/status`);
  return {
    origin,
    stop: async () => {
      await Promise.all([end(driver), end(display)]);
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(url).catch(() => undefined)) return;
    await setTimeout(50);
  }
  throw new Error('WebKitWebDriver does not answer.');
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill();
  await once(process, 'exit');
}
