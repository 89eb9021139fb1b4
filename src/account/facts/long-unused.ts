import type { Device } from '../../plex/access/devices.ts';

const monthsUntilLongUnused = 12;

/** A device that was last seen before this day counts as long unused: a year ago. */
export function longUnusedBefore(now: Date): Date {
  const before = new Date(now);
  before.setMonth(before.getMonth() - monthsUntilLongUnused);
  return before;
}

/**
 * Whether plex.tv has not seen a device since a day. A device without a date is not known to be unused. It compares
 * numbers, which is faster than comparing dates: there may be thousands of devices.
 */
export function wasSeenBefore({ lastSeenAt }: Pick<Device, 'lastSeenAt'>, day: Date): boolean {
  return lastSeenAt !== null && lastSeenAt.getTime() < day.getTime();
}

/** How many of the devices plex.tv has not seen for a year. */
export function countLongUnused(devices: readonly Pick<Device, 'lastSeenAt'>[], now: Date): number {
  const day = longUnusedBefore(now);
  return devices.filter((device) => wasSeenBefore(device, day)).length;
}
