import { expect } from '../test.ts';
import { startRecorder } from './plex-tv-recorder.ts';
import { sendRaw, statusesIn } from './send-raw.ts';
import { test } from './test.ts';

const form = 'login=x&password=hunter2';
const headers = ['Content-Type: application/x-www-form-urlencoded', 'X-Plex-Client-Identifier: id'];
const signIn = (...more: string[]) => ['POST /api/v2/users/signin HTTP/1.1', 'Host: x', ...headers, ...more];
/** What a smuggler wants plex.tv, or somebody's next request, to be. */
const smuggled = 'GET /api/v2/home/users HTTP/1.1\r\nHost: x\r\nX-Smuggled: 1\r\n\r\n';

/** Each is refused, or passed on as one harmless request of the list: never as two, never as another. */
const shapes: [title: string, bytes: string | string[]][] = [
  [
    'Content-Length and Transfer-Encoding',
    [...signIn('Content-Length: 5', 'Transfer-Encoding: chunked'), '', '0', '', smuggled],
  ],
  [
    'Transfer-Encoding and Content-Length',
    [...signIn('Transfer-Encoding: chunked', 'Content-Length: 60'), '', '0', '', smuggled],
  ],
  [
    'Transfer-Encoding twice',
    [...signIn('Transfer-Encoding: chunked', 'Transfer-Encoding: identity'), '', '0', '', smuggled],
  ],
  ['an unknown Transfer-Encoding', [...signIn('Transfer-Encoding: xchunked'), '', '0', '', smuggled]],
  ['a hidden Transfer-Encoding', [...signIn('Transfer-Encoding:\u000bchunked', 'Content-Length: 0'), '', smuggled]],
  ['a blank before the colon', [...signIn('Transfer-Encoding : chunked', 'Content-Length: 0'), '', smuggled]],
  ['Content-Length twice', [...signIn('Content-Length: 0', `Content-Length: ${smuggled.length}`), '', smuggled]],
  ['two lengths in one', [...signIn(`Content-Length: 0, ${smuggled.length}`), '', smuggled]],
  ['a length with a sign', [...signIn('Content-Length: +0'), '', smuggled]],
  ['a negative length', [...signIn('Content-Length: -1'), '', smuggled]],
  ['a length beyond all numbers', [...signIn(`Content-Length: ${'9'.repeat(40)}`), '', smuggled]],
  [
    'a folded header',
    [...signIn('X-Plex-Product: a', ' Transfer-Encoding: chunked', 'Content-Length: 0'), '', smuggled],
  ],
  ['a chunk of no size', [...signIn('Transfer-Encoding: chunked'), '', 'zz', smuggled]],
  ['a chunk too large to be one', [...signIn('Transfer-Encoding: chunked'), '', 'fffffffffffffffff', smuggled]],
  ['line feeds alone', `${signIn('Content-Length: 0').join('\n')}\n\n${smuggled}`],
  [
    'a bare carriage return',
    ['POST /api/v2/users/signin HTTP/1.1', 'Host: x\rTransfer-Encoding: chunked', 'Content-Length: 0', '', smuggled],
  ],
  ['a NUL in a header', [...signIn('X-Plex-Product: a\u0000b', 'Content-Length: 0'), '', smuggled]],
  [
    'a line feed in a header of the relay',
    ['GET /api/v2/user HTTP/1.1', 'Host: x', 'X-Plex-Token: a%0d%0aX-Smuggled: 1', '', ''],
  ],
  ['no Host', ['GET /api/v2/user HTTP/1.1', '', '']],
  ['two Hosts', ['GET /api/v2/user HTTP/1.1', 'Host: x', 'Host: y', '', '']],
  ['HTTP/0.9', 'GET /api/v2/home/users\r\n\r\n'],
  ['HTTP/2 in the clear', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['an upgrade', ['GET /api/v2/home/users HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: h2c', '', '']],
  ['CONNECT', ['CONNECT elsewhere.example:443 HTTP/1.1', 'Host: elsewhere.example:443', '', '']],
  ['TRACE', ['TRACE /api/v2/user HTTP/1.1', 'Host: x', '', '']],
  ['a method of its own', ['GETX /api/v2/user HTTP/1.1', 'Host: x', '', '']],
  ['*', ['OPTIONS * HTTP/1.1', 'Host: x', '', '']],
  ['a line without end', `GET /${'a'.repeat(100_000)}`],
  ['a header without end', `GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Token: ${'a'.repeat(100_000)}`],
  ['ten thousand headers', `GET /api/v2/user HTTP/1.1\r\nHost: x\r\n${'X-Plex-Token: a\r\n'.repeat(10_000)}\r\n`],
];

/** Ways around the list: none may reach plex.tv but as `/api/v2/user`. */
const paths = [
  '/api/v2/user/../home/users',
  '/api/v2/users/signin/../../home/users',
  '/api/v2/user/%2e%2e/home/users',
  '/api/v2/user%2f..%2fhome%2fusers',
  '/api/v2/user/..;/home/users',
  '/api/v2/user;/home/users',
  '/api/v2/user%00/home',
  '/api/v2/user%0d%0aHost:%20elsewhere.example',
  '/api/v2/user%3fx=1',
  '/api/v2/user%23',
  '/api/v2/user#/../home',
  '/api/v2/user\\..\\home',
  '/api//v2/user/home',
  '//api/v2/home/users',
  '//elsewhere.example/api/v2/user',
  '/api/../api/v2/home/users',
  '/./api/v2/home/users',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/@fs/etc/passwd',
  '/.git/config',
  '/api/v2/pins/1/../../home/users',
  '/api/v2/pins/1%2f..%2f..%2fhome',
  '/api/v2/pins/-1',
  '/api/v2/pins/1%0d%0aX-Smuggled:%201',
  '/api/v2/user@elsewhere.example/',
  '@elsewhere.example/api/v2/user',
  ':80/api/v2/user',
];

for (const name of ['nginx', 'npm start'] as const) {
  test.describe(name, () => {
    test('lets no request be smuggled', async ({ servers, plexTv }) => {
      for (const [title, bytes] of shapes) {
        plexTv.requests.length = 0;
        const received = await sendRaw(servers[name].port, bytes);
        // A second answer is the smuggled request refused by the list, as a request of its own: plain pipelining.
        expect
          .soft(
            statusesIn(received)
              .slice(1)
              .every((status) => [400, 404].includes(status)),
            title,
          )
          .toBe(true);
        expect.soft(plexTv.requests.length, title).toBeLessThanOrEqual(1);
        for (const { method, url, headers: sent, body } of plexTv.requests) {
          expect.soft(['POST /api/v2/users/signin', 'GET /api/v2/user'], title).toContain(`${method} ${url}`);
          expect.soft(Object.keys(sent), title).not.toContain('x-smuggled');
          expect.soft(body, title).not.toContain('GET /api');
        }
      }
    });

    test('lets no path lead past the list, nor out of the page’s own folder', async ({ servers, plexTv }) => {
      for (const path of paths) {
        const received = await sendRaw(servers[name].port, [
          `GET ${path} HTTP/1.1`,
          'Host: x',
          'Connection: close',
          '',
          '',
        ]);
        expect.soft(received, path).not.toMatch(/devDependencies|root:|\[core\]/);
        expect
          .soft(
            plexTv.requests.filter(({ url }) => url !== '/api/v2/user'),
            path,
          )
          .toEqual([]);
      }
    });

    test('asks nobody but plex.tv, whatever host a request names', async ({ servers, plexTv }) => {
      const elsewhere = await startRecorder();
      const host = elsewhere.origin.slice('http://'.length);
      for (const target of ['/api/v2/user', `${elsewhere.origin}/api/v2/user`, `//${host}/api/v2/user`]) {
        for (const named of [host, 'x', `x@${host}`, `${host}/`]) {
          const more = [`X-Forwarded-Host: ${host}`, `Forwarded: host=${host}`, 'Connection: close'];
          await sendRaw(servers[name].port, [`GET ${target} HTTP/1.1`, `Host: ${named}`, ...more, '', '']);
        }
      }
      expect(elsewhere.requests).toEqual([]);
      expect(plexTv.requests.length).toBeGreaterThan(0);
      const asked = new Set(plexTv.requests.map(({ url, headers: sent }) => `${sent.host} ${url}`));
      expect([...asked]).toEqual([`${new URL(plexTv.origin).host} /api/v2/user`]);
      await elsewhere.stop();
    });

    test('keeps pipelined requests apart, and each with its own answer', async ({ servers, plexTv }) => {
      plexTv.answer = ({ headers: sent }, response) => response.writeHead(200).end(`for ${sent['x-plex-token']}`);
      const one = (token: string, last = '') =>
        `GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Token: ${token}\r\n${last}\r\n`;
      const received = await sendRaw(
        servers[name].port,
        one('a') + one('b') + smuggled + one('c', 'Connection: close\r\n'),
      );
      expect(statusesIn(received)).toEqual([200, 200, 404, 200]);
      expect(received.match(/for [a-z]+/g)).toEqual(['for a', 'for b', 'for c']);
    });

    test('passes on 200 sign-ins at once, each with its own password and answer', async ({ servers, plexTv }) => {
      plexTv.answer = (_, response, body) => response.writeHead(201).end(body);
      const bodies = Array.from({ length: 200 }, (_, i) => `${form}&n=${i}`);
      const replies = await Promise.all(
        bodies.map((body) =>
          fetch(`http://127.0.0.1:${servers[name].port}/api/v2/users/signin`, { method: 'POST', body }),
        ),
      );
      expect(replies.map(({ status }) => status)).toEqual(Array(200).fill(201));
      expect(await Promise.all(replies.map((reply) => reply.text()))).toEqual(bodies);
      expect(plexTv.requests.map(({ body }) => body).sort()).toEqual(bodies.sort());
    });
  });
}
