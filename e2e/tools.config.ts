import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Runs the pictures of every screen and the benchmarks, which are not tests. */
export default defineConfig({
  ...base,
  projects: [{}],
  testMatch: /\.(?:shots|bench)\.ts$/,
  timeout: 180_000,
  // A second test would change what is measured.
  workers: process.argv.some((argument) => argument.endsWith('bench')) ? 1 : 2,
  reporter: 'line',
});
