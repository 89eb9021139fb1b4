import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type FaultServer, startFaultServer } from './fault-server.ts';

export type FaultyApp = FaultServer & {
  appOrigin: string;
  /** A server that no fault may lead to: where it is, and what it was asked. */
  elsewhere: { origin: string; asked: string[] };
  /** All that the relay has written. */
  log: () => string;
  stop: () => Promise<void>;
};

/** The built app with its relay, as `npm start` runs it, and a plex.tv with faults behind it. */
export async function startFaultyApp(): Promise<FaultyApp> {
  const faults = await startFaultServer();
  const elsewhere = await startElsewhere();
  const port = await freePort();
  const app = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, PORT: String(port), PLEX_TV_ORIGIN: faults.origin },
  });
  let log = '';
  const started = new Promise<void>((resolve, reject) => {
    const onData = (data: Buffer) => {
      log += data;
      if (log.includes(String(port))) resolve();
    };
    app.stdout.on('data', onData);
    app.stderr.on('data', onData);
    app.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${log}`)));
  });
  await started;
  return Object.assign(faults, {
    appOrigin: `http://localhost:${port}`,
    elsewhere,
    log: () => log,
    stop: async () => {
      app.removeAllListeners('exit').kill();
      await once(app, 'exit');
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
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
