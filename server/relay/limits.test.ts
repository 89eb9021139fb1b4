import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { runServer } from '../test/run-server.ts';
import { sendRaw, statusesIn } from '../test/send-raw.ts';

const signInPath = '/api/v2/users/signin';
const signIn = { method: 'POST', body: 'login=x' };

test('makes an address wait after too many sign-ins', async () => {
  const { send, plexTv, logged } = await runServer({ settings: { SIGN_INS_PER_MINUTE: '3' } });
  const tries = await Promise.all(Array.from({ length: 20 }, () => send(signInPath, signIn)));
  const statuses = tries.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(4).fill(201), ...Array(16).fill(429)]);
  const refusal = tries.find(({ status }) => status === 429);
  expect([refusal?.headers.get('Retry-After'), refusal?.headers.get('X-Answered-By')]).toEqual(['60', 'this-server']);
  expect(await refusal?.json()).toEqual({
    errors: [{ status: 429, message: 'Too many sign-ins from your address: this relay makes you wait a minute.' }],
  });
  expect(plexTv.requests).toHaveLength(4);
  expect((await send('/api/v2/user')).status).toBe(201);
  expect(logged()).toContain('POST /api/v2/users/signin 429');
});

test.each([
  ['a trusted proxy', '127.0.0.0/8', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], [201, 201, 201]],
  ['a client that is not trusted', '10.0.0.0/8', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], [201, 201, 429]],
  [
    'an address that the client invented',
    '127.0.0.1',
    ['1.1.1.1, 192.0.2.1', '2.2.2.2, 192.0.2.1', '192.0.2.1'],
    [201, 201, 429],
  ],
  [
    'two trusted proxies',
    '127.0.0.1,10.0.0.0/8',
    ['192.0.2.1, 10.0.0.9', '192.0.2.2, 10.0.0.8', '192.0.2.1, 10.0.0.7'],
    [201, 201, 201],
  ],
  [
    'one IPv6 network',
    '127.0.0.1',
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:db8:1:2:3:4:5:6'],
    [201, 201, 429],
  ],
  ['several IPv6 networks', '127.0.0.1', ['2001:db8:1:1::1', '2001:db8:1:2::1', '2001:db8:1:3::1'], [201, 201, 201]],
  ['IPv4 in IPv6', '127.0.0.1', ['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.1:5555'], [201, 201, 429]],
])(
  'counts sign-ins by the client’s address, and plex.tv gets no address: %s',
  async (_, trusted, visitors, expected) => {
    const { send, plexTv } = await runServer({ settings: { SIGN_INS_PER_MINUTE: '1', TRUSTED_PROXY: trusted } });
    const statuses: number[] = [];
    for (const visitor of visitors) {
      statuses.push((await send(signInPath, { ...signIn, headers: { 'X-Forwarded-For': visitor } })).status);
    }
    expect(statuses).toEqual(expected);
    expect(JSON.stringify(plexTv.requests)).not.toMatch(/192\.0\.2|2001:db8/);
  },
);

test('forwards bodies up to 16 kB, and nothing of a larger one', async () => {
  const { send, plexTv } = await runServer();
  const fits = 'x'.repeat(16 * 1024);
  expect((await send(signInPath, { method: 'POST', body: fits })).status).toBe(201);
  const reply = await send(signInPath, { method: 'POST', body: `${fits}x` });
  expect([reply.status, await reply.json()]).toEqual([
    413,
    { errors: [{ status: 413, message: 'The request is too large: over 16 kB.' }] },
  ]);
  expect(plexTv.requests.map(({ body }) => body.length)).toEqual([16 * 1024]);
});

test('aborts the request to plex.tv when the browser disconnects, and logs that', async () => {
  const { port, plexTv, logged } = await runServer();
  const socket = connect(port, '127.0.0.1');
  const isAborted = new Promise((resolve) => {
    plexTv.answer = (_, response) => {
      response.once('close', resolve);
      socket.destroy();
    };
  });
  socket.write('GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Client-Identifier: x\r\n\r\n');
  await isAborted;
  expect(plexTv.requests).toHaveLength(1);
  await expect.poll(logged).toEqual(['GET /api/v2/user aborted']);
});

test('aborts the request to plex.tv when the browser aborts its own', async () => {
  const { send, plexTv, logged } = await runServer();
  const browser = new AbortController();
  plexTv.answer = () => browser.abort();
  await expect(send(signInPath, { ...signIn, signal: browser.signal })).rejects.toThrow('aborted');
  await expect.poll(logged).toEqual(['POST /api/v2/users/signin aborted']);
});

test('answers a client that has closed its side of the connection and waits', async () => {
  const { port, plexTv } = await runServer();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  plexTv.answer = (_, response) => {
    // Long enough for several interim responses.
    setTimeout(() => response.writeHead(200).end('for you'), 600);
  };
  const received: string[] = [];
  socket.on('data', (data) => received.push(String(data)));
  socket.end('GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Client-Identifier: x\r\n\r\n');
  await new Promise((resolve) => socket.once('close', resolve));
  expect(statusesIn(received.join('')).at(-1)).toBe(200);
  expect(received.join('')).toMatch(/for you$/);
});

test('logs an aborted upload as aborted, and does not call plex.tv', async () => {
  const { port, plexTv, logged } = await runServer();
  const begun = `POST ${signInPath} HTTP/1.1\r\nHost: x\r\nX-Plex-Client-Identifier: x\r\nContent-Length: 1000\r\n\r\nlogin=`;
  for (const leave of ['end', 'resetAndDestroy'] as const) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await new Promise<void>((resolve) => socket.write(begun, () => resolve()));
    socket[leave]();
  }
  await expect.poll(logged).toEqual(Array(2).fill('POST /api/v2/users/signin aborted'));
  expect(plexTv.requests).toEqual([]);
});

test('refuses requests above its limit at once, and accepts them again later', async () => {
  const { send, plexTv } = await runServer();
  const waiting: (() => void)[] = [];
  plexTv.answer = (_, response) => void waiting.push(() => response.end('{}'));
  const many = Array.from({ length: 500 }, () => send('/api/v2/user'));
  // The pool has 128 connections. The other requests wait for one.
  await expect.poll(() => waiting.length).toBe(128);
  const reply = await send('/api/v2/user');
  expect([reply.status, reply.headers.get('Retry-After'), reply.headers.get('X-Answered-By')]).toEqual([
    503,
    '5',
    'this-server',
  ]);
  plexTv.answer = (_, response) => void response.end('{}');
  for (const answer of waiting) answer();
  expect((await Promise.all(many)).map(({ status }) => status)).toEqual(Array(500).fill(200));
  expect((await send('/api/v2/user')).status).toBe(200);
});

test('keeps pipelined requests apart, and each gets its own answer', async () => {
  const { port, plexTv } = await runServer();
  plexTv.answer = ({ headers }, response) => response.writeHead(200).end(`for ${headers['x-plex-token']}`);
  const one = (path: string, token: string, last = '') =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Plex-Client-Identifier: x\r\nX-Plex-Token: ${token}\r\n${last}\r\n`;
  const user = '/api/v2/user';
  const all =
    one(user, 'a') + one(user, 'b') + one('/api/v2/home/watchlist', 'x') + one(user, 'c', 'Connection: close\r\n');
  const received = await sendRaw(port, all);
  expect(statusesIn(received)).toEqual([200, 200, 404, 200]);
  expect(received.match(/for [a-z]+/g)).toEqual(['for a', 'for b', 'for c']);
});
