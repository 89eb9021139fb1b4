/// <reference types="vitest/config" />
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { checkBrowserSupport } from './server/check-browser-support.ts';
import { devServer } from './server/dev-server.ts';
import { precompress } from './server/precompress.ts';
import { policyForMetaElement } from './server/security-headers.ts';
import { noticesFile, thirdPartyNotices } from './server/third-party-notices.ts';

const writePolicy: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: async () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: await policyForMetaElement() },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * One file for the sign-in form and one for the account. Without them, the parts that load later split the code that they
 * share with both into many small files.
 */
const chunkGroups = [
  { name: 'index', test: /src\/main\.tsx$/, priority: 2 },
  { name: 'signed-in', test: /src\/signed-in\.tsx$/, priority: 1 },
  // Find and the panels that load later share these views.
  {
    name: 'access-views',
    test: /src\/account\/(?:(?:home|privacy|devices|servers|services|sharing)\/[\w-]+|security\/looks-wrong-steps)\.ts$/,
  },
];

/** Tests of plain functions: the server, the sample and what the panels say. */
const withoutPage = ['server/**/*.test.ts', 'src/{account,sample}/**/*.test.ts'];

export default defineConfig({
  // Relative, so that the same build works under any path.
  base: './',
  plugins: [
    react({ jsxImportSource: '#jsx' }),
    tailwindcss(),
    devServer(),
    writePolicy,
    checkBrowserSupport(packageJson.browserslist),
    precompress,
    thirdPartyNotices,
  ],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    target: packageJson.browserslist.map((entry) => entry.replace(' >= ', '')),
    modulePreload: { polyfill: false },
    license: { fileName: noticesFile },
    reportCompressedSize: false,
    // Compressing takes a second: no news to whoever starts the app.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  // `vite build` builds the page, and then the server beside it: one file that needs nothing but Node.
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/page',
        rolldownOptions: {
          output: {
            codeSplitting: { groups: chunkGroups },
            chunkFileNames: ({ name }) =>
              name === 'rolldown-runtime' ? 'assets/index-runtime-[hash].js' : 'assets/[name]-[hash].js',
          },
        },
      },
    },
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
