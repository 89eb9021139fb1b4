import type { DeviceRow } from './device-row.ts';

/** The orders of the list, with their words. */
export const deviceOrders = {
  'last-seen': 'Last seen',
  'first-seen': 'First seen',
  name: 'Name',
  app: 'App',
  address: 'Address',
};

export type DeviceOrder = keyof typeof deviceOrders;

/** Sorts devices, this browser first. Devices without the value are last, and equal ones keep plex.tv's order. */
export function sortDevices(rows: readonly DeviceRow[], order: DeviceOrder): DeviceRow[] {
  const others = rows.filter(({ isThisBrowser }) => !isThisBrowser).map((row) => ({ row, key: sortKey(row, order) }));
  const keyed = others.filter((item): item is { row: DeviceRow; key: number | string } => item.key !== undefined);
  return [
    ...rows.filter(({ isThisBrowser }) => isThisBrowser),
    ...keyed.sort(compareKeys).map(({ row }) => row),
    ...others.filter(({ key }) => key === undefined).map(({ row }) => row),
  ];
}

/** Newer times come first, so they are negative. */
function sortKey({ device, name, app }: DeviceRow, order: DeviceOrder): number | string | undefined {
  switch (order) {
    case 'last-seen':
      return device.lastSeenAt ? -device.lastSeenAt.getTime() : undefined;
    case 'first-seen':
      return device.createdAt ? -device.createdAt.getTime() : undefined;
    case 'name':
      return comparableText(name);
    case 'app':
      return comparableText(app);
    case 'address':
      return device.publicAddress === null ? undefined : comparableText(device.publicAddress);
  }
}

const isAscii = /^[ -~]*$/;

/** Orders letters without case and accents, and numbers by value. A collator takes a second for thousands of names. */
function comparableText(text: string): string {
  const letters = isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return letters.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function compareKeys({ key: one }: { key: number | string }, { key: other }: { key: number | string }): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The devices that contain every word of a query. */
export function filterDevices(rows: DeviceRow[], query: string): DeviceRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ searchable }) => words.every((word) => searchable.includes(word)));
}
