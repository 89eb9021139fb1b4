/** Addresses that are remembered at once; the one heard of longest ago is forgotten first. */
const maxAddresses = 10_000;

/** By when any address may try again, in seconds. */
export const retryAfterSeconds = 60;

/**
 * Whether an address may try a sign-in now: `perMinute` of them a minute, and as many once on top, counted as nginx's
 * `limit_req` does. plex.tv locks out an address that guesses passwords, and behind a relay all visitors have the same.
 * `now` is in milliseconds.
 */
export function createSignInLimit(perMinute: number, now = () => performance.now()): (address: string) => boolean {
  const interval = 60_000 / perMinute;
  const paidUntil = new Map<string, number>();
  return (address) => {
    const start = Math.max(paidUntil.get(address) ?? 0, now());
    if (start - now() > perMinute * interval) return false;
    // Taken out first, so that the map is in the order of the latest tries.
    paidUntil.delete(address);
    paidUntil.set(address, start + interval);
    const [oldest] = paidUntil.keys();
    if (paidUntil.size > maxAddresses && oldest !== undefined) paidUntil.delete(oldest);
    return true;
  };
}
