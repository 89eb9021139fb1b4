// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { securityHeaders } from '../security-headers.ts';
import { plexTvUpstream } from './plex-tv-upstream.ts';
import { createRelay } from './relay.ts';

const ownOrigin = 'http://localhost:4173';
const signInPath = '/api/v2/users/signin';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a plex.tv on 127.0.0.1 that answers by `handler`, and gives its address. */
async function startPlexTv(handler: Handler): Promise<URL> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function relayTo(plexTv: Handler | URL, timeLimitMs = 5000, signInsPerMinute = 1000) {
  const upstream = await plexTvUpstream(plexTv instanceof URL ? plexTv : await startPlexTv(plexTv));
  const lines: string[] = [];
  const relay = createRelay({ upstream, timeLimitMs, signInsPerMinute, log: (line) => lines.push(line) });
  const send = (path: string, init?: RequestInit, address?: string) =>
    relay.fetch(new Request(ownOrigin + path, init), address);
  return { send, lines };
}

/** A plex.tv that must not be asked. */
const untouched: Handler = () => {
  throw new Error('plex.tv was asked');
};

function errorOf(status: number, message: string | RegExp = /./) {
  return { errors: [{ status, message: expect.stringMatching(message) }] };
}

describe('what plex.tv gets', () => {
  test.each([
    ['POST', signInPath, 'login=a%40b.example&password=p+%26'],
    ['GET', '/api/v2/user', ''],
    ['DELETE', '/api/v2/users/signout', ''],
    ['POST', '/api/v2/pins?strong=true', ''],
    ['POST', '/api/v2/pins', ''],
    ['GET', '/api/v2/pins/1234567890', ''],
  ])('is %s %s as the app sent it', async (method, path, body) => {
    const { send } = await relayTo(async (request, response) => {
      const { 'content-length': length = '0', 'content-type': type = 'none' } = request.headers;
      response.end([request.method, request.url, length, type, await text(request)].join(' '));
    });
    const type = 'application/x-www-form-urlencoded';
    const reply = await send(path, { method, ...(body && { body, headers: { 'Content-Type': type } }) });
    expect(await reply.text()).toBe(`${method} ${path} ${body.length} ${body ? type : 'none'} ${body}`);
  });

  test('has the headers that the app chose and nothing about the browser or this app', async () => {
    const { send } = await relayTo((request, response) => response.end(JSON.stringify(request.headers)));
    const reply = await send('/api/v2/user', {
      headers: {
        Accept: 'application/json',
        'X-Plex-Token': 'token',
        'X-Plex-Client-Identifier': 'id',
        Authorization: 'Basic mine',
        Cookie: 'mine=1',
        Forwarded: 'for=192.0.2.1',
        'Accept-Language': 'sv',
        Origin: ownOrigin,
        Referer: `${ownOrigin}/page`,
        'Sec-Fetch-Site': 'same-origin',
        'User-Agent': 'Mine',
        'X-Forwarded-For': '192.0.2.1',
      },
    });
    const received: Record<string, string> = await reply.json();
    expect(received).toMatchObject({
      accept: 'application/json',
      'x-plex-token': 'token',
      'x-plex-client-identifier': 'id',
      'accept-language': '*',
      'user-agent': 'node',
    });
    expect(Object.keys(received)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(authorization|cookie|forwarded|origin|referer|x-forwarded.*)$/),
      ]),
    );
    expect(JSON.stringify(received)).not.toMatch(/mine|192\.0\.2|localhost/i);
  });

  test.each([
    ['POST', '/api/v2/pins', ownOrigin],
    ['GET', '/api/v2/pins/1', ownOrigin],
    ['POST', signInPath, undefined],
    ['GET', '/api/v2/user', undefined],
  ])('has the origin of the page for PINs alone: %s %s', async (method, path, origin) => {
    const { send } = await relayTo((request, response) => response.end(request.headers.origin ?? 'none'));
    const reply = await send(path, { method, headers: { Origin: ownOrigin } });
    expect(await reply.text()).toBe(origin ?? 'none');
  });

  test.each([
    ['/api/v2/user?X-Plex-Token=secret&includeSubscriptions=1&x=//elsewhere.example', '?includeSubscriptions=1'],
    ['/api/v2/user?includeSubscriptions=1%26X-Plex-Token=secret', ''],
    ['/api/v2/user?includeSubscriptions=2', ''],
    ['/api/v2/users/signout?includeSubscriptions=1', ''],
  ])('has no query but that of the list: %s', async (path, query) => {
    const { send } = await relayTo((request, response) => response.end(request.url));
    const method = path.includes('signout') ? 'DELETE' : 'GET';
    expect(await (await send(path, { method })).text()).toBe(path.replace(/\?.*/, query));
  });
});

