import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { pagePolicy, securityHeaders } from './security-headers.ts';

/** The headers of the page's own files, and of errors that are not the relay's. */
export const pageHeaders = { ...securityHeaders, 'Content-Security-Policy': pagePolicy, 'Cache-Control': 'no-cache' };

/** Serves what `vite build` wrote to `folder`, compressed beforehand, with the headers that nginx sends in `deploy/`. */
export function builtPage(folder: string): { fetch: (request: Request) => Promise<Response> } {
  const app = new Hono();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return c.text('This is a page: it can only be fetched.', 405, { Allow: 'GET, HEAD' });
  });
  // Files in assets/ have a hash of their content in their name.
  app.use(
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (path, c) => {
        if (path.startsWith(join(folder, 'assets/'))) c.header('Cache-Control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.notFound((c) => c.text('There is nothing here.', 404));
  return { fetch: async (request) => app.fetch(request) };
}
