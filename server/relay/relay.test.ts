import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { headersOf, replySecurity } from '../security-headers.ts';
import type { Answer } from '../test/plex-tv-recorder.ts';
import { runServer } from '../test/run-server.ts';
import { relayedRequests } from './relayed-requests.ts';

const signInPath = '/api/v2/users/signin';
const relayed = relayedRequests.map(({ path, ...others }) => {
  const samplePath = path.replace('{id}', '123').replace('{uuid}', '0123456789abcdef');
  return {
    ...others,
    path: samplePath,
    plexTvPath: others.isOutsideApi ? samplePath.slice('/api'.length) : samplePath,
  };
});

/** Headers that make proxies or browsers do or store something. None may pass. */
const droppedHeaders = {
  'Set-Cookie': ['a=1', 'b=2'],
  'Access-Control-Allow-Origin': '*',
  'Alt-Svc': 'h3=":443"',
  'Cache-Control': 'public',
  'Clear-Site-Data': '"*"',
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "script-src 'unsafe-inline'",
  ETag: '"a"',
  Link: '</a>; rel=preload',
  Location: 'https://elsewhere.example',
  Refresh: '0; https://elsewhere.example',
  'Reporting-Endpoints': 'a="https://elsewhere.example"',
  'Service-Worker-Allowed': '/',
  'Strict-Transport-Security': 'max-age=9',
  'WWW-Authenticate': 'Basic',
  'X-Accel-Redirect': '/index.html',
  'X-Answered-By': 'this-server',
  'X-Frame-Options': 'ALLOWALL',
  'X-Made-Up-Tomorrow': 'anything',
};

function errorOf(status: number, message: string | RegExp = /./) {
  return { errors: [{ status, message: expect.stringMatching(message) }] };
}

const echo: Answer = (_, response, body) => response.writeHead(201).end(body);

