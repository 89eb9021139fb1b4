import { expect, onTestFinished, test } from 'vitest';
import { headersOf, pageSecurity } from './security-headers.ts';
import { startRecorder } from './test/plex-tv-recorder.ts';
import { runServer } from './test/run-server.ts';
import { sendRaw, statusesIn } from './test/send-raw.ts';

const headers = ['Content-Type: application/x-www-form-urlencoded', 'X-Plex-Client-Identifier: id'];
const signIn = (...more: string[]) => ['POST /api/v2/users/signin HTTP/1.1', 'Host: x', ...headers, ...more];
/** The hidden request that an attacker wants plex.tv to get. */
const smuggled = 'GET /api/v2/home/watchlist HTTP/1.1\r\nHost: x\r\nX-Smuggled: 1\r\n\r\n';

/** Malformed or ambiguous requests. The server refuses each and closes the connection. */
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
  ['a length that is too large', [...signIn(`Content-Length: ${'9'.repeat(40)}`), '', smuggled]],
  [
    'a folded header',
    [...signIn('X-Plex-Product: a', ' Transfer-Encoding: chunked', 'Content-Length: 0'), '', smuggled],
  ],
  ['a chunk without a size', [...signIn('Transfer-Encoding: chunked'), '', 'zz', smuggled]],
  ['a chunk that is too large', [...signIn('Transfer-Encoding: chunked'), '', 'fffffffffffffffff', smuggled]],
  ['line feeds alone', `${signIn('Content-Length: 0').join('\n')}\n\n${smuggled}`],
  [
    'a bare carriage return',
    ['POST /api/v2/users/signin HTTP/1.1', 'Host: x\rTransfer-Encoding: chunked', 'Content-Length: 0', '', smuggled],
  ],
  ['a NUL in a header', [...signIn('X-Plex-Product: a\u0000b', 'Content-Length: 0'), '', smuggled]],
  ['no Host', ['GET /api/v2/user HTTP/1.1', ...headers, '', '']],
  ['two Hosts', ['GET /api/v2/user HTTP/1.1', 'Host: x', 'Host: y', ...headers, '', '']],
  ['HTTP/0.9', 'GET /api/v2/home/watchlist\r\n\r\n'],
  ['HTTP/2 in the clear', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['an upgrade', ['GET /api/v2/home/watchlist HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: h2c', '', '']],
  ['CONNECT', ['CONNECT elsewhere.example:443 HTTP/1.1', 'Host: elsewhere.example:443', '', '']],
  ['an unknown method', ['GETX /api/v2/user HTTP/1.1', 'Host: x', '', '']],
  ['*', ['OPTIONS * HTTP/1.1', 'Host: x', '', '']],
  ['a line without end', `GET /${'a'.repeat(100_000)}`],
  ['chunks', [...signIn('Transfer-Encoding: chunked'), '', '7', 'login=x', '0', '', '']],
  ['chunk extensions', [...signIn('Transfer-Encoding: chunked'), '', '7;a=b', 'login=x', '0', '', '']],
  ['trailers', [...signIn('Transfer-Encoding: chunked'), '', '7', 'login=x', '0', 'X-Smuggled: 1', '', '']],
  ['an unknown expectation', [...signIn('Expect: 200-maybe', 'Content-Length: 7'), '', 'login=x']],
  [
    'headers of 64 kB',
    ['GET /api/v2/user HTTP/1.1', 'Host: x', ...headers, `X-Plex-Token: ${'a'.repeat(65_536)}`, '', ''],
  ],
  ['a target with another host', ['GET http://elsewhere.example/api/v2/user HTTP/1.1', 'Host: x', ...headers, '', '']],
  [
    'a WebSocket',
    ['GET /api/v2/user HTTP/1.1', 'Host: x', ...headers, 'Connection: Upgrade', 'Upgrade: websocket', '', ''],
  ],
  ['a header without end', `GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Token: ${'a'.repeat(100_000)}`],
  ['ten thousand headers', `GET /api/v2/user HTTP/1.1\r\nHost: x\r\n${'X-Plex-Token: a\r\n'.repeat(10_000)}\r\n`],
];

