import type { Device } from '../../plex/access/devices.ts';
import type { PlexError } from '../../plex/errors/plex-error.ts';

/** What has become of a device. `failed`: plex.tv did not say that it is signed out. */
export type DeviceOutcome =
  | { state: 'waiting' | 'running' | 'signed-out' | 'already-gone' }
  | { state: 'failed'; error: PlexError };

type DeviceItem = { readonly device: Device; readonly outcome: DeviceOutcome };

/** The sign-out of several devices, one at a time. */
export type DeviceSignOutRun = { readonly items: readonly DeviceItem[] } & (
  | { readonly phase: 'running' | 'pausing' | 'paused' | 'stopping' }
  | { readonly phase: 'ended'; readonly end: 'done' | 'stopped' | 'refused' | 'rate-limited' }
);

/** How many devices of a run had their turn, are signed out or gone, failed, and are left. */
export type DeviceCounts = { total: number; settled: number; signedOut: number; failed: number; left: number };

/** Signs devices out, and says how far that is. */
export type DeviceSignOutControl = {
  /** null: no run. */
  run: DeviceSignOutRun | null;
  countDevices: (run: DeviceSignOutRun) => DeviceCounts;
  /** The devices that are still signed in as far as this page knows. */
  remainingDevices: (run: DeviceSignOutRun) => Device[];
  start: (devices: readonly Device[]) => void;
  pause: () => void;
  resume: () => void;
  /** Ends the run when the device whose turn it is has its answer. */
  stop: () => void;
  /** Forgets a run that has ended. */
  close: () => void;
};
