import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes a `.br` file beside each text file of the page: brotli is too slow to run when the server starts. */
export const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler: async ({ dir = '' }) => {
      const files = await readdir(dir, { recursive: true });
      await Promise.all(
        files.filter((file) => /\.(?:html|js|css|svg)$/.test(file)).map((file) => compress(join(dir, file))),
      );
    },
  },
};

async function compress(file: string): Promise<void> {
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)));
}
