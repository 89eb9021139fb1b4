import type { Device } from '../../plex/access/devices.ts';

const monthsUntilLongUnused = 12;

/** A device that was last seen before this day counts as long unused: a year ago. */
export function longUnusedBefore(now: Date): Date {
  const before = new Date(now);
  before.setMonth(before.getMonth() - monthsUntilLongUnused);
  return before;
}

/** Whether plex.tv has not seen a device for a year. A device without a date is not known to be unused. */
export function isLongUnused({ lastSeenAt }: Pick<Device, 'lastSeenAt'>, now: Date): boolean {
  return lastSeenAt !== null && lastSeenAt < longUnusedBefore(now);
}
