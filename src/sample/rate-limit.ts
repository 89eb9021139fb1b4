import { ExpiringMap } from './expiring-map.ts';

/** Counts a request of a client. Returns the seconds to wait when there were too many, otherwise 0. */
export type RateLimit = (client: string) => number;

/** Allows `times` requests within `perSeconds` for each client. plex.tv's own limits are unknown. */
export function createRateLimit(
  now: () => Date,
  { times, perSeconds }: { times: number; perSeconds: number },
): RateLimit {
  const requests = new ExpiringMap<string, number[]>({ maxEntries: 1_000, lifetimeSeconds: perSeconds, now });
  return (client) => {
    const end = now().getTime();
    const recent = (requests.get(client) ?? []).filter((time) => time > end - perSeconds * 1000);
    const [oldest = end] = recent;
    if (recent.length >= times) return Math.max(1, Math.ceil((oldest - end) / 1000 + perSeconds));
    requests.set(client, [...recent, end]);
    return 0;
  };
}
