import { connect } from 'node:net';

/** Bytes on a socket, and all that comes back until the server closes it; it is asked for no more after `lines`. */
export function sendRaw(port: number, lines: string | readonly string[], host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect(port, host);
    // A server that waits for more gets no more, and a second to say so.
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (data) => received.push(data));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(Buffer.concat(received).toString('latin1')));
    socket.write(typeof lines === 'string' ? lines : `${lines.join('\r\n')}\r\n`);
  });
}

/** The status of each response in `received`, in order. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status));
}
