import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Fault } from './fault-server.ts';

const json = { 'Content-Type': 'application/json; charset=utf-8' };

/** An HTTP response with a `Content-Length`, unless `headers` has another one. */
export function answer(status: number, body: string | Buffer, headers: Record<string, string> = json): Fault {
  return (socket) => {
    const lines = Object.entries({
      'Content-Length': String(Buffer.byteLength(body)),
      Connection: 'close',
      ...headers,
    });
    socket.write(
      `HTTP/1.1 ${status} Whatever\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    socket.end(body);
  };
}

/** Sends the text as raw bytes. */
export function raw(text: string): Fault {
  return (socket) => void socket.end(text);
}

/** Sends the text before another fault. */
export function after(text: string, fault: Fault): Fault {
  return (socket, request) => {
    socket.write(text);
    return fault(socket, request);
  };
}

export const hangUp: Fault = (socket) => void socket.destroy();
export const reset: Fault = (socket) => void socket.resetAndDestroy();
export const silence: Fault = () => undefined;

export const resetMidBody: Fault = async (socket) => {
  socket.write(
    'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"id":1,"title":"Ad',
  );
  await setTimeout(50);
  socket.resetAndDestroy();
};

/** Sends a byte every 200 ms and never ends, so that no idle timeout ends it. */
export const slowDrip: Fault = async (socket) => {
  socket.write('HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"id":1');
  while (!socket.destroyed) {
    socket.write(' ');
    await setTimeout(200);
  }
};

export const endlessBody: Fault = async (socket) => {
  socket.write('HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  while (!socket.destroyed) {
    if (!socket.write(chunk))
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), setTimeout(1000)]);
  }
};

export const endlessHeaders: Fault = async (socket) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  for (let index = 0; !socket.destroyed && index < 1e6; index += 1) {
    if (!socket.write(`X-${index}: ${'x'.repeat(1000)}\r\n`)) await setTimeout(5);
  }
};

/** Compresses 500 MB of zeros to less than a thousand bytes. */
export const gzipBomb = (): Fault => {
  const packed = gzipSync(gzipSync(Buffer.alloc(500e6)));
  return answer(200, packed, { ...json, 'Content-Encoding': 'gzip, gzip' });
};

export const brotliBomb = (): Fault =>
  answer(200, brotliCompressSync(Buffer.alloc(50e6)), { ...json, 'Content-Encoding': 'br' });

export const billionLaughs = `<?xml version="1.0"?><!DOCTYPE errors [<!ENTITY a "lol">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
  .join('')}]><errors><error code="1001" message="&j;"/></errors>`;

export const captivePortal = `<!DOCTYPE html><html><head><title>Welcome</title><meta http-equiv="refresh" content="0;url=https://elsewhere.example/"></head>
<body onload="document.title='run'"><script>document.title='run'</script><form action="https://elsewhere.example/"><input name="password"></form></body></html>`;
