import type { Device } from './devices.ts';

/** Whether a device is a media server. After a sign-out it belongs to nobody until somebody claims it again. */
export function isMediaServer({ provides, product }: Pick<Device, 'provides' | 'product'>): boolean {
  return product === 'Plex Media Server' || (provides?.includes('server') ?? false);
}
