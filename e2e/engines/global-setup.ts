import { serveSamplePlexTv } from '../../server/serve-sample.ts';
import { ports } from './addresses.ts';
import { installEngines } from './installed-engines.ts';
import { serveNarrowFrame } from './narrow-frame.ts';
import { fetchOldChromium } from './old-chromium.ts';

/** Installs missing engines, and serves the sample plex.tv while the tests run. */
// biome-ignore lint/style/noDefaultExport: how Playwright wants it
export default async function globalSetup() {
  if (process.env.ENGINES === 'old') fetchOldChromium();
  else installEngines();
  const plexTv = await serveSamplePlexTv(ports.plexTv);
  const closeNarrowFrame = await serveNarrowFrame();
  return async () => {
    closeNarrowFrame();
    await plexTv.close();
  };
}