describe('the request to plex.tv', () => {
  test.each([
    ['POST', signInPath, 'login=a%40b.example&password=p+%26'],
    ['GET', '/api/v2/user', ''],
    ['DELETE', '/api/v2/users/signout', ''],
    ['POST', '/api/v2/pins?strong=true', ''],
    ['POST', '/api/v2/pins', ''],
    ['GET', '/api/v2/pins/1234567890', ''],
    ['GET', '/api/v2/home/users', ''],
    ['GET', '/api/v2/friends?status=pending_received', ''],
    ['GET', '/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1', ''],
    ['GET', '/api/v2/user/0123456789abcdef/settings/opt_outs', ''],
  ])('is %s %s as the page sent it', async (method, path, body) => {
    const { send, plexTv } = await runServer();
    const type = 'application/x-www-form-urlencoded';
    await send(path, {
      method,
      headers: { 'X-Plex-Token': 'token', ...(body && { 'Content-Type': type }) },
      body: body || null,
    });
    expect(plexTv.requests).toMatchObject([{ method, url: path, body }]);
    const headers = plexTv.requests[0]?.headers;
    expect(headers?.['transfer-encoding']).toBeUndefined();
    expect(headers?.['content-type']).toBe(body ? type : undefined);
  });

  test('is one of the list, whatever the method and path of the page’s request', async () => {
    const { send, plexTv } = await runServer();
    const paths = [
      ...relayed.flatMap(({ path }) => [path, `${path}/`, `${path}x`]),
      ...['/api/', '/api/v2/ping', '/api/v2/pins/link', '/api/v2/home', '/api/v3/user', '/API/v2/user'],
      ...['/api/v2/pins/', '/api/v2/pins/1x', '/api/v2/pins/-1', '/api/v2/users/signin.json'],
      ...['/devices.xml', '/devices/1.xml', '/api/devices', '/api/devicesxxml', '/api/devices/.xml', '/api/devices/1'],
      ...['/api/devices/1xxml', '/api/devices/-1.xml', '/api/devices/1/2.xml', `/api/devices/${'1'.repeat(21)}.xml`],
      ...['/api/v2/user/me/settings/opt_outs', '/api/v2/user/zz/settings/opt_outs', '/api/v2/user/webhooks/1'],
    ];
    for (const path of paths) {
      const known = relayed.find((candidate) => candidate.path === path);
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const reply = await send(path, {
          method,
          headers: { 'X-Plex-Token': 'token', 'Sec-Fetch-Site': 'same-origin' },
        });
        const request = `${method} ${path}`;
        if (known?.method === method) expect.soft(reply.status, request).toBe(201);
        else if (known) expect.soft([reply.status, reply.headers.get('Allow')], request).toEqual([405, known.method]);
        else expect.soft([404, 405], request).toContain(reply.status);
        if (method !== 'HEAD' && known?.method !== method && path.startsWith('/api/'))
          expect.soft(await reply.json(), request).toEqual(errorOf(reply.status));
      }
    }
    expect(plexTv.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
      relayed.map(({ method, plexTvPath }) => `${method} ${plexTvPath}`),
    );
  });

  test('has the headers of the page, and nothing else about the browser or this server', async () => {
    const { send, plexTv } = await runServer();
    const chosen = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-plex-token': 'token',
      'x-plex-client-identifier': 'id',
      'x-plex-product': 'Account statement',
      'x-plex-version': '1',
      'x-plex-platform': 'Chrome',
      'x-plex-platform-version': '156',
      'x-plex-device': 'Linux',
      'x-plex-device-name': 'Chrome on Linux',
      'x-plex-model': 'hosted',
      'x-plex-language': 'sv',
    };
    await send(`${signInPath}?password=mine&X-Plex-Token=mine`, {
      method: 'POST',
      body: 'login=x',
      headers: {
        ...chosen,
        Authorization: 'Basic mine',
        Cookie: 'session=mine',
        'Proxy-Authorization': 'Basic mine',
        'Remote-User': 'mine',
        Forwarded: 'for=mine',
        Referer: 'http://mine.example/',
        'Accept-Language': 'mine',
        'Sec-Fetch-Site': 'same-origin',
        'User-Agent': 'Mine',
        'X-Forwarded-For': 'mine',
        'X-Real-IP': 'mine',
      },
    });
    const { host, connection, ...others } = plexTv.requests[0]?.headers ?? {};
    expect(host).toBe(new URL(plexTv.origin).host);
    expect(connection).toBe('keep-alive');
    expect(others).toEqual({
      ...chosen,
      'content-length': '7',
      'user-agent': 'account-statement',
      'accept-encoding': 'gzip',
    });
    expect(JSON.stringify(plexTv.requests)).not.toMatch(/mine/i);
  });

  test('has the origin of the page only for PINs', async () => {
    const { send, plexTv, origin } = await runServer();
    const headers = { Origin: origin, 'X-Plex-Token': 'token' };
    for (const { method, path } of relayed) await send(path, { method, headers });
    const withOrigin = plexTv.requests.filter(({ headers }) => headers.origin === origin);
    expect(withOrigin.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /api/v2/pins',
      'GET /api/v2/pins/123',
    ]);
  });

  test.each([
    ['GET', '/user?includeSubscriptions=1&X-Plex-Token=secret', '/user?includeSubscriptions=1'],
    ['GET', '/user?X-Plex-Token=secret&includeSubscriptions=1&x=//x.example', '/user?includeSubscriptions=1'],
    ['GET', '/user?includeSubscriptions=1%26X-Plex-Token=secret', '/user'],
    ['GET', '/user?includeSubscriptions=2', '/user'],
    ['DELETE', '/users/signout?includeSubscriptions=1', '/users/signout'],
    ['POST', '/pins?strong=true&X-Plex-Token=secret', '/pins?strong=true'],
    ['POST', '/pins?strong=yes', '/pins'],
    ['GET', '/pins/1?strong=true&code=secret', '/pins/1'],
    ['GET', '/friends?status=pending_received&status=accepted&X-Plex-Token=secret', '/friends?status=pending_received'],
    ['GET', '/friends?status=everybody', '/friends'],
    ['GET', '/resources?includeIPv6=1&X-Plex-Token=secret&includeHttps=1', '/resources?includeHttps=1&includeIPv6=1'],
    ['GET', '/home/users?X-Plex-Token=secret', '/home/users'],
  ])('has only the query of the list: %s %s', async (method, path, asked) => {
    const { send, plexTv } = await runServer();
    await send(`/api/v2${path}`, { method, headers: { 'X-Plex-Token': 'token' } });
    expect(plexTv.requests.map(({ url }) => url)).toEqual([`/api/v2${asked}`]);
  });

  test('reuses a connection', async () => {
    const { send, plexTv } = await runServer();
    for (let i = 0; i < 20; i++) await send('/api/v2/user');
    expect([plexTv.requests.length, plexTv.connections()]).toEqual([20, 1]);
  });

  test('keeps 200 simultaneous sign-ins apart, and each gets its own answer', async () => {
    const { send, plexTv } = await runServer({ answer: echo });
    const bodies = Array.from({ length: 200 }, (_, i) => `login=x&password=hunter2&n=${i}`);
    const replies = await Promise.all(bodies.map((body) => send(signInPath, { method: 'POST', body })));
    expect(replies.map(({ status }) => status)).toEqual(Array(200).fill(201));
    expect(await Promise.all(replies.map((reply) => reply.text()))).toEqual(bodies);
    expect(plexTv.requests.map(({ body }) => body).sort()).toEqual(bodies.sort());
  });
});

