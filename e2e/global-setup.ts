import { serveSamplePlexTv } from '../server/serve-sample.ts';
import { ports } from './addresses.ts';
import { findBrowser, installBrowser } from './browser.ts';
import { findProxy, proxyNames, unpackProxy } from './serving/find-proxy.ts';

/** Makes sure that there are a browser and the proxies, and serves the sample plex.tv while the tests run. */
// biome-ignore lint/style/noDefaultExport: how Playwright wants it
export default async function globalSetup() {
  if (!findBrowser()) installBrowser();
  if (!findBrowser()) {
    // A string, because an error would be printed with its stack.
    throw 'The browser tests found no browser and could not install one: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.';
  }
  for (const name of proxyNames) {
    if (!findProxy(name)) unpackProxy(name);
    if (!findProxy(name)) {
      throw `The browser tests found no ${name} and could not fetch one: install it (apt-get install ${name}, brew install ${name}), or set ${name.toUpperCase()}_PATH to one.`;
    }
  }
  const plexTv = await serveSamplePlexTv(ports.plexTv);
  return plexTv.close;
}