/** Attempts to get around the list of requests. None may reach plex.tv. */
const paths = [
  '/api/v2/user/../home/watchlist',
  '/api/v2/users/signin/../../home/watchlist',
  '/api/v2/user/%2e%2e/home/watchlist',
  '/api/v2/user%2f..%2fhome%2fusers',
  '/api/v2/user/..;/home/watchlist',
  '/api/v2/user;/home/watchlist',
  '/api/v2/user%00/home',
  '/api/v2/user%0d%0aHost:%20elsewhere.example',
  '/api/v2/user%3fx=1',
  '/api/v2/user%23',
  '/api/v2/user#/../home',
  '/api/v2/user\\..\\home',
  '/api//v2/user/home',
  '//api/v2/home/watchlist',
  '//elsewhere.example/api/v2/user',
  '/api/../api/v2/home/watchlist',
  '/./api/v2/home/watchlist',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/@fs/etc/passwd',
  '/api/v2/pins/1/../../home/watchlist',
  '/api/v2/pins/1%2f..%2f..%2fhome',
  '/api/v2/pins/1%0d%0aX-Smuggled:%201',
  '/api/v2/user@elsewhere.example/',
  '@elsewhere.example/api/v2/user',
  ':80/api/v2/user',
];

test.each(shapes)('refuses a request that could be read as two, or as none: %s', async (_, bytes) => {
  const { port, plexTv } = await runServer();
  const received = await sendRaw(port, bytes);
  expect(statusesIn(received)).toEqual([expect.toSatisfy((status) => status >= 400 && status < 500)]);
  expect(received).toMatch(/\r\nConnection: close\r\n/i);
  for (const [name, value] of Object.entries(await headersOf(pageSecurity()))) {
    expect(received.toLowerCase()).toContain(`\r\n${name}: ${value}\r\n`.toLowerCase());
  }
  expect(plexTv.requests).toEqual([]);
});

test.each(paths)('refuses a path around the list, or out of the page’s folder: %s', async (path) => {
  const { port, plexTv } = await runServer();
  const received = await sendRaw(port, [`GET ${path} HTTP/1.1`, 'Host: x', 'X-Plex-Client-Identifier: x', '', '']);
  expect(statusesIn(received)).toEqual([400]);
  expect(received).toMatch(/\r\nConnection: close\r\n/i);
  expect(plexTv.requests).toEqual([]);
});

test('does not decode a line feed in a header', async () => {
  const { send, plexTv } = await runServer();
  await send('/api/v2/user', { headers: { 'X-Plex-Token': 'a%0d%0aX-Smuggled: 1' } });
  expect(plexTv.requests.map(({ headers }) => headers['x-plex-token'])).toEqual(['a%0d%0aX-Smuggled: 1']);
  expect(plexTv.requests[0]?.headers).not.toHaveProperty('x-smuggled');
});

test.each(['TRACE', 'PROPFIND', 'SEARCH', 'PURGE', 'LINK'])('refuses other methods: %s', async (method) => {
  const { port, plexTv } = await runServer();
  for (const path of ['/', '/api/v2/user']) {
    const received = await sendRaw(port, [
      `${method} ${path} HTTP/1.1`,
      'Host: x',
      ...headers,
      'Connection: close',
      '',
      '',
    ]);
    expect(statusesIn(received)).toEqual([405]);
  }
  expect(plexTv.requests).toEqual([]);
});

test('sends requests to plex.tv only, whatever host a request names', async () => {
  const { port, plexTv } = await runServer();
  const elsewhere = await startRecorder();
  onTestFinished(elsewhere.stop);
  const host = elsewhere.origin.slice('http://'.length);
  for (const target of ['/api/v2/user', `${elsewhere.origin}/api/v2/user`, `//${host}/api/v2/user`]) {
    for (const named of [host, 'x', `x@${host}`, `${host}/`]) {
      const more = [`X-Forwarded-Host: ${host}`, `Forwarded: host=${host}`, 'X-Plex-Client-Identifier: x'];
      const close = 'Connection: close';
      await sendRaw(port, [`GET ${target} HTTP/1.1`, `Host: ${named}`, ...more, close, '', '']);
    }
  }
  expect(elsewhere.requests).toEqual([]);
  const asked = plexTv.requests.map(({ url, headers }) => `${headers.host} ${url}`);
  expect([...new Set(asked)]).toEqual([`${new URL(plexTv.origin).host} /api/v2/user`]);
});
