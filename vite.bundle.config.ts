import { visualizer } from 'rollup-plugin-visualizer';
import { mergeConfig } from 'vite';
import config from './vite.config.ts';

/** Draws what the page's scripts consist of, by the size that is sent. `npm run bundle` opens the chart. */
const chart = {
  ...visualizer({ filename: 'bundle.html', brotliSize: true, open: !process.env.CI }),
  applyToEnvironment: ({ name }: { name: string }) => name === 'client',
};

export default mergeConfig(config, { plugins: [chart] });
