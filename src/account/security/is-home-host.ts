const ipv4Ranges = [/^127\./, /^10\./, /^192\.168\./, /^172\.(?:1[6-9]|2\d|3[01])\./, /^169\.254\./];

/** Names that only a home network knows. */
const homeNames = /^[^.]+$|\.(?:local|lan|home|internal|home\.arpa)$/;

/** Loopback, unique local and link-local addresses. */
const ipv6Ranges = /^\[(?:::1\]|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/;

/**
 * Whether a host, with or without a port, is within a home network.
 *
 * @param host as in the `host` of a URL: lower case, IPv6 in brackets.
 */
export function isHomeHost(host: string): boolean {
  if (host.startsWith('[')) return ipv6Ranges.test(host);
  const name = host.replace(/:\d+$/, '');
  if (/^\d+(?:\.\d+){3}$/.test(name)) return ipv4Ranges.some((range) => range.test(name));
  return homeNames.test(name);
}