describe('what the app gets', () => {
  test('is the status, the body and the waiting time that plex.tv sent', async () => {
    const { send } = await relayTo((_, response) => {
      response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '7' }).end('{"errors":[]}');
    });
    const reply = await send('/api/v2/user');
    expect(reply.status).toBe(429);
    expect(reply.headers.get('Content-Type')).toBe('application/json');
    expect(reply.headers.get('Retry-After')).toBe('7');
    expect(await reply.text()).toBe('{"errors":[]}');
  });

  test('is the refusal of a wrong password as it is', async () => {
    const { send } = await relayTo((_, response) => response.writeHead(401).end('wrong'));
    const reply = await send(signInPath, { method: 'POST', body: 'password=wrong' });
    expect([reply.status, await reply.text()]).toEqual([401, 'wrong']);
  });

  test('is an empty reply as it is', async () => {
    const { send } = await relayTo((_, response) => response.writeHead(204).end());
    const reply = await send('/api/v2/users/signout', { method: 'DELETE' });
    expect([reply.status, await reply.text()]).toEqual([204, '']);
  });

  test('has no cookie and no header that speaks for the pages of plex.tv', async () => {
    const { send } = await relayTo((_, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2']).setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Strict-Transport-Security', 'max-age=9').setHeader('Alt-Svc', 'h3=":443"');
      response.setHeader('WWW-Authenticate', 'Basic').setHeader('Location', 'https://elsewhere.example').end('body');
    });
    const reply = await send('/api/v2/user');
    expect(reply.headers.getSetCookie()).toEqual([]);
    const own = ['Cache-Control', 'Content-Security-Policy', ...Object.keys(securityHeaders)];
    expect([...reply.headers.keys()]).toEqual(own.map((name) => name.toLowerCase()).sort());
  });

  test('is unpacked, and does not claim to be packed', async () => {
    const { send } = await relayTo((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('unpacked'));
    });
    const reply = await send('/api/v2/user');
    expect(await reply.text()).toBe('unpacked');
    expect(reply.headers.has('Content-Encoding')).toBe(false);
    expect(reply.headers.has('Content-Length')).toBe(false);
  });

  test.each(['/api/v2/user', '/api/v2/other'])('is never cached or shown as a page: %s', async (path) => {
    const { send } = await relayTo((_, response) => response.end('<script>'));
    const { headers } = await send(path);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
  });
});

