import type { Device } from '../../plex/access/devices.ts';
import { isMediaServer } from '../../plex/access/is-media-server.ts';

export type DeviceKind = 'server' | 'music' | 'tv' | 'phone' | 'computer' | 'app';

const patterns: readonly (readonly [DeviceKind, RegExp])[] = [
  ['music', /plexamp|headphones/i],
  [
    'tv',
    /apple ?tv|tvos|android ?tv|fire ?tv|google ?tv|webos|netcast|tizen|roku|chromecast|shield|xbox|playstation|vizio|hisense|\btv\b/i,
  ],
  ['phone', /\bios\b|ipados|iphone|ipad|android/i],
  ['computer', /plex web|chrome|firefox|safari|edge|opera|windows|macos|osx|plex htpc|plexmediaplayer/i],
];

/** The kind of a device, for its icon. plex.tv does not send it, so the names of app and platform decide. */
export function deviceKind(device: Device): DeviceKind {
  if (isMediaServer(device)) return 'server';
  const words = [device.product, device.platform, device.device].filter(Boolean).join(' ');
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? 'app';
}
