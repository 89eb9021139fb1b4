import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { type Answer, startRecorder } from '../test/plex-tv-recorder.ts';
import { runServer } from '../test/run-server.ts';

const signInPath = '/api/v2/users/signin';
const signIn = { method: 'POST', body: 'password=hunter2' };

function errorOf(status: number, message: string | RegExp = /./) {
  return { errors: [{ status, message: expect.stringMatching(message) }] };
}

/** Signs in, and returns the response and the number of requests to plex.tv. */
async function signInTo(answer: Answer, timeLimitMs?: number) {
  const { send, plexTv } = await runServer({ answer, ...(timeLimitMs !== undefined && { timeLimitMs }) });
  const reply = await send(signInPath, signIn);
  expect(reply.headers.get('X-Answered-By')).toBe('this-server');
  return { status: reply.status, body: await reply.json(), asked: plexTv.requests.length };
}

const unreachable = (message: string | RegExp) => ({ status: 502, body: errorOf(502, message), asked: 1 });

test('is a 504 when plex.tv does not answer', async () => {
  const late = { status: 504, body: errorOf(504, 'plex.tv did not answer within 1 s'), asked: 1 };
  expect(await signInTo(() => undefined, 1000)).toEqual(late);
});

test('is a 504 when its reply is a slow drip without end', async () => {
  const drip: Answer = (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  };
  expect((await signInTo(drip, 200)).status).toBe(504);
});

test('is a 504 even when the client of plex.tv ignores the signal', async () => {
  const { send } = await runServer({ plexTvClient: () => new Promise(() => undefined), timeLimitMs: 50 });
  expect((await send('/api/v2/user')).status).toBe(504);
});

test('is a 502 with the reason when it refuses the connection, and recovers when it is back', async () => {
  const plexTv = await startRecorder();
  const { port } = new URL(plexTv.origin);
  await plexTv.stop();
  const { send } = await runServer({ settings: { PLEX_TV_ORIGIN: plexTv.origin } });
  const reply = await send('/api/v2/user');
  expect([reply.status, await reply.json()]).toEqual([502, errorOf(502, /could not reach plex\.tv \(ECONNREFUSED\)/)]);
  const back = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
  await new Promise<void>((resolve) => back.listen(Number(port), '127.0.0.1', resolve));
  onTestFinished(() => void back.close());
  expect((await send('/api/v2/user')).status).toBe(200);
});

test('is a 502 with the reason when its name is unknown', async () => {
  const { send } = await runServer({ settings: { PLEX_TV_ORIGIN: 'https://plex.invalid' } });
  const reply = await send('/api/v2/user');
  expect([reply.status, await reply.json()]).toEqual([
    502,
    errorOf(502, /could not reach plex\.tv \((ENOTFOUND|EAI_AGAIN)\)/),
  ]);
});

test('is a 502 when its TLS certificate is not trusted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
  ]);
  expect(made.status, `this test needs the openssl command: ${made.stderr}`).toBe(0);
  let asked = 0;
  const plexTv = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => plexTv.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    plexTv.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = plexTv.address() as AddressInfo;
  const { send } = await runServer({ settings: { PLEX_TV_ORIGIN: `https://localhost:${port}` } });
  const reply = await send('/api/v2/user', { headers: { 'X-Plex-Token': 'hunter2' } });
  expect([reply.status, await reply.json()]).toEqual([502, errorOf(502, /DEPTH_ZERO_SELF_SIGNED_CERT/)]);
  expect(asked).toBe(0);
});

test('is a 502 when it breaks the connection, and a sign-in is not repeated', async () => {
  expect(await signInTo((request) => request.socket.destroy())).toEqual(unreachable('could not reach plex.tv'));
});

test('is a 502 each time that it breaks the connection, and works in between', async () => {
  let asked = 0;
  const { send } = await runServer({
    answer: (request, response) => {
      asked += 1;
      if (asked % 2) request.socket.destroy();
      else response.end('{}');
    },
  });
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await send(signInPath, signIn)).status);
  expect(statuses).toEqual([502, 200, 502, 200, 502, 200]);
  expect(asked).toBe(6);
});

test.each<[string, string]>([
  ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['fewer bytes than Content-Length', 'HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{"id":1'],
  ['two lengths', 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
  ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
  ['100 without an expectation', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'],
  ['an unknown status', 'HTTP/1.1 600 X\r\nContent-Length: 2\r\n\r\n{}'],
  ['20 kB of headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\nContent-Length: 2\r\n\r\n{}`],
])('is a 502 when it sends %s', async (_, bytes) => {
  expect(await signInTo(({ socket }) => socket.end(bytes))).toEqual(unreachable(/./));
});

test.each([301, 302, 303, 304, 307, 308])(
  'is a 502 when it redirects by %i, and no token goes to another server',
  async (status) => {
    const elsewhere = await startRecorder();
    onTestFinished(elsewhere.stop);
    const answer: Answer = (_, response) => response.writeHead(status, { Location: elsewhere.origin }).end();
    expect(await signInTo(answer)).toEqual(unreachable(/redirect/));
    expect(elsewhere.requests).toEqual([]);
  },
);

test.each([407, 408, 421, 425])('is a 502 when it answers %i, on which browsers repeat the request', async (status) => {
  const answer: Answer = (_, response) => response.writeHead(status).end('{}');
  expect(await signInTo(answer)).toEqual(unreachable(`answered ${status}`));
});

test('is a 502 when it sends far more than an account, and the relay stops reading', async () => {
  let sent = 0;
  const endless: Answer = (_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && sent < 50e6) {
        sent += 64 * 1024;
        if (!response.write(Buffer.alloc(64 * 1024, 32))) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };
  expect(await signInTo(endless)).toEqual(unreachable(/larger reply than the relay forwards/));
  expect(sent).toBeLessThan(20e6);
});

test('is a 502 when a small reply decompresses to far more than an account, and memory does not grow', async () => {
  const bomb = gzipSync(Buffer.alloc(200e6));
  const before = process.memoryUsage().rss;
  const answer: Answer = (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb);
  expect(await signInTo(answer)).toEqual(unreachable(/larger reply than the relay forwards/));
  expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
});

test.each([
  ['gzip, gzip', gzipSync(gzipSync('{}'))],
  ['br', brotliCompressSync('{}')],
  ['gzip', Buffer.from('{"id":1}')],
])('is a 502 when its encoding was not asked for, or is wrong: %s', async (encoding, body) => {
  const answer: Answer = (_, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(body);
  expect(await signInTo(answer)).toEqual(unreachable(/./));
});

test('is a 502 at once when a body that is not packed, as its headers say, comes after them', async () => {
  const answer: Answer = (_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).flushHeaders();
    setTimeout(() => response.end('{"id":1}'), 20);
  };
  // Node's own fetch would wait here until the time limit.
  expect(await signInTo(answer)).toEqual(unreachable(/could not reach/));
});

test('is a 500 without details when the relay itself fails', async () => {
  const { send } = await runServer({
    plexTvClient: async () => ({ status: 200, contentType: 'hunter2\0', retryAfter: null, body: new Uint8Array() }),
  });
  const reply = await send('/api/v2/user');
  expect(reply.status).toBeGreaterThanOrEqual(500);
  expect(await reply.text()).not.toContain('hunter2');
});

test('leaves no timer behind', async () => {
  const { send } = await runServer({ timeLimitMs: 3_600_000 });
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  await send('/api/v2/user');
  const before = timers();
  for (let i = 0; i < 20; i++) await send('/api/v2/user');
  expect(timers()).toBeLessThan(before + 20);
});