describe('what the relay refuses', () => {
  test.each([
    '/api/v2/home',
    '/api/v2/pins/',
    '/api/v2/pins/link',
    '/api/v2/pins/1/',
    '/api/v2/pins/1x',
    '/api/v2/pins/%31%2f..%2fuser',
    '/api/v2/pins/{id}',
    '/api/v2/user/',
    '/api/v2/user/x',
    '/api/v2/users/signin/../../user/x',
    '/api/',
    '/api/v2//user',
    '/API/v2/user',
    '/api/v2/user%2f..%2fpins',
    '/api/v2/%75ser%00',
  ])('is another path: %s', async (path) => {
    const { send } = await relayTo(untouched);
    const reply = await send(path);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toEqual(errorOf(404, /passes on only what its own page asks for/));
  });

  test.each([
    ['GET', signInPath, 'POST'],
    ['OPTIONS', signInPath, 'POST'],
    ['POST', '/api/v2/user', 'GET'],
    ['HEAD', '/api/v2/user', 'GET'],
    ['GET', '/api/v2/users/signout', 'DELETE'],
    ['GET', '/api/v2/pins', 'POST'],
    ['POST', '/api/v2/pins/1', 'GET'],
  ])('is another method: %s %s', async (method, path, allowed) => {
    const { send } = await relayTo(untouched);
    const reply = await send(path, { method });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('Allow')).toBe(allowed);
    if (method !== 'HEAD') expect(await reply.json()).toEqual(errorOf(405, `only ${allowed} for this path`));
  });

  test('is a body over 16 kB, whether or not its length is told', async () => {
    const { send } = await relayTo((_, response) => response.end('passed'));
    const fits = 'x'.repeat(16 * 1024);
    const told = { 'Content-Length': String(fits.length + 1) };
    const replies = await Promise.all([
      send(signInPath, { method: 'POST', body: fits }),
      send(signInPath, { method: 'POST', body: `${fits}x` }),
      send(signInPath, { method: 'POST', body: `${fits}x`, headers: told }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 413, 413]);
    expect(await replies[1]?.json()).toEqual(errorOf(413, /too large/));
  });

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: ownOrigin },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'http://localhost:5000' },
    { Origin: 'null' },
  ])('is a request from another page: %o', async (headers) => {
    const { send } = await relayTo(untouched);
    const reply = await send(signInPath, { method: 'POST', body: 'login=x', headers });
    expect(reply.status).toBe(403);
    expect(await reply.json()).toEqual(errorOf(403, /only to its own page/));
  });

  test.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://behind-a-proxy.example' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: ownOrigin },
    {},
  ])('is not a request from its own page or from no page: %o', async (headers) => {
    const { send } = await relayTo((_, response) => response.end());
    expect((await send('/api/v2/user', { headers })).status).toBe(200);
  });
});

describe('the limit on sign-ins', () => {
  const signIn = { method: 'POST', body: 'login=x' };

  test('holds for each address by itself, and for sign-ins alone', async () => {
    const { send, lines } = await relayTo((_, response) => response.writeHead(201).end(), 5000, 2);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await send(signInPath, signIn, '192.0.2.1')).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    const refusal = await send(signInPath, signIn, '192.0.2.1');
    expect(refusal.headers.get('Retry-After')).toBe('60');
    expect(await refusal.json()).toEqual(errorOf(429, /^Too many sign-ins from your address/));
    expect((await send(signInPath, signIn, '192.0.2.2')).status).toBe(201);
    expect((await send('/api/v2/user', {}, '192.0.2.1')).status).toBe(201);
    expect(lines).toContain('POST /api/v2/users/signin 429');
  });
});

