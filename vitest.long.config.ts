import { mergeConfig } from 'vitest/config';
import config from './vite.config.ts';

// Vitest reads this file once for each project: the seed is chosen once.
process.env.FC_RUNS ??= '10000';
if (!process.env.FC_SEED) {
  process.env.FC_SEED = String(Date.now() % 2 ** 31);
  // biome-ignore lint/suspicious/noConsole: the seed repeats the run
  console.info(`To repeat this run: FC_SEED=${process.env.FC_SEED} npm run test:long`);
}

export default mergeConfig(config, { test: { testTimeout: 0 } });
