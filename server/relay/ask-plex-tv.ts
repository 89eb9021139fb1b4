import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Pool } from 'undici';

/** What goes to plex.tv. */
export type PlexTvRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
};

/** What came back. */
export type PlexTvReply = {
  readonly status: number;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Rejects when plex.tv cannot be reached, or with `UnusableReplyError`. Does not follow redirects. */
export type AskPlexTv = (request: PlexTvRequest) => Promise<PlexTvReply>;

/** plex.tv answered, with something that the relay does not pass on. The message says what it did. */
export class UnusableReplyError extends Error {
  override readonly name = 'UnusableReplyError';
}

/** An account with every feature and service recorded so far is under 30 kB. */
const maxReplyBytes = 2 * 1024 * 1024;

/**
 * The plex.tv that a relay passes requests on to: the one at `plexTv`, or a new sample plex.tv in this process.
 */
export async function askPlexTvAt(plexTv: URL | 'sample'): Promise<AskPlexTv> {
  return plexTv === 'sample' ? askSample() : askByPool(plexTv);
}

/**
 * By undici's pool, and not by `fetch`: fetch sends a request twice when the answer is 421, unpacks replies without a
 * limit, adds headers of a browser, and takes twice the time.
 */
function askByPool({ origin }: URL): AskPlexTv {
  const pool = new Pool(origin, {
    connections: 128,
    connect: { timeout: 5_000 },
    maxHeaderSize: 16 * 1024,
    // The relay has a limit for the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async ({ body, headers, ...request }) => {
    const reply = await pool.request({
      ...request,
      headers: { ...headers, 'User-Agent': 'account-statement', 'Accept-Encoding': 'gzip' },
      body: body.length > 0 ? body : null,
    });
    // Whoever reads it is told of its errors; without a listener those that come later would end this process.
    reply.body.on('error', () => undefined);
    const header = (name: string) => [reply.headers[name]].flat()[0] ?? null;
    return {
      status: reply.statusCode,
      contentType: header('content-type'),
      retryAfter: header('retry-after'),
      body: await readAtMost(maxReplyBytes, unpacked(reply.body, header('content-encoding'))),
    };
  };
}

function unpacked(body: Readable, encoding: string | null): Readable {
  if (encoding === null || encoding === 'identity') return body;
  // A fault in either stream ends the other one, and with it the reader of the last.
  if (encoding === 'gzip') return pipeline(body, createGunzip(), () => undefined);
  body.destroy();
  throw new UnusableReplyError('plex.tv packed its answer in a way that the relay did not ask for.');
}

async function askSample(): Promise<AskPlexTv> {
  const { createSamplePlexTv } = await import('../../src/sample/sample-plex-tv.ts');
  const sample = createSamplePlexTv();
  return async ({ method, path, headers, body, signal }) => {
    const request = new Request(new URL(path, 'https://plex.tv'), {
      method,
      headers,
      body: body.length > 0 ? body : null,
      signal,
    });
    const reply = await sample.fetch(request);
    return {
      status: reply.status,
      contentType: reply.headers.get('Content-Type'),
      retryAfter: reply.headers.get('Retry-After'),
      body: new Uint8Array(await reply.arrayBuffer()),
    };
  };
}

async function readAtMost(maxBytes: number, body: Readable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream, and the connection with it.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new UnusableReplyError('plex.tv answered with more than the relay passes on.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
