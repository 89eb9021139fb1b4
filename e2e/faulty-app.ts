import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FaultServer, startFaultServer } from './fault-server.ts';
import { startServer } from './serving/start-server.ts';

export type FaultyApp = FaultServer & {
  /** Where the page is. */
  appUrl: string;
  /** A server that no fault may lead to: where it is, and what it was asked. */
  elsewhere: { origin: string; asked: string[] };
  /** All that the relay has written. */
  log: () => string;
  stop: () => Promise<void>;
};

/** The built server, and a plex.tv with faults behind it. */
export async function startFaultyApp(): Promise<FaultyApp> {
  const faults = await startFaultServer();
  const elsewhere = await startElsewhere();
  const { url, log, stop } = await startServer({ PLEX_TV_ORIGIN: faults.origin, SIGN_INS_PER_MINUTE: '100000' });
  return Object.assign(faults, { appUrl: url, elsewhere, log, stop });
}

async function startElsewhere() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
