import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { createSamplePlexTv } from '../src/sample/sample-plex-tv.ts';

/** Answers on the bare connection, in whatever form. The request has been read to its end. */
export type Fault = (socket: Socket, request: IncomingMessage) => void | Promise<void>;

export type FaultServer = {
  origin: string;
  /** What goes wrong with each request until it is another's turn; undefined: the sample plex.tv answers. */
  fault: Fault | undefined;
  /** What was asked, in order, as `POST /path`. */
  readonly asked: string[];
  /** Refuses connections until `listen`. */
  refuse: () => Promise<void>;
  listen: () => Promise<void>;
};

/** A sample plex.tv on a port of this machine, with faults in front of it. */
export async function startFaultServer(): Promise<FaultServer> {
  const asked: string[] = [];
  const answer = getRequestListener(createSamplePlexTv().fetch, { overrideGlobalObjects: false });
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    const { fault } = faulty;
    if (!fault) return answer(request, response);
    await buffer(request);
    request.socket.on('error', () => undefined); // whoever asked has gone
    await fault(request.socket, request);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  const refuse = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const faulty: FaultServer = {
    origin: `http://127.0.0.1:${port}`,
    fault: undefined,
    asked,
    refuse,
    listen: () => listen(port),
  };
  return faulty;
}
