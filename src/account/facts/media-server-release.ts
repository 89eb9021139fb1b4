/**
 * Releases of Plex Media Server, each with a day on which it was already out. plex.tv sends no dates, so the days are
 * from package lists. Source: pull requests and issues of microsoft/winget-pkgs (1268, 57024, 116024, 245959, 283336,
 * 296059, 338612, 420024) and comio/plex-overlay (59).
 */
const releases: readonly { version: string; outSince: string }[] = [
  { version: '1.19.4.2865', outSince: '2020-05-28' },
  { version: '1.25.9.5721', outSince: '2022-04-07' },
  { version: '1.32.5.7349', outSince: '2023-08-09' },
  { version: '1.40.2.8312', outSince: '2024-03-31' },
  { version: '1.41.5.9522', outSince: '2025-04-05' },
  { version: '1.42.1.10060', outSince: '2025-08-12' },
  { version: '1.42.2.10156', outSince: '2025-09-22' },
  { version: '1.43.0.10492', outSince: '2026-02-11' },
  { version: '1.43.3.10896', outSince: '2026-08-18' },
];

/**
 * A day on which a version of Plex Media Server was already out. It may be much older than that.
 *
 * @returns undefined for a version newer than the known ones, and for a text that is no version.
 */
export function mediaServerOutSince(version: string | null | undefined): Date | undefined {
  const numbers = versionNumbers(version ?? '');
  if (!numbers) return undefined;
  const release = releases.find((known) => compare(numbers, versionNumbers(known.version) ?? []) <= 0);
  return release && new Date(`${release.outSince}T12:00:00Z`);
}

/** "1.43.0.10162-b67a664ab" as [1, 43, 0, 10162]. */
function versionNumbers(version: string): number[] | undefined {
  const [, digits] = /^v?(\d{1,9}(?:\.\d{1,9}){1,4})(?![\d.])/.exec(version.trim()) ?? [];
  return digits?.split('.').map(Number);
}

/** Compares only the numbers that both have: "1.42" is not older than "1.42.1". */
function compare(one: readonly number[], other: readonly number[]): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
