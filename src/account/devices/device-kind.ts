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

/** What to draw beside a device. plex.tv has no key for it, so it is guessed from the names of app and platform. */
export function deviceKind(device: Device): DeviceKind {
  if (isMediaServer(device)) return 'server';
  const words = [device.product, device.platform, device.device].filter(Boolean).join(' ');
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? 'app';
}
