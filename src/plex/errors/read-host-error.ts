import { PlexError, type PlexErrorKind } from './plex-error.ts';
import { readErrorMessage, readRetryAfter } from './read-error.ts';

/** The relay marks each response in this header: `plex.tv` for one of plex.tv, `this-server` for one of its own. */
const markName = 'X-Answered-By';

/**
 * Reads the error in a response that plex.tv did not send. The server of this page sent it, or a proxy in front of that
 * server. Such an error says nothing about a password or a token.
 *
 * @returns undefined when the response is marked as plex.tv's.
 */
export function readHostError(response: Response, body: string): PlexError | undefined {
  const mark = response.headers.get(markName);
  if (mark === 'plex.tv') return undefined;
  const isOwnServer = mark === 'this-server';
  return new PlexError(isOwnServer ? kindFromOwnServer(response.status) : kindFromProxy(response), {
    status: response.status || undefined,
    plexMessage: isOwnServer ? readErrorMessage(body) : undefined,
    retryAt: readRetryAfter(response.headers.get('Retry-After')),
  });
}

const kindsFromOwnServer: Record<number, PlexErrorKind> = {
  400: 'clientIdentifierMissing',
  403: 'hostRefused',
  413: 'requestTooLarge',
  429: 'hostRateLimited',
  502: 'plexTvUnreachable',
  504: 'timedOut',
};

function kindFromOwnServer(status: number): PlexErrorKind {
  return kindsFromOwnServer[status] ?? 'hostError';
}

/** A proxy that asks for a sign-in answers 401, a redirect or a page. Bot protection answers 403 or 503 with a page. */
function kindFromProxy({ status, headers }: Response): PlexErrorKind {
  if (status === 413) return 'requestTooLarge';
  if (status === 429) return 'hostRateLimited';
  if (status === 404 || status === 405) return 'relayMissing';
  if (status >= 500 && !headers.has('cf-mitigated')) return 'hostError';
  return 'accessBlocked';
}
