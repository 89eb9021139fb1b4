import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Vite writes the licences of the bundled packages to this file, once for the page and once for the server. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** Adds the licences of the page, which is built first, to those of the server: one file then has all of them. */
export const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'server',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler: async ({ dir = '' }) => {
      const ofServer = await readFile(join(dir, noticesFile), 'utf8');
      const ofPage = await readFile(join(dir, 'page', noticesFile), 'utf8');
      await writeFile(join(dir, noticesFile), `The page:\n\n${ofPage}\n\nThe server:\n\n${ofServer}`);
    },
  },
};
