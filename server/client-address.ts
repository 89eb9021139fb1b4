import { type BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Reads an IP address as the system or a proxy writes it: with or without brackets, port and zone. Returns an
 * IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) as IPv4.
 *
 * @returns undefined if the text is not an address.
 */
export function readAddress(text: string): string | undefined {
  const [, inBrackets, withPort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text.trim()) ?? [];
  const address = (inBrackets ?? withPort ?? text.trim()).replace(/%.*$/, '').toLowerCase();
  const [, inIPv6] = /^::ffff:([\d.]+)$/.exec(address) ?? [];
  if (inIPv6 !== undefined && isIPv4(inIPv6)) return inIPv6;
  return isIP(address) ? address : undefined;
}

/**
 * Returns the client's address. Reads `X-Forwarded-For` from its right end, where the nearest proxy appended, and stops
 * at the first address that is not a trusted proxy: the client can invent everything further left.
 *
 * @param peer the address at the other end of the connection.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trustedProxies: BlockList): string {
  let client = readAddress(peer) ?? peer;
  for (const entry of (forwardedFor?.split(',') ?? []).reverse()) {
    if (!isTrusted(client, trustedProxies)) return client;
    const before = readAddress(entry);
    if (before === undefined) return client;
    client = before;
  }
  return client;
}

/** Whether the settings trust the proxy at `address`. */
export function isTrusted(address: string, trustedProxies: BlockList): boolean {
  const read = readAddress(address);
  return read !== undefined && trustedProxies.check(read, isIPv4(read) ? 'ipv4' : 'ipv6');
}

/** Returns the network of one household: an IPv4 address itself, or the /64 network of an IPv6 address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [left = '', right] = address.split('::');
  const first = left.split(':').filter(Boolean);
  const last = right?.split(':').filter(Boolean) ?? [];
  const groups =
    right === undefined ? first : [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
