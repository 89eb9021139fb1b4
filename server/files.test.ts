import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { noInlineCode } from './inline-code.ts';
import { headersOf, pageSecurity, policyForMetaElement } from './security-headers.ts';
import { runServer, script } from './test/run-server.ts';

const scriptPath = '/assets/index-1a2b3c4d.js';

/** Uses Node's HTTP client, which neither asks for compression nor decompresses. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request(origin + path, { headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on('error', reject).end();
    },
  );
}

describe('the headers', () => {
  const page = { 'cache-control': 'no-cache' };
  const kept = { 'cache-control': 'public, max-age=31536000, immutable' };
  test.each<[string, string, RequestInit, number, object]>([
    ['the page', '/', {}, 200, page],
    ['the page by its file name', '/index.html', {}, 200, page],
    ['a file without a hash in its name', '/robots.txt', {}, 200, page],
    ['a picture', '/icon.png', {}, 200, { ...page, 'content-type': 'image/png' }],
    ['a file with a hash in its name', scriptPath, {}, 200, kept],
    ['such a file that is not there', '/assets/index-00000000.js', {}, 404, page],
    ['an unknown path', '/nothing/here', {}, 404, page],
    ['a compressed file by its own name', '/index.html.br', {}, 404, page],
    ['a form sent to the page', '/', { method: 'POST', body: 'password=x' }, 405, { ...page, allow: 'GET, HEAD' }],
    ['the health', '/healthz', {}, 200, { 'cache-control': 'no-store' }],
  ])('are on every response: %s', async (_, path, init, status, headers) => {
    const { send, plexTv } = await runServer();
    const response = await send(path, init);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...(await headersOf(pageSecurity())), ...headers });
    for (const name of ['Server', 'X-Powered-By', 'Strict-Transport-Security']) {
      expect(response.headers.has(name)).toBe(false);
    }
    expect(plexTv.requests).toEqual([]);
  });

  test('allow nothing from other hosts, and no inline script or style', async () => {
    const policy = (await headersOf(pageSecurity()))['content-security-policy'];
    expect(policy).toBe(`${await policyForMetaElement(noInlineCode)}; frame-ancestors 'none'`);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: /);
    expect(policy).not.toContain('unsafe');
    expect((await headersOf(pageSecurity()))['permissions-policy']).toMatch(
      /camera=\(\).*publickey-credentials-create=\(\)/,
    );
  });
});

describe('a file', () => {
  test.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['gzip', 'gzip, deflate'],
    ['gzip', 'br;q=0, gzip;q=0.5'],
    [undefined, 'identity'],
    [undefined, 'gzip;q=0, br;q=0'],
    [undefined, ''],
  ])('is compressed as the browser accepts it: %s', async (encoding, accepted) => {
    const { origin, send } = await runServer();
    const reply = await ask(origin, scriptPath, { 'Accept-Encoding': accepted });
    expect(reply.headers).toMatchObject({
      vary: 'Accept-Encoding',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(reply.body.length),
    });
    expect(reply.headers['content-encoding']).toBe(encoding);
    expect(reply.body.length < script.length).toBe(encoding !== undefined);
    expect(await (await send(scriptPath, { headers: { 'Accept-Encoding': accepted } })).text()).toBe(script);
  });

  test('is not sent again to a browser that has it in the same encoding', async () => {
    const { origin } = await runServer();
    const tags = new Set<unknown>();
    for (const accepted of ['br', 'gzip', 'identity']) {
      const { headers } = await ask(origin, '/', { 'Accept-Encoding': accepted });
      tags.add(headers.etag);
      for (const known of [String(headers.etag), `"other", W/${headers.etag}`, '*']) {
        const again = await ask(origin, '/', { 'Accept-Encoding': accepted, 'If-None-Match': known });
        expect([again.status, again.body.length]).toEqual([304, 0]);
        expect(again.headers).toMatchObject({
          etag: headers.etag,
          vary: 'Accept-Encoding',
          'cache-control': 'no-cache',
        });
        expect(again.headers['content-security-policy']).toBeDefined();
      }
      expect((await ask(origin, '/', { 'Accept-Encoding': accepted, 'If-None-Match': '"other"' })).status).toBe(200);
    }
    expect(tags.size).toBe(3);
  });

  test('has the same headers on HEAD', async () => {
    const { origin } = await runServer();
    const { headers: expected } = await ask(origin, scriptPath);
    const head = await ask(origin, scriptPath, {}, 'HEAD');
    const { date: _, ...headers } = head.headers;
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(expected).toMatchObject(headers);
    expect(headers['content-length']).toBe(String(script.length));
  });
});

describe('under a path', () => {
  test.each(['/account', '/deep/account'])('serves everything there, and nothing outside: %s', async (basePath) => {
    const { send, plexTv } = await runServer({ settings: { BASE_PATH: basePath } });
    const statuses = async (paths: string[]) => Promise.all(paths.map(async (path) => (await send(path)).status));
    const inside = ['/', '/index.html', '/robots.txt', scriptPath, '/healthz'].map((path) => basePath + path);
    expect(await statuses([...inside, '/healthz'])).toEqual(Array(6).fill(200));
    expect(await statuses(['/', '/index.html', scriptPath, '/api/v2/user', `${basePath}x/`])).toEqual(
      Array(5).fill(404),
    );
    expect(plexTv.requests).toEqual([]);
    expect((await send(`${basePath}/api/v2/user?includeSubscriptions=1`)).status).toBe(201);
    expect(plexTv.requests.map(({ url }) => url)).toEqual(['/api/v2/user?includeSubscriptions=1']);
    const redirect = await send(basePath);
    expect([redirect.status, redirect.headers.get('Location')]).toEqual([308, `${basePath}/`]);
    expect(redirect.headers.get('Content-Security-Policy')).toBe(
      (await headersOf(pageSecurity()))['content-security-policy'],
    );
  });
});

describe('ALLOWED_HOSTS', () => {
  test.each([
    ['account.example.org', 200, 201],
    ['Account.Example.org:4173', 200, 201],
    ['evil.example', 403, 403],
    ['evil.example:4173', 403, 403],
    ['127.0.0.1', 403, 403],
  ])('accepts only its own names: %s', async (host, page, relay) => {
    const { origin } = await runServer({ settings: { ALLOWED_HOSTS: 'account.example.org,localhost' } });
    const headers = { Host: host, 'X-Plex-Client-Identifier': 'x' };
    expect((await ask(origin, '/', headers)).status).toBe(page);
    const reply = await ask(origin, '/api/v2/user', headers);
    expect(reply.status).toBe(relay);
    if (relay === 403) expect(String(reply.body)).toContain('ALLOWED_HOSTS');
    expect((await ask(origin, '/healthz', headers)).status).toBe(200);
  });

  test('checks the name that a trusted proxy forwards, and ignores that of other clients', async () => {
    const settings = { ALLOWED_HOSTS: 'account.example.org', TRUSTED_PROXY: '127.0.0.1' };
    const forwarded = { Host: 'inner', 'X-Forwarded-Host': 'account.example.org' };
    expect((await ask((await runServer({ settings })).origin, '/', forwarded)).status).toBe(200);
    const withoutTrust = { ALLOWED_HOSTS: 'account.example.org' };
    expect((await ask((await runServer({ settings: withoutTrust })).origin, '/', forwarded)).status).toBe(403);
  });
});
