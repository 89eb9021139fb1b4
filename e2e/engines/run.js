// `npm run test:engines -- --old` runs the oldest supported Chromium instead. Playwright knows no such option.
import { spawnSync } from 'node:child_process';

const options = process.argv.slice(2);
const engines = options.includes('--old') ? 'old' : 'current';
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '-c', 'e2e/engines', ...options.filter((option) => option !== '--old')],
  { stdio: 'inherit', env: { ...process.env, ENGINES: engines } },
);
process.exitCode = status ?? 1;
