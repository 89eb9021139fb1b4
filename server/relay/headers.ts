import { answeredBy } from './relay-error.ts';
import type { RelayedRequest } from './relayed-requests.ts';

/**
 * The headers that plex.tv gets: an allow-list.
 *
 * No cookie passes: `Cookie` and `Set-Cookie` are on neither list. The page needs none, because it sends its token in
 * `X-Plex-Token`. A cookie of this host, such as that of a proxy with a sign-in, must not reach plex.tv.
 *
 * `Authorization`, `Referer` and `X-Forwarded-*` would tell plex.tv about this host. `User-Agent` and `Accept-Language`
 * would tell it more about the browser than the `X-Plex-*` headers that the page sends.
 */
export function headersToPlexTv(headers: Headers, relayed: RelayedRequest): Record<string, string> {
  const isAllowed = (name: string) =>
    name === 'accept' ||
    name === 'content-type' ||
    name.startsWith('x-plex-') ||
    (name === 'origin' && relayed.passesOrigin === true);
  return Object.fromEntries([...headers].filter(([name]) => isAllowed(name)));
}

/**
 * The headers that the browser gets: also an allow-list. It leaves out `Set-Cookie` and every other header that makes a
 * browser store or do something.
 */
export function headersToBrowser(reply: {
  readonly contentType: string | null;
  readonly retryAfter: string | null;
}): Record<string, string> {
  return {
    [answeredBy]: 'plex.tv',
    ...(reply.contentType !== null && { 'Content-Type': reply.contentType }),
    ...(reply.retryAfter !== null && { 'Retry-After': reply.retryAfter }),
  };
}
