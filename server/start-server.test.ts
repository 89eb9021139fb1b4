import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { runServer } from './test/run-server.ts';
import { sendRaw, statusesIn } from './test/send-raw.ts';

test('a stop finishes open requests, accepts no new ones, and leaves no connection', async () => {
  const { send, stop, plexTv, port, origin } = await runServer();
  const idle = connect(port, '127.0.0.1');
  const isIdleClosed = new Promise((resolve) => idle.once('close', resolve));
  await fetch(origin);
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    plexTv.answer = (_, response) => {
      answer = () => response.writeHead(201).end('finished');
      resolve();
    };
  });
  const reply = send('/api/v2/user');
  await asked;
  const stopped = stop(20_000);
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
  answer();
  expect(await (await reply).text()).toBe('finished');
  idle.destroy();
  await Promise.all([stopped, isIdleClosed]);
});

test('a stop cuts off requests that take longer than its grace period', async () => {
  const { send, stop, plexTv } = await runServer();
  const asked = new Promise<void>((resolve) => {
    plexTv.answer = () => resolve();
  });
  const reply = send('/api/v2/user').catch(() => 'cut off');
  await asked;
  await stop(10);
  expect(await reply).toBe('cut off');
});

test('a malformed request gets all security headers, and headers that are too large get 431', async () => {
  const { port } = await runServer();
  for (const [request, status] of [
    ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['GET\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n bad\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Plex-Token: ${'t'.repeat(40_000)}\r\n\r\n`, 431],
  ] as const) {
    const received = await sendRaw(port, request);
    expect(statusesIn(received)).toEqual([status]);
    for (const header of ['x-frame-options: DENY', 'x-answered-by: this-server', 'cache-control: no-cache']) {
      expect(received.toLowerCase()).toContain(`\r\n${header.toLowerCase()}\r\n`);
    }
  }
});

test('serves hundreds of connections at once', async () => {
  const { send } = await runServer();
  const replies = await Promise.all(Array.from({ length: 300 }, () => send('/healthz')));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
});
