import { serveSamplePlexTv } from '../src/sample/serve.ts';
import { ports } from './addresses.ts';
import { findBrowser, installBrowser } from './browser.ts';

/** Sees to a browser, and serves the sample plex.tv for as long as the tests run. */
// biome-ignore lint/style/noDefaultExport: how Playwright wants it
export default async function globalSetup() {
  if (!findBrowser()) installBrowser();
  if (!findBrowser()) {
    // Without a stack, which an error would be printed with.
    throw 'The browser tests found no browser and could not install one: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.';
  }
  const plexTv = await serveSamplePlexTv(ports.plexTv);
  return plexTv.close;
}
