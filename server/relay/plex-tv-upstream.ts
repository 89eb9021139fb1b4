import type { Upstream } from './pass-on.ts';

/**
 * The plex.tv that a relay passes requests on to: the one at `plexTv`, or a new sample plex.tv in this process.
 * The returned function rejects when plex.tv cannot be reached.
 */
export async function plexTvUpstream(plexTv: URL | 'sample'): Promise<Upstream> {
  if (plexTv === 'sample') {
    const { createSamplePlexTv } = await import('../../src/sample/sample-plex-tv.ts');
    const sample = createSamplePlexTv();
    return (request) => sample.fetch(request);
  }
  return async (request, signal) => {
    const { pathname, search } = new URL(request.url);
    const body = await request.blob();
    const headers = new Headers(request.headers);
    // Told, so that the body does not go out in chunks.
    if (body.size > 0) headers.set('Content-Length', String(body.size));
    return fetch(new URL(pathname + search, plexTv), {
      method: request.method,
      headers,
      // A stream, which cannot be sent twice: of bytes, fetch repeats the request when the answer is 421.
      ...(body.size > 0 && { body: body.stream(), duplex: 'half' }),
      redirect: request.redirect,
      signal,
    });
  };
}
