/// <reference types="vitest/config" />
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { checkBrowserSupport } from './server/build/check-browser-support.ts';
import { compileAtOnce } from './server/build/compile-at-once.ts';
import { devServer } from './server/build/dev-server.ts';
import { firstPaint } from './server/build/first-paint.ts';
import { precompress } from './server/build/precompress.ts';
import { noticesFile, thirdPartyNotices } from './server/build/third-party-notices.ts';

/** Tests of plain functions: the server, the sample and the views of the panels. */
const withoutPage = ['server/**/*.test.ts', 'src/{account,sample}/**/*.test.ts'];

/** Leaves React's connection to developer tools out of the built page: it has to be small, and it shows an account. */
const withoutDevTools: Plugin = {
  name: 'without-dev-tools',
  apply: 'build',
  config: () => ({ define: { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' } }),
};

export default defineConfig({
  // Relative, so that the same build works under any path.
  base: './',
  plugins: [
    react({ jsxImportSource: '#jsx' }),
    tailwindcss(),
    withoutDevTools,
    devServer(),
    checkBrowserSupport(packageJson.browserslist),
    firstPaint(import.meta.dirname),
    compileAtOnce(['index', 'password-sign-in', 'signed-in', 'access-views', 'lazy-panels']),
    precompress,
    thirdPartyNotices,
  ],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    target: packageJson.browserslist.map((entry) => entry.replace(' >= ', '')),
    modulePreload: { polyfill: false },
    license: { fileName: noticesFile },
    reportCompressedSize: false,
    // Hides the warning that compression takes most of the time.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // One script for the first load. Otherwise the bundler splits it when a lazy part shares a module with it.
            { name: 'index', tags: ['$initial'] },
            // The modules that every sign-in needs after the first load, in one request instead of ten.
            {
              name: 'password-sign-in',
              test: /\/src\/(plex\/(?!access)|session\/(?!sources)|sign-in\/password\/)|\/(tidy-up|@tanstack|valibot|external-link|step-header|stored-pin|return-address|copy-text|retry-countdown|use-seconds-until)\b/,
            },
            { name: 'signed-in', test: /\/src\/signed-in\.tsx$/ },
            // Find and the panels that load after the account share these views.
            {
              name: 'access-views',
              test: /\/src\/account\/(?:(?:home|privacy|devices|everything|servers|services|sharing)\/[\w-]+|security\/break-in-steps)\.ts$/,
            },
          ],
        },
      },
    },
  },
  // `vite build` builds the page, and then the server beside it: one file that needs nothing but Node.
  builder: {},
  environments: {
    client: { build: { outDir: 'dist/page' } },
    server: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist',
        emptyOutDir: false,
        copyPublicDir: false,
        minify: true,
        target: 'node20',
        rolldownOptions: { input: { server: 'server/main.ts' }, output: { codeSplitting: false } },
      },
    },
  },
  test: {
    setupFiles: ['src/test/set-up.ts'],
    // The dates that tests expect. Tests about time zones set others.
    env: { TZ: 'UTC' },
    // Whole screens in jsdom: slow on a busy machine, but not stuck.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Starting jsdom and loading React again for each file took half of the time. `set-up.ts` cleans up after each file.
    isolate: false,
    maxWorkers: '100%',
    // One after the other, because a worker serves one project only.
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: withoutPage, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: withoutPage,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