describe('the response to the page', () => {
  test.each([200, 201, 400, 401, 402, 403, 404, 410, 413, 418, 422, 429, 498, 499, 500, 502, 503, 504, 511, 590, 599])(
    'has plex.tv’s status, body and Retry-After, is marked as plex.tv’s, and has no other header of it: %i',
    async (status) => {
      const { send } = await runServer({
        answer: (_, response) => {
          for (const [name, value] of Object.entries(droppedHeaders)) response.setHeader(name, value);
          response
            .writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '7' })
            .end(`{"code":${status}}`);
        },
      });
      const reply = await send('/api/v2/user');
      expect([reply.status, await reply.text()]).toEqual([status, `{"code":${status}}`]);
      const { date: _, connection: _kept, 'keep-alive': _time, ...headers } = Object.fromEntries(reply.headers);
      expect(headers).toEqual({
        ...(await headersOf(replySecurity)),
        'cache-control': 'no-store',
        'content-type': 'application/json',
        'content-length': '12',
        'retry-after': '7',
        'x-answered-by': 'plex.tv',
      });
    },
  );

  test.each([204, 205])('may be empty: %i', async (status) => {
    const { send } = await runServer({ answer: (_, response) => response.writeHead(status).end() });
    const reply = await send('/api/v2/users/signout', { method: 'DELETE' });
    expect([reply.status, await reply.text(), reply.headers.get('X-Answered-By')]).toEqual([status, '', 'plex.tv']);
  });

  test('is decompressed, without Content-Encoding', async () => {
    const { send } = await runServer({
      answer: (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('unpacked')),
    });
    const reply = await send('/api/v2/user');
    expect([await reply.text(), reply.headers.get('Content-Encoding')]).toEqual(['unpacked', null]);
  });

  test.each(['102 Processing', '103 Early Hints'])(
    'has all headers of this server when plex.tv sends %s first, and a script',
    async (first) => {
      const { send } = await runServer({
        answer: ({ socket }) => {
          socket.write(`HTTP/1.1 ${first}\r\nLink: </x>; rel=preload\r\nContent-Type: text/html\r\n\r\n`);
          socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n<script>');
        },
      });
      const reply = await send('/api/v2/user');
      expect([reply.status, await reply.text()]).toEqual([200, '<script>']);
      expect(Object.fromEntries(reply.headers)).toMatchObject(await headersOf(replySecurity));
      expect(reply.headers.has('Link')).toBe(false);
    },
  );

  test('is marked as this server’s when plex.tv did not send it', async () => {
    const { send } = await runServer();
    for (const [path, init] of [
      ['/api/v2/home', {}],
      [signInPath, { method: 'PUT' }],
      [signInPath, { method: 'POST', headers: { Origin: 'https://x.example' } }],
      [signInPath, { method: 'POST', body: 'x'.repeat(16 * 1024 + 1) }],
      ['/api/v2/user', { headers: { 'X-Plex-Client-Identifier': '' } }],
    ] as const) {
      expect((await send(path, init)).headers.get('X-Answered-By')).toBe('this-server');
    }
  });
});

