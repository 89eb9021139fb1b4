import type { PlexClient } from '../plex/http/client.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** The requests for who has access to the account. */
const accessPath =
  /\/(?:devices\.xml|home\/users|friends|resources|user\/(?:privacy|view_state_sync|webhooks|.*opt_outs))(?:\?|$)/;

type Options = {
  /** Answers the requests about access with 404 or with empty lists, and leaves them out of `requests`. */
  access?: 'gone' | 'empty';
};

/** A client that answers every request with `answer`, and the list of requests. */
export function fakePlexTv(answer: Answer, { access }: Options = {}): { client: PlexClient; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    if (access && accessPath.test(request.url))
      return access === 'gone' ? Response.json({}, { status: 404 }) : nothing(request);
    requests.push(request);
    return answer(request);
  };
  return { client: { base: 'https://account.example/', clientIdentifier: 'browser-1', fetch }, requests };
}

/** An answer that never comes. Like `fetch` it rejects when the request is aborted. */
export function neverAnswer(request: Request): Promise<Response> {
  return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
}

/** An answer without any entry. */
function nothing({ url }: Request): Response {
  if (url.endsWith('/devices.xml')) return new Response('<MediaContainer size="0"/>');
  if (url.endsWith('/opt_outs')) return new Response('<optOuts/>');
  return Response.json(/\/(?:friends|resources|webhooks)(?:\?|$)/.test(url) ? [] : {});
}
