import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { createSamplePlexTv } from '../src/sample/sample-plex-tv.ts';

/** Writes any bytes to the connection. The request has been read completely by then. */
export type Fault = (socket: Socket, request: IncomingMessage) => void | Promise<void>;

export type FaultServer = {
  origin: string;
  /** Applies to every request until it is changed; undefined lets the sample plex.tv answer. */
  fault: Fault | undefined;
  /** The requests so far, in order, as `POST /path`. */
  readonly requests: string[];
  /** Refuses connections until `listen`. */
  refuse: () => Promise<void>;
  listen: () => Promise<void>;
};

/** Starts a sample plex.tv on a local port, with faults in front of it. */
export async function startFaultServer(): Promise<FaultServer> {
  const requests: string[] = [];
  const answer = getRequestListener(createSamplePlexTv().fetch, { overrideGlobalObjects: false });
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`);
    const { fault } = faultServer;
    if (!fault) return answer(request, response);
    await buffer(request);
    request.socket.on('error', () => undefined); // the client may have closed it
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
  const faultServer: FaultServer = {
    origin: `http://127.0.0.1:${port}`,
    fault: undefined,
    requests,
    refuse,
    listen: () => listen(port),
  };
  return faultServer;
}
