import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/**
 * Leaves out the comments of the scripts in `public/`, which Vite copies as they are. The code itself stays the same: one
 * of the scripts runs in browsers that are too old for the syntax that a minifier writes.
 */
export const stripComments: Plugin = {
  name: 'strip-comments',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle: {
    sequential: true,
    handler: async ({ dir = '' }) => {
      const scripts = (await readdir('public')).filter((file) => file.endsWith('.js'));
      await Promise.all(scripts.map((file) => stripFile(join(dir, file))));
    },
  },
};

async function stripFile(file: string): Promise<void> {
  const options = { compress: false, mangle: false, codegen: false, module: false };
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), options);
  if (errors.length > 0) throw new Error(`The comments of ${file} could not be left out: ${errors[0]?.message}`);
  await writeFile(file, code);
}
