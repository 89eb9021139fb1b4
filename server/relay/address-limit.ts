/** The most addresses in memory. The address with the oldest request is dropped first. */
const maxAddresses = 10_000;

/** Seconds after which any address may try again. */
export const retryAfterSeconds = 60;

/**
 * Limits the requests of one kind from one address to `perMinute` a minute, after a first burst of the same number. It is
 * a leaky bucket.
 *
 * @param now returns milliseconds.
 * @returns a function that counts a request and says whether the address may make it.
 */
export function createAddressLimit(perMinute: number, now = () => performance.now()): (address: string) => boolean {
  const interval = 60_000 / perMinute;
  const emptyAt = new Map<string, number>();
  return (address) => {
    const start = Math.max(emptyAt.get(address) ?? 0, now());
    if (start - now() > perMinute * interval) return false;
    // Deleted first, so that the map stays in the order of the latest requests.
    emptyAt.delete(address);
    emptyAt.set(address, start + interval);
    const [oldest] = emptyAt.keys();
    if (emptyAt.size > maxAddresses && oldest !== undefined) emptyAt.delete(oldest);
    return true;
  };
}
