import { defineConfig } from '@playwright/test';
import { appOrigin, plexTvOrigin, ports } from './addresses.ts';
import type { EngineName } from './engines.ts';
import type { EngineOptions } from './test.ts';

const names: EngineName[] = process.env.ENGINES === 'old' ? ['Chromium 111'] : ['Firefox ESR', 'WebKitGTK'];

export default defineConfig<object, EngineOptions>({
  globalSetup: './global-setup.ts',
  outputDir: '../../test-results/engines',
  // One for each engine.
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: names.map((name) => ({ name, use: { engineName: name } })),
  webServer: {
    command: 'npm start',
    cwd: '../..',
    url: appOrigin,
    timeout: 180_000,
    env: { PORT: String(ports.app), PLEX_TV_ORIGIN: plexTvOrigin, SIGN_INS_PER_MINUTE: '100000' },
  },
});
