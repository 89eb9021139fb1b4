import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createSamplePlexTv } from '../src/sample/sample-plex-tv.ts';
import { withSignInPages } from '../src/sample/with-sign-in-pages.ts';

/**
 * Serves the sample plex.tv and its two pages on a port of this computer; 0 takes any free port. Rejects if the port is
 * taken. `close` also ends connections that wait for an answer.
 */
export async function serveSamplePlexTv(port = 0): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(
    getRequestListener(withSignInPages(createSamplePlexTv()), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${boundPort}`, close };
}