describe('the check before plex.tv is called', () => {
  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'own' },
    { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'document' },
    { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'iframe' },
    { 'Sec-Fetch-Dest': 'image' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'http://127.0.0.1:5000' },
    { Origin: 'null' },
  ])('refuses a request from another page, or not from a script: %o', async (headers) => {
    const { send, plexTv, origin } = await runServer();
    const own = headers.Origin === 'own' ? { Origin: origin } : {};
    const reply = await send(signInPath, { method: 'POST', body: 'login=x', headers: { ...headers, ...own } });
    expect([reply.status, await reply.json()]).toEqual([403, errorOf(403, /only to its own page.*TRUSTED_PROXY/)]);
    expect(plexTv.requests).toEqual([]);
  });

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty', Origin: 'https://behind-a-proxy.example' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'own' },
    {},
  ])('accepts a request from its own page, or from no page: %o', async (headers) => {
    const { send, origin } = await runServer();
    const own = headers.Origin === 'own' ? { Origin: origin } : {};
    expect((await send('/api/v2/user', { headers: { ...headers, ...own } })).status).toBe(201);
  });

  test('refuses a request without the client identifier, such as links, forms and beacons of other pages', async () => {
    const { send, plexTv } = await runServer();
    for (const { method, path } of relayed) {
      const reply = await send(path, { method, headers: { 'X-Plex-Client-Identifier': '' } });
      expect([reply.status, await reply.json()]).toEqual([400, errorOf(400, /X-Plex-Client-Identifier is missing/)]);
    }
    expect(plexTv.requests).toEqual([]);
  });

  test('refuses a preflight of another page, whose script could send the client identifier', async () => {
    const { send } = await runServer();
    const headers = { Origin: 'http://localhost:9', 'Access-Control-Request-Method': 'GET' };
    const preflight = await send('/api/v2/user', { method: 'OPTIONS', headers });
    expect([preflight.ok, preflight.headers.has('Access-Control-Allow-Origin')]).toEqual([false, false]);
  });
});

describe('who has access to the account', () => {
  test.each(relayed.filter(({ needsToken }) => needsToken))(
    'is not asked without a token: $path',
    async ({ method, path }) => {
      const { send, plexTv } = await runServer();
      const reply = await send(path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } });
      expect([reply.status, await reply.json()]).toEqual([400, errorOf(400, /X-Plex-Token is missing/)]);
      expect(plexTv.requests).toEqual([]);
    },
  );

  test('needs a token for everything but the sign-in, the account and the PINs', () => {
    const others = relayedRequests.filter(({ needsToken }) => !needsToken).map(({ path }) => path);
    expect(others).toEqual([
      '/api/v2/users/signin',
      '/api/v2/user',
      '/api/v2/users/signout',
      '/api/v2/pins',
      '/api/v2/pins/{id}',
    ]);
  });
});