describe('trouble with plex.tv', () => {
  const body = 'password=hunter2';

  test('is a 504 when it does not answer', async () => {
    const { send } = await relayTo(() => undefined, 50);
    const reply = await send(signInPath, { method: 'POST', body });
    expect(reply.status).toBe(504);
    expect(await reply.json()).toEqual(errorOf(504, 'plex.tv did not answer within 0.05 s'));
  });

  test('is a 504 when its reply does not end', async () => {
    const { send } = await relayTo((_, response) => response.writeHead(200).write('{'), 50);
    expect((await send('/api/v2/user')).status).toBe(504);
  });

  test('is a 504 even when the upstream overlooks the signal', async () => {
    const upstream = () => new Promise<never>(() => undefined);
    const relay = createRelay({ upstream, timeLimitMs: 50, signInsPerMinute: 1, log: () => undefined });
    expect((await relay.fetch(new Request(`${ownOrigin}/api/v2/user`))).status).toBe(504);
  });

  test('is a 502 with the reason when it refuses the connection', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const { send } = await relayTo(new URL(`http://127.0.0.1:${port}`));
    const reply = await send('/api/v2/user');
    expect(reply.status).toBe(502);
    expect(await reply.json()).toEqual(errorOf(502, /could not reach plex\.tv \(ECONNREFUSED\)/));
  });

  test('is a 502 when it breaks off', async () => {
    const { send } = await relayTo((request) => request.socket.destroy());
    expect((await send('/api/v2/user')).status).toBe(502);
  });

  test.each([301, 302, 303, 307, 308])('is a 502 when it redirects by %i: no token goes elsewhere', async (status) => {
    let isAsked = false;
    const elsewhere = await startPlexTv((_, response) => {
      isAsked = true;
      response.end();
    });
    const { send } = await relayTo((_, response) => response.writeHead(status, { Location: elsewhere.href }).end());
    const reply = await send('/api/v2/user', { headers: { 'X-Plex-Token': 'token' } });
    expect(reply.status).toBe(502);
    expect(await reply.json()).toEqual(errorOf(502, /redirect/));
    expect(isAsked).toBe(false);
  });

  test.each([408, 421, 425])('is a 502 when it answers %i, on which browsers and Node ask twice', async (status) => {
    let asked = 0;
    const { send } = await relayTo(async (request, response) => {
      await text(request);
      asked += 1;
      response.writeHead(status).end('{}');
    });
    const reply = await send(signInPath, { method: 'POST', body });
    expect([reply.status, await reply.json()]).toEqual([502, errorOf(502, `answered ${status}`)]);
    expect(asked).toBe(1);
  });

  test('is a 502 when a small reply unpacks to more than any account, and is read no further', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200e6)));
    expect(bomb.length).toBeLessThan(2000);
    const { send } = await relayTo((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip, gzip' }).end(bomb);
    });
    const before = process.memoryUsage.rss();
    const reply = await send('/api/v2/user');
    expect([reply.status, await reply.json()]).toEqual([502, errorOf(502, /more than the relay passes on/)]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50e6);
  });

  test('is a 502 when it sends more than any account', async () => {
    const { send } = await relayTo((_, response) => response.end('x'.repeat(2 * 1024 * 1024 + 1)));
    const reply = await send('/api/v2/user');
    expect(reply.status).toBe(502);
    expect(await reply.json()).toEqual(errorOf(502, /more than the relay passes on/));
  });

  test('ends for plex.tv too when the app gives up', async () => {
    const client = new AbortController();
    let onClosed: (value?: unknown) => void = () => undefined;
    const closed = new Promise((resolve) => {
      onClosed = resolve;
    });
    const { send, lines } = await relayTo((_, response) => {
      response.on('close', onClosed);
      client.abort();
    });
    await send('/api/v2/user', { signal: client.signal });
    await closed;
    expect(lines).toEqual(['GET /api/v2/user 499']);
  });

  test('is a 500 without details when the relay itself fails', async () => {
    const log = () => {
      throw new Error('hunter2');
    };
    const relay = createRelay({ upstream: async () => new Response(), timeLimitMs: 50, signInsPerMinute: 1, log });
    const reply = await relay.fetch(new Request(`${ownOrigin}/api/v2/user`));
    expect([reply.status, await reply.json()]).toEqual([500, errorOf(500, /^The relay failed\.$/)]);
  });

  test('does not outlast the exchange: an answer leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const { send } = await relayTo((_, response) => response.end('{}'), 3_600_000);
    await send('/api/v2/user');
    const before = timers();
    for (let i = 0; i < 20; i++) await send('/api/v2/user');
    expect(timers()).toBeLessThan(before + 20);
  });
});

describe('the log', () => {
  test('has the method, the path and the status of each request and nothing else', async () => {
    const { send, lines } = await relayTo((request, response) => {
      response.writeHead(request.method === 'POST' ? 201 : 401).end('{"authToken":"hunter3"}');
    });
    await send('/api/v2/users/signin?password=hunter1', { method: 'POST', body: 'password=hunter2' });
    await send('/api/v2/%75ser?X-Plex-Token=hunter4', { headers: { 'X-Plex-Token': 'hunter5' } });
    await send('/api/v2/user', { method: 'HEAD' });
    await send('/api/v2/pins/1234567890');
    expect(lines).toEqual([
      'POST /api/v2/users/signin 201',
      'GET /api/v2/user 401',
      'HEAD /api/v2/user 405',
      'GET /api/v2/pins/{id} 401',
    ]);
  });

  test.each(['/api/v2/user/SECRETTOKEN', '/api/v2/user%0aGET%20/forged', '/api/%1b[2J', '/api/v2/user;SECRET'])(
    'does not repeat an unknown path: %s',
    async (path) => {
      const { send, lines } = await relayTo(untouched);
      await send(path);
      expect(lines).toEqual(['GET (other path) 404']);
    },
  );
});
