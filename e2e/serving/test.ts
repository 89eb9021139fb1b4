import { serveSamplePlexTv } from '../../server/serve-sample.ts';
import { test as base } from '../test.ts';
import { type Recorder, startRecorder } from './plex-tv-recorder.ts';
import { type Served, startNginx } from './start-nginx.ts';
import { startPreview } from './start-preview.ts';

type Fixtures = {
  /** Empty at the beginning of each test, and answering 201. */
  plexTv: Recorder;
  /** Where the pages of a test are: at the root of nginx's site, or under a path. */
  basePath: keyof WorkerFixtures['sites'];
};

type WorkerFixtures = {
  recorder: Recorder;
  /** Both servers, with the recorder as their plex.tv. */
  servers: { nginx: Served; 'npm start': Served };
  /** The sample plex.tv behind the sites. */
  samplePlexTv: { origin: string };
  /** nginx, with the sample plex.tv behind it. */
  sites: { '': Served; '/deep/statement': Served };
};

/** More than any test tries. */
const unlimited = { SIGN_INS_PER_MINUTE: '100000' };

export const test = base.extend<Fixtures, WorkerFixtures>({
  recorder: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
    async ({}, use) => {
      const recorder = await startRecorder();
      await use(recorder);
      await recorder.stop();
    },
    { scope: 'worker' },
  ],

  plexTv: async ({ recorder }, use) => {
    const { answer } = recorder;
    recorder.requests.length = 0;
    await use(recorder);
    recorder.answer = answer;
  },

  servers: [
    async ({ recorder }, use) => {
      const settings = { PLEX_TV_ORIGIN: recorder.origin, ...unlimited };
      const [nginx, preview] = await Promise.all([startNginx(settings), startPreview(settings)]);
      await use({ nginx, 'npm start': preview });
      await Promise.all([nginx.stop(), preview.stop()]);
    },
    { scope: 'worker' },
  ],

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
      const settings = { PLEX_TV_ORIGIN: samplePlexTv.origin, ...unlimited };
      const start = (BASE_PATH: string) => startNginx({ ...settings, BASE_PATH });
      const [atRoot, below] = await Promise.all([start(''), start('/deep/statement')]);
      await use({ '': atRoot, '/deep/statement': below });
      await Promise.all([atRoot.stop(), below.stop()]);
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ sites, basePath }, use) => use(sites[basePath].url),
});
