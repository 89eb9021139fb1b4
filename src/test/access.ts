import type { DeviceSignOutControl } from '../account/facts/device-sign-out.ts';
import type { AccountAccess } from '../account/facts/panel-props.ts';
import type { AccountSources } from '../plex/access/sources.ts';
import { countDevices, remainingDevices } from '../session/sources/device-sign-out.ts';
import { waitingSources } from './sources.ts';

/** No device is being signed out. */
const idleDeviceSignOut: DeviceSignOutControl = {
  run: null,
  countDevices,
  remainingDevices,
  start: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  stop: () => undefined,
  close: () => undefined,
};

/** The `access` prop of a panel, with these sources. */
export function accessWith(sources: AccountSources = waitingSources): AccountAccess {
  return {
    sources,
    onNear: () => undefined,
    onRefresh: () => undefined,
    deviceSignOut: idleDeviceSignOut,
    clientIdentifier: 'browser-1',
    hasPictures: false,
  };
}
