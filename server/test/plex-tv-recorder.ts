import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Recorded = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export type Recorder = {
  readonly origin: string;
  /** The requests so far, in order. */
  readonly requests: Recorded[];
  /** The number of connections so far. */
  readonly connections: () => number;
  /** Answers each request. Tests may replace it. */
  answer: Answer;
  readonly stop: () => Promise<void>;
};

const accepts: Answer = ({ url }, response) => {
  const isXml = /\.xml$|opt_outs$/.test(url ?? '');
  response.writeHead(201, { 'Content-Type': isXml ? 'application/xml' : 'application/json' });
  response.end(isXml ? '<MediaContainer id="1"/>' : '{"id":1}');
};

/** Starts a server in place of plex.tv that records each request. */
export async function startRecorder(answer = accepts): Promise<Recorder> {
  const requests: Recorded[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await text(request);
    requests.push({ method, url, headers, body });
    recorder.answer(request, response, body);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const recorder: Recorder = {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    answer,
    stop,
  };
  return recorder;
}
