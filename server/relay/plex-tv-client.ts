import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
// Only two parts of undici, because all of it is three times as large.
import request from 'undici/lib/api/api-request.js';
import Pool from 'undici/lib/dispatcher/pool.js';

/** A request to plex.tv. */
export type PlexTvRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Includes the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  /** A larger reply is refused. */
  readonly maxReplyBytes: number;
};

/** The part of plex.tv's response that the relay uses. */
export type PlexTvReply = {
  readonly status: number;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Sends one request to plex.tv. Does not follow redirects. Rejects if plex.tv is unreachable, or with `InvalidReplyError`. */
export type PlexTvClient = (request: PlexTvRequest) => Promise<PlexTvReply>;

/** plex.tv sent a reply that the relay does not forward. The message says why. */
export class InvalidReplyError extends Error {
  override readonly name = 'InvalidReplyError';
}

/** A client of the plex.tv at `plexTv`, or of a new sample plex.tv in this process. */
export async function createPlexTvClient(plexTv: URL | 'sample'): Promise<PlexTvClient> {
  return plexTv === 'sample' ? createSampleClient() : createPooledClient(plexTv);
}

/**
 * Uses a pool of undici and not `fetch`: fetch repeats a request when the response is 421, decompresses without a limit,
 * adds browser headers, and takes twice the time.
 */
function createPooledClient({ origin }: URL): PlexTvClient {
  const pool = new Pool(origin, {
    connections: 128,
    connect: { timeout: 5_000 },
    maxHeaderSize: 16 * 1024,
    // `forward` has one limit for the whole exchange.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async ({ body, headers, maxReplyBytes, ...target }) => {
    const reply = await request.call(pool, {
      ...target,
      headers: { ...headers, 'User-Agent': 'account-statement', 'Accept-Encoding': 'gzip' },
      body: body.length > 0 ? body : null,
    });
    // The reader gets the errors of the body. Without a listener, a later error would end the process.
    reply.body.on('error', () => undefined);
    const header = (name: string) => [reply.headers[name]].flat()[0] ?? null;
    return {
      status: reply.statusCode,
      contentType: header('content-type'),
      retryAfter: header('retry-after'),
      body: await readAtMost(maxReplyBytes, decompress(reply.body, header('content-encoding'))),
    };
  };
}

function decompress(body: Readable, encoding: string | null): Readable {
  if (encoding === null || encoding === 'identity') return body;
  // An error in one stream destroys the other, and its reader gets the error.
  if (encoding === 'gzip') return pipeline(body, createGunzip(), () => undefined);
  body.destroy();
  throw new InvalidReplyError('plex.tv compressed its answer in a way that the relay did not ask for.');
}

async function createSampleClient(): Promise<PlexTvClient> {
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
  // Leaving the loop early destroys the stream and its connection.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new InvalidReplyError('plex.tv sent a larger reply than the relay forwards.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
