import { defineConfig } from '@playwright/test';
import { appOrigin, plexTvOrigin, ports } from './addresses.ts';
import { findBrowser } from './browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  globalSetup: './global-setup.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, for two slow cores: axe takes a while on an account with hundreds of rows.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'npm start', testIgnore: [`${import.meta.dirname}/serving/**`, `${import.meta.dirname}/engines/**`] },
    /** The tests of the built server, and of proxies in front of it. */
    { name: 'serving', testDir: 'serving' },
  ],
  reporter: 'list',
  /** The app as people run it: built, with its relay, and plex.tv behind that over HTTP. */
  webServer: {
    command: 'npm start',
    cwd: '..',
    url: appOrigin,
    timeout: 180_000,
    env: { PORT: String(ports.app), PLEX_TV_ORIGIN: plexTvOrigin, SIGN_INS_PER_MINUTE: '100000' },
  },
  use: {
    baseURL: `${appOrigin}/`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
    },
  },
});
