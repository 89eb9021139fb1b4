import { visualizer } from 'rollup-plugin-visualizer';
import { mergeConfig } from 'vite';
import config from './vite.config.ts';

/** Draws a chart of the modules in the page's scripts, by compressed size. `npm run bundle` opens it. */
const chart = {
  ...visualizer({ filename: 'bundle.html', brotliSize: true, open: !process.env.CI }),
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
};

export default mergeConfig(config, { plugins: [chart] });
