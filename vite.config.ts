/// <reference types="vitest/config" />
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { checkBrowserSupport } from './server/check-browser-support.ts';
import { precompress } from './server/precompress.ts';
import { policyInPage } from './server/security-headers.ts';
import { viteRelay } from './server/vite-relay.ts';

const writePolicy: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyInPage },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  // Relative, so that the same build works under any path.
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    viteRelay(),
    writePolicy,
    checkBrowserSupport(packageJson.browserslist),
    precompress,
  ],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    target: packageJson.browserslist.map((entry) => entry.replace(' >= ', '')),
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Compressing takes a second: no news to whoever starts the app.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  test: {
    environment: 'jsdom',
    include: ['{src,server}/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/set-up.ts'],
    // Whole screens in jsdom: slow on a busy machine, but not stuck.
    testTimeout: 60_000,
  },
});
