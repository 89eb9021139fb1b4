import { connect } from 'node:net';

/** Writes to a socket, and resolves with everything received when the server closes the connection. */
export function sendRaw(port: number, lines: string | readonly string[], host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect(port, host);
    // The server may wait for more data.
    socket.setTimeout(10_000, () => socket.destroy());
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
