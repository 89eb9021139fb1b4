import type { PlexClient } from '../plex/http/client.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** A client that answers every request with `answer`, and the list of requests. */
export function fakePlexTv(answer: Answer): { client: PlexClient; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return answer(request);
  };
  return { client: { base: 'https://account.example/', clientIdentifier: 'browser-1', fetch }, requests };
}

/** An answer that never comes. Like `fetch` it rejects when the request is aborted. */
export function neverAnswer(request: Request): Promise<Response> {
  return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
}
