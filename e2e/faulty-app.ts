import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FaultServer, startFaultServer } from './fault-server.ts';
import { startServer } from './serving/start-server.ts';

export type FaultyApp = FaultServer & {
  /** The address of the page. */
  appUrl: string;
  /** A server that no fault may make the browser or the relay contact, and the requests that it got. */
  otherServer: { origin: string; requests: string[] };
  /** The log of the relay so far. */
  log: () => string;
  stop: () => Promise<void>;
};

/** Starts the built server, and a plex.tv with faults behind it. */
export async function startFaultyApp(): Promise<FaultyApp> {
  const faultServer = await startFaultServer();
  const otherServer = await startOtherServer();
  const { url, log, stop } = await startServer({ PLEX_TV_ORIGIN: faultServer.origin, SIGN_INS_PER_MINUTE: '100000' });
  return Object.assign(faultServer, { appUrl: url, otherServer, log, stop });
}

async function startOtherServer() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
