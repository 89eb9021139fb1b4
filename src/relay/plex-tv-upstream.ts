import type { Upstream } from './pass-on.ts';

/**
 * The plex.tv that a relay passes requests on to: the one at `plexTv`, or a new sample plex.tv in this process.
 * The returned function rejects when plex.tv cannot be reached.
 */
export async function plexTvUpstream(plexTv: URL | 'sample'): Promise<Upstream> {
  if (plexTv === 'sample') {
    const { createSamplePlexTv } = await import('../sample/sample-plex-tv.ts');
    const sample = createSamplePlexTv();
    return (request) => sample.fetch(request);
  }
  return async (request, signal) => {
    const { pathname, search } = new URL(request.url);
    return fetch(new URL(pathname + search, plexTv), {
      method: request.method,
      headers: request.headers,
      // As bytes, so that it goes out with a Content-Length and not in chunks.
      body: request.body && (await request.arrayBuffer()),
      redirect: request.redirect,
      signal,
    });
  };
}
