import { createServer } from 'node:http';
import { appOrigin, ports } from './addresses.ts';

/** The page with the app in a frame of 320 px. WebKitGTK's windows are wider than that. */
export const framePath = '/frame';

/** Serves the app without the headers that forbid frames, and the page with the frame. */
export async function serveNarrowFrame(): Promise<() => void> {
  const server = createServer(async ({ method = 'GET', url = '', headers }, response) => {
    if (url === framePath) {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>320 px</title><iframe src="/" width="320" height="640"></iframe>');
      return;
    }
    const reply = await fetch(appOrigin + url, { method, headers: { accept: headers.accept ?? '*/*' } });
    response.statusCode = reply.status;
    response.setHeader('Content-Type', reply.headers.get('Content-Type') ?? 'text/plain');
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(ports.narrow, '127.0.0.1', done));
  return () => server.close();
}
