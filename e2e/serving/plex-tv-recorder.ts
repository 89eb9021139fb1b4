import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

type Recorded = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export type Recorder = {
  origin: string;
  /** All that has come in, in order. */
  requests: Recorded[];
  /** How it answers from now on. */
  answer: Answer;
  stop: () => Promise<void>;
};

const accepts: Answer = (_, response) => {
  response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":1}');
};

/** A plex.tv that writes down what reaches it. */
export async function startRecorder(): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await text(request);
    requests.push({ method, url, headers, body });
    recorder.answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const recorder: Recorder = { origin: `http://127.0.0.1:${port}`, requests, answer: accepts, stop };
  return recorder;
}
