import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from the page that this server serves, or from no page at all. Keeps other web pages from
 * using somebody's relay.
 *
 * @param hosts the names that the page may have been opened by, with their ports.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, hosts: readonly string[]): boolean {
  const destination = headers['sec-fetch-dest'];
  // Navigations, frames, images and forms of other pages: the page itself asks by fetch alone.
  if (destination !== undefined && destination !== 'empty') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // Browsers leave Sec-Fetch-* out on plain http in a home network. Origin tells then; what sends none is no web page,
  // or a GET of one that can neither name a token nor read the answer.
  const { origin } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return hosts.some((own) => hostIn(`${protocol}//${own}`) === host);
}

/** Without the port that the scheme implies: `name:443` is `name` on https. */
function hostIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
