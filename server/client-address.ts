import { type BlockList, isIP, isIPv4 } from 'node:net';

/**
 * An address as the system or a proxy writes it: with or without brackets, port and zone. IPv4 in IPv6
 * (`::ffff:192.0.2.1`) becomes IPv4.
 *
 * @returns undefined for what is no address.
 */
export function readAddress(text: string): string | undefined {
  const [, inBrackets, withPort] = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text.trim()) ?? [];
  const address = (inBrackets ?? withPort ?? text.trim()).replace(/%.*$/, '').toLowerCase();
  const [, inIPv6] = /^::ffff:([\d.]+)$/.exec(address) ?? [];
  if (inIPv6 !== undefined && isIPv4(inIPv6)) return inIPv6;
  return isIP(address) ? address : undefined;
}

/**
 * The client's address. `X-Forwarded-For` is read from its right end, where the nearest proxy wrote, for as long as
 * trusted proxies speak: whatever stands further left, the client may have made up.
 *
 * @param peer the address that the connection came from.
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

/** Whether the proxy at `address` is one whose word counts. */
export function isTrusted(address: string, trustedProxies: BlockList): boolean {
  const read = readAddress(address);
  return read !== undefined && trustedProxies.check(read, isIPv4(read) ? 'ipv4' : 'ipv6');
}

/** What one household or host has: an IPv4 address, or the /64 network of an IPv6 address. */
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
