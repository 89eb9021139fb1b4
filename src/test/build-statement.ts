import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Builds `renderStatement` for production: the tests use the React that people get, and run several times faster. */
export async function buildStatement(): Promise<typeof import('./render-statement.tsx')> {
  const outDir = await mkdtemp(join(tmpdir(), 'statement-'));
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL('render-statement.tsx', import.meta.url)), outDir },
  });
  try {
    return await import(/* @vite-ignore */ pathToFileURL(join(outDir, 'render-statement.js')).href);
  } finally {
    await rm(outDir, { recursive: true });
  }
}
