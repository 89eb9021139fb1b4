/** Says, for one more request of somebody, how many seconds too early it comes; 0 when it may be answered. */
export type RateLimit = (who: string) => number;

/** Counts the requests that were let through within the last `perSeconds`. plex.tv's own limits are not known. */
export function createRateLimit(
  now: () => Date,
  { times, perSeconds }: { times: number; perSeconds: number },
): RateLimit {
  const requests = new Map<string, number[]>();
  return (who) => {
    const end = now().getTime();
    const recent = (requests.get(who) ?? []).filter((time) => time > end - perSeconds * 1000);
    const [oldest = end] = recent;
    if (recent.length >= times) return Math.max(1, Math.ceil((oldest - end) / 1000 + perSeconds));
    requests.set(who, [...recent, end]);
    return 0;
  };
}
