import { serveSamplePlexTv } from '../../server/serve-sample.ts';
import { test as base } from '../test.ts';
import { type ServerProcess, startServer } from './start-server.ts';

type Fixtures = {
  /** The path that the page is served under. */
  basePath: keyof WorkerFixtures['sites'];
};

type WorkerFixtures = {
  /** The sample plex.tv behind the sites. */
  samplePlexTv: { origin: string };
  /** Two built servers, with the sample plex.tv behind them. */
  sites: { '': ServerProcess; '/deep/statement': ServerProcess };
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  basePath: ['', { option: true }],

  samplePlexTv: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
    async ({}, use) => {
      const plexTv = await serveSamplePlexTv();
      await use(plexTv);
      await plexTv.close();
    },
    { scope: 'worker' },
  ],

  sites: [
    async ({ samplePlexTv }, use) => {
      const settings = { PLEX_TV_ORIGIN: samplePlexTv.origin, SIGN_INS_PER_MINUTE: '100000' };
      const start = (BASE_PATH: string) => startServer({ ...settings, BASE_PATH });
      const [atRoot, below] = await Promise.all([start(''), start('/deep/statement')]);
      await use({ '': atRoot, '/deep/statement': below });
      await Promise.all([atRoot.stop(), below.stop()]);
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ sites, basePath }, use) => use(sites[basePath].url),
});
