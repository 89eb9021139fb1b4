import { relayedRequests } from '../../server/relay/relayed-requests.ts';
import { expect } from '../test.ts';
import { test } from './test.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const relayed = relayedRequests.map(({ path, ...others }) => ({ ...others, path: path.replace('{id}', '123') }));
const paths = [
  ...relayed.flatMap(({ path }) => [path, `${path}/`, `${path}x`]),
  '/api',
  '/api/',
  '/api/v2/ping',
  '/api/v2/pins/link',
  '/api/v2/home/users',
  '/api/v2/users/signin.json',
  '/api/v3/user',
  '/v2/user',
  '/users/sign_in.json',
];

for (const name of ['nginx', 'npm start'] as const) {
  test.describe(name, () => {
    test('passes on what the app asks, and nothing else', async ({ servers, plexTv }) => {
      const allowed = relayed.map(({ method, path }) => `${method} ${path}`);
      for (const path of paths) {
        for (const method of methods) {
          const known = relayed.find((candidate) => candidate.path === path);
          const reply = await fetch(`http://127.0.0.1:${servers[name].port}${path}`, { method });
          const request = `${method} ${path}`;
          if (known?.method === method) expect.soft(reply.status, request).toBe(201);
          else if (known) expect.soft([reply.status, reply.headers.get('Allow')], request).toEqual([405, known.method]);
          else expect.soft([404, 405], request).toContain(reply.status);
          const isRelays = path.startsWith('/api/') && known?.method !== method;
          if (isRelays) {
            expect.soft(await reply.json(), request).toEqual({
              errors: [{ status: reply.status, message: expect.any(String) }],
            });
          }
        }
      }
      expect(plexTv.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(allowed);
    });

    test('shows plex.tv what the app chose to send, and nothing of the browser or its address', async ({
      servers,
      plexTv,
    }) => {
      const plex = {
        'X-Plex-Token': 'token',
        'X-Plex-Client-Identifier': 'id',
        'X-Plex-Product': 'Account statement',
        'X-Plex-Version': '1',
        'X-Plex-Platform': 'Chrome',
        'X-Plex-Platform-Version': '156',
        'X-Plex-Device': 'Linux',
        'X-Plex-Device-Name': 'Chrome on Linux',
        'X-Plex-Model': 'hosted',
        'X-Plex-Language': 'sv',
      };
      const body = `login=x&password=${'p'.repeat(9000)}`;
      await fetch(`http://127.0.0.1:${servers[name].port}/api/v2/users/signin?password=mine&X-Plex-Token=mine`, {
        method: 'POST',
        body,
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/x-www-form-urlencoded',
          ...plex,
          Authorization: 'Basic mine',
          Cookie: 'a=mine',
          Forwarded: 'for=mine',
          Referer: 'http://mine.example/',
          'Accept-Language': 'mine',
          'Sec-Fetch-Site': 'same-origin',
          'User-Agent': 'Mine',
          'X-Forwarded-For': 'mine',
          'X-Real-IP': 'mine',
        },
      });
      const [request] = plexTv.requests;
      expect(request).toMatchObject({ method: 'POST', url: '/api/v2/users/signin', body });
      const sent = Object.keys(plex).map((header) => header.toLowerCase());
      expect(request?.headers).toMatchObject(
        Object.fromEntries(Object.entries(plex).map(([header, value]) => [header.toLowerCase(), value])),
      );
      expect(JSON.stringify(request)).not.toContain('mine');
      // The last four are what Node's fetch adds by itself, the same for everybody.
      const others = ['host', 'connection', 'content-length', 'content-type', 'accept', 'user-agent'];
      const fromNode = ['accept-language', 'accept-encoding', 'sec-fetch-mode'];
      expect([...sent, ...others, ...fromNode]).toEqual(expect.arrayContaining(Object.keys(request?.headers ?? {})));
    });

    test('passes on one query for each path, and no other', async ({ servers, plexTv }) => {
      const base = `http://127.0.0.1:${servers[name].port}/api/v2`;
      await fetch(`${base}/user?includeSubscriptions=1&X-Plex-Token=secret`);
      await fetch(`${base}/user?includeSubscriptions=2`);
      await fetch(`${base}/user?includeSubscriptions=1%26X-Plex-Token=secret`);
      await fetch(`${base}/users/signout?includeSubscriptions=1`, { method: 'DELETE' });
      await fetch(`${base}/pins?strong=true&X-Plex-Token=secret`, { method: 'POST' });
      await fetch(`${base}/pins?strong=yes`, { method: 'POST' });
      await fetch(`${base}/pins/1?strong=true&code=secret`);
      expect(plexTv.requests.map(({ url }) => url)).toEqual([
        '/api/v2/user?includeSubscriptions=1',
        '/api/v2/user',
        '/api/v2/user',
        '/api/v2/users/signout',
        '/api/v2/pins?strong=true',
        '/api/v2/pins',
        '/api/v2/pins/1',
      ]);
    });

    test('tells plex.tv the origin of the page for PINs alone', async ({ servers, plexTv }) => {
      const { port } = servers[name];
      const headers = { Origin: `http://127.0.0.1:${port}` };
      for (const { method, path } of relayed) await fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
      const told = plexTv.requests.filter(({ headers: sent }) => sent.origin === headers.Origin);
      expect(told.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /api/v2/pins', 'GET /api/v2/pins/123']);
    });

    test('gives the reply of plex.tv as it came, errors too, without what speaks for other pages', async ({
      servers,
      plexTv,
    }) => {
      for (const status of [200, 201, 400, 401, 403, 404, 410, 422, 429, 498, 500, 503]) {
        plexTv.answer = (_, response) => {
          response.setHeader('Set-Cookie', ['a=1', 'b=2']).setHeader('Access-Control-Allow-Origin', '*');
          response.setHeader('Strict-Transport-Security', 'max-age=9').setHeader('Alt-Svc', 'h3=":443"');
          response.setHeader('WWW-Authenticate', 'Basic').setHeader('Location', 'https://elsewhere.example');
          response.setHeader('X-Accel-Redirect', '/index.html').setHeader('Refresh', '0; https://elsewhere.example');
          response.setHeader('Link', '</a>; rel=preload').setHeader('Clear-Site-Data', '"*"');
          response.setHeader('Cache-Control', 'public').setHeader('Retry-After', '7').setHeader('ETag', '"a"');
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(`{"errors":[{"code":${status}}]}`);
        };
        const reply = await fetch(`http://127.0.0.1:${servers[name].port}/api/v2/user`);
        expect([reply.status, await reply.text()]).toEqual([status, `{"errors":[{"code":${status}}]}`]);
        expect(reply.headers.get('Content-Type')).toBe('application/json');
        expect(reply.headers.get('Retry-After')).toBe('7');
        expect(reply.headers.get('Cache-Control')).toBe('no-store');
        expect(reply.headers.getSetCookie()).toEqual([]);
        expect([...reply.headers.keys()].join()).not.toMatch(
          /access-control|strict-transport|alt-svc|authenticate|location|accel|refresh|link|clear|etag/,
        );
      }
    });

    test('follows no redirect, and says in words what it does not pass on', async ({ servers, plexTv }) => {
      const url = `http://127.0.0.1:${servers[name].port}/api/v2/user`;
      for (const status of [301, 302, 303, 307, 308]) {
        plexTv.answer = (_, response) => response.writeHead(status, { Location: `${plexTv.origin}/elsewhere` }).end();
        const reply = await fetch(url, { redirect: 'manual' });
        expect([reply.status, await reply.json()]).toEqual([
          502,
          { errors: [{ status: 502, message: 'plex.tv answered with a redirect, which the relay does not follow.' }] },
        ]);
      }
      expect(plexTv.requests.map(({ url: asked }) => asked)).toEqual(Array(5).fill('/api/v2/user'));

      plexTv.answer = (request) => request.socket.destroy();
      const reply = await fetch(url);
      expect([reply.status, await reply.json()]).toEqual([
        502,
        { errors: [{ status: 502, message: expect.stringContaining('could not reach plex.tv') }] },
      ]);
    });

    test('sends a sign-in once, and keeps from the browser what would make it send another', async ({
      servers,
      plexTv,
    }) => {
      for (const status of name === 'nginx' ? [407, 421, 425] : [407, 408, 421, 425]) {
        plexTv.answer = (_, response) => response.writeHead(status).end();
        plexTv.requests.length = 0;
        const reply = await fetch(`http://127.0.0.1:${servers[name].port}/api/v2/users/signin`, {
          method: 'POST',
          body: new URLSearchParams({ login: 'ada', password: 'pass' }),
        });
        expect([status, reply.status, (await reply.json()).errors[0].status]).toEqual([status, 502, 502]);
        expect(plexTv.requests).toHaveLength(1);
      }
    });

    test('refuses pages of other sites', async ({ servers, plexTv }) => {
      const { port } = servers[name];
      const refused: Record<string, string>[] = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site', Origin: `http://127.0.0.1:${port}` },
        { Origin: 'https://elsewhere.example' },
        { Origin: 'http://127.0.0.1:5000' },
        { Origin: `http://127.0.0.1:${port}.elsewhere.example` },
        { Origin: 'null' },
      ];
      for (const headers of refused) {
        const reply = await fetch(`http://127.0.0.1:${port}/api/v2/users/signin`, { method: 'POST', headers });
        expect.soft(reply.status, JSON.stringify(headers)).toBe(403);
        expect.soft(await reply.json()).toEqual({
          errors: [{ status: 403, message: 'This relay answers only to its own page.' }],
        });
      }
      expect(plexTv.requests).toEqual([]);
      const taken: Record<string, string>[] = [
        { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://behind-a-proxy.example' },
        { 'Sec-Fetch-Site': 'none' },
        { Origin: `http://127.0.0.1:${port}` },
        { Origin: `https://127.0.0.1:${port}` },
        {},
      ];
      for (const headers of taken) {
        const reply = await fetch(`http://127.0.0.1:${port}/api/v2/user`, { headers });
        expect.soft(reply.status, JSON.stringify(headers)).toBe(201);
      }
    });
  });
}
