import { serveSamplePlexTv } from '../server/serve-sample.ts';
import { ports } from './addresses.ts';
import { findBrowser, installBrowser } from './browser.ts';
import { findNginx, installNginx } from './serving/find-nginx.ts';

/** Sees to a browser and to nginx, and serves the sample plex.tv for as long as the tests run. */
// biome-ignore lint/style/noDefaultExport: how Playwright wants it
export default async function globalSetup() {
  if (!findBrowser()) installBrowser();
  if (!findBrowser()) {
    // Without a stack, which an error would be printed with.
    throw 'The browser tests found no browser and could not install one: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.';
  }
  if (!findNginx()) installNginx();
  if (!findNginx()) {
    throw 'The browser tests found no nginx and could not fetch one: install it (apt-get install nginx, brew install nginx), or set NGINX_PATH to one.';
  }
  const plexTv = await serveSamplePlexTv(ports.plexTv);
  return plexTv.close;
}
