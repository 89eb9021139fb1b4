import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { getMimeType } from 'hono/utils/mime';
import { hashInlineCode, type InlineHashes } from './inline-code.ts';
import { headersOf, pageSecurity } from './security-headers.ts';

const encodings = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof encodings)[number];

type Variant = { readonly body: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> };

/** One file of the page, in each encoding that it has. */
type PageFile = { readonly identity: Variant } & { readonly [encoding in Encoding]?: Variant };

export type PageFiles = {
  /** By path, such as `/index.html`. */
  readonly byPath: ReadonlyMap<string, PageFile>;
  /** The hashes of the inline code in `/index.html`. */
  readonly inlineHashes: InlineHashes;
};

/**
 * Reads the page's files from `folder`. The build has written the brotli files (`.br`), because brotli is
 * slow. gzip is fast, so this function makes it. The uncompressed file may be missing beside its `.br` file.
 *
 * @throws the system's error when the folder cannot be read.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = new Set(paths.map((path) => path.replace(/\.br$/, '')));
  const contents = new Map<string, Content>();
  for (const path of names) {
    const urlPath = path.slice(folder.length).replaceAll(sep, '/');
    contents.set(urlPath, await readContent(path, paths.includes(`${path}.br`)));
  }
  const inlineHashes = hashInlineCode(new TextDecoder().decode(contents.get('/index.html')?.identity));
  const security = await headersOf(pageSecurity(inlineHashes));
  const byPath = Array.from(contents, ([path, content]) => [path, pageFile(path, content, security)] as const);
  return { byPath: new Map(byPath), inlineHashes };
}

type Content = { identity: Uint8Array; br?: Uint8Array };

async function readContent(path: string, isCompressed: boolean): Promise<Content> {
  if (!isCompressed) return { identity: await readFile(path) };
  const br = await readFile(`${path}.br`);
  return { identity: brotliDecompressSync(br), br };
}

function pageFile(path: string, { identity, br }: Content, security: Record<string, string>): PageFile {
  const variant = (content: Uint8Array, encoding: Encoding): Variant => ({
    body: new Uint8Array(content),
    headers: {
      ...security,
      'Content-Type': getMimeType(path) ?? 'application/octet-stream',
      'Content-Length': String(content.length),
      ETag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      // Files in assets/ have a hash of their content in their name.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      ...(br && { Vary: 'Accept-Encoding' }),
    },
  });
  if (!br) return { identity: variant(identity, 'identity') };
  return {
    identity: variant(identity, 'identity'),
    gzip: variant(gzipSync(identity), 'gzip'),
    br: variant(br, 'br'),
  };
}

/**
 * Serves the page's files from memory under `basePath`, to GET and HEAD. They have their security headers already:
 * setting them on each response would be the slowest part.
 */
export function servePageFiles(files: PageFiles['byPath'], basePath: string): MiddlewareHandler {
  return async (c, next) => {
    const path = c.req.path.slice(basePath.length);
    const file = files.get(path === '/' ? '/index.html' : path);
    const isFetched = c.req.method === 'GET' || c.req.method === 'HEAD';
    return file && isFetched ? serveFile(c, file) : next();
  };
}

/** Answers 405 to every method except GET and HEAD. */
export const refuseOtherMethods: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const headers = { Allow: 'GET, HEAD', 'Cache-Control': 'no-cache' };
  return c.text('This is a page: it can only be fetched.', 405, headers);
};

function serveFile(c: Context, file: PageFile): Response {
  const { body, headers } = file[encodingFor(c)] ?? file.identity;
  const ifNoneMatch = c.req.header('If-None-Match');
  const isKnown = ifNoneMatch !== undefined && hasEtag(ifNoneMatch, headers.ETag ?? '');
  // Not `c.body`, which copies the headers for each response.
  if (!isKnown) return new Response(body, { headers });
  const { 'Content-Length': _length, 'Content-Type': _type, 'Content-Encoding': _encoding, ...others } = headers;
  return new Response(null, { status: 304, headers: others });
}

function encodingFor(c: Context): Encoding {
  const chosen = accepts(c, {
    header: 'Accept-Encoding',
    supports: [...encodings],
    default: 'identity',
    // Browsers list encodings without preference. Brotli is the smallest.
    match: (accepted, { supports, default: otherwise }) =>
      supports.find((encoding) => accepted.some(({ type, q }) => type === encoding && q > 0)) ?? otherwise,
  });
  return encodings.find((encoding) => encoding === chosen) ?? 'identity';
}

/** Whether a list in `If-None-Match` has `etag`, by weak comparison (RFC 9110, 13.1.2). */
function hasEtag(list: string, etag: string): boolean {
  return list.trim() === '*' || list.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
