import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from this server's own page, or from no web page at all. Other web pages may not use the relay.
 *
 * @param hosts the host names of this server that the client used, with their ports.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, hosts: readonly string[]): boolean {
  const destination = headers['sec-fetch-dest'];
  // The page uses only fetch. Navigations, frames, images and forms of other pages have another destination.
  if (destination !== undefined && destination !== 'empty') return false;
  if (headers['sec-fetch-site'] === 'none') return true;
  // A request with neither header is not from a web page, or is a GET that can neither send a token nor read the response.
  if (headers['sec-fetch-site'] === undefined && headers.origin === undefined) return true;
  return isFromOwnPage(headers, hosts);
}

/** Whether a request is certain to come from this server's own page. Browsers say so for every request but a GET. */
export function isFromOwnPage(headers: IncomingHttpHeaders, hosts: readonly string[]): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  if (site !== undefined) return site === 'same-origin';
  // Browsers send no Sec-Fetch-* on plain http in a home network, so Origin decides.
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return hosts.some((own) => hostIn(`${protocol}//${own}`) === host);
}

/** The host without the default port of the scheme: `name:443` is `name` on https. */
function hostIn(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