describe('signing a device out', () => {
  const token = { 'X-Plex-Token': 'token' };

  test.each<[headers: Record<string, string>, status: number]>([
    [{ 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{ Origin: 'own' }, 201],
    [{}, 403],
    [{ 'Sec-Fetch-Site': 'none' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'none', Origin: 'own' }, 403],
    [{ Origin: 'https://elsewhere.example' }, 403],
    [{ Origin: 'null' }, 403],
  ])('is only for the page of this server: %o gets %i', async (headers, status) => {
    const { send, plexTv, origin } = await runServer();
    const own = headers.Origin === 'own' ? { Origin: origin } : {};
    const reply = await send('/api/devices/123.xml', { method: 'DELETE', headers: { ...token, ...headers, ...own } });
    expect(reply.status).toBe(status);
    expect(plexTv.requests.map(({ url }) => url)).toEqual(status === 201 ? ['/devices/123.xml'] : []);
  });

  test('is limited for one address, whatever the device, and nothing else is', async () => {
    const { send, plexTv } = await runServer();
    const headers = { ...token, 'Sec-Fetch-Site': 'same-origin' };
    // Twice the limit, because it refills during the test.
    const paths = Array.from({ length: 480 }, (_, index) => `/api/devices/${index}.xml`);
    const replies = await Promise.all(paths.map((path) => send(path, { method: 'DELETE', headers })));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('Retry-After')).toBe('60');
    expect(await refused[0]?.json()).toEqual(errorOf(429, /Too many devices/));
    expect(plexTv.requests.length).toBe(replies.length - refused.length);
    expect((await send('/api/v2/user/webhooks', { headers })).status).toBe(201);
    expect((await send(signInPath, { method: 'POST', body: 'login=x' })).status).toBe(201);
  });

  test('passes the status and nothing that plex.tv says', async () => {
    const { send } = await runServer({
      answer: (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('token="hunter2"'),
    });
    const headers = { ...token, 'Sec-Fetch-Site': 'same-origin' };
    const reply = await send('/api/devices/123.xml', { method: 'DELETE', headers });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  });
});

describe('the origin check behind a proxy, without Sec-Fetch-Site', () => {
  const trusting = { TRUSTED_PROXY: '127.0.0.1' };

  test.each([
    [
      'Host that the proxy changed',
      trusting,
      { 'X-Forwarded-Host': 'account.example' },
      'https://account.example',
      201,
    ],
    [
      'the port that https implies',
      trusting,
      { 'X-Forwarded-Host': 'account.example:443' },
      'https://account.example',
      201,
    ],
    ['a port', trusting, { 'X-Forwarded-Host': 'account.example:8443' }, 'https://account.example:8443', 201],
    ['two proxies', trusting, { 'X-Forwarded-Host': 'account.example, inner' }, 'https://account.example', 201],
    ['another page', trusting, { 'X-Forwarded-Host': 'account.example' }, 'https://elsewhere.example', 403],
    ['a client that is not trusted', {}, { 'X-Forwarded-Host': 'account.example' }, 'https://account.example', 403],
  ])('uses X-Forwarded-Host of a trusted proxy: %s', async (_, settings, headers, origin, status) => {
    const { send } = await runServer({ settings });
    expect((await send('/api/v2/user', { headers: { ...headers, Origin: origin } })).status).toBe(status);
  });
});

describe('the log', () => {
  test('has only the method, path and status of each request', async () => {
    const { send, logged } = await runServer({
      answer: (request, response) => {
        response.writeHead(request.method === 'POST' ? 201 : 401).end('{"authToken":"hunter3"}');
      },
    });
    await send(`${signInPath}?password=hunter1`, { method: 'POST', body: 'password=hunter2' });
    await send('/api/v2/user?X-Plex-Token=hunter4', { headers: { 'X-Plex-Token': 'hunter5', Cookie: 'hunter6' } });
    await send('/api/v2/user', { method: 'HEAD' });
    await send('/api/v2/pins/1234567890');
    await send('/api/v2/user/0123456789abcdef/settings/opt_outs');
    await send('/api/devices/1234567890.xml', { method: 'DELETE' });
    await send('/api/v2/user/hunter7');
    await send('/hunter8');
    expect(logged()).toEqual([
      'POST /api/v2/users/signin 201',
      'GET /api/v2/user 401',
      'HEAD /api/v2/user 405',
      'GET /api/v2/pins/{id} 401',
      'GET /api/v2/user/{uuid}/settings/opt_outs 400',
      'DELETE /api/devices/{id}.xml 400',
      'GET (other path) 404',
    ]);
  });
});
