import config from './vite.config.ts';

// Vitest reads this file once for each project, but the seed is chosen once. Knip reads it too, without a run.
if (process.env.VITEST && !process.env.FC_SEED) {
  process.env.FC_SEED = String(Date.now() % 2 ** 31);
  // biome-ignore lint/suspicious/noConsole: the seed repeats the run
  console.info(`To repeat this run: FC_SEED=${process.env.FC_SEED} npm run test:long`);
}
process.env.FC_RUNS ??= '10000';

export default config;
