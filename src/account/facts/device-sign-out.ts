import type { Device } from '../../plex/access/devices.ts';
import type { PlexError } from '../../plex/errors/plex-error.ts';

/** The state of a device in the run. `failed`: plex.tv did not confirm the sign-out. */
export type DeviceOutcome =
  | { state: 'waiting' | 'running' | 'signed-out' | 'already-gone' }
  | { state: 'failed'; error: PlexError };

type DeviceItem = { readonly device: Device; readonly outcome: DeviceOutcome };

/** The sign-out of several devices, one at a time. */
export type DeviceSignOutRun = { readonly items: readonly DeviceItem[] } & (
  | { readonly phase: 'running' | 'pausing' | 'paused' | 'stopping' }
  | { readonly phase: 'ended'; readonly end: 'done' | 'stopped' | 'refused' | 'rate-limited' }
);

/** How many devices of a run were tried, are signed out or gone, failed, and are left. */
export type DeviceCounts = { total: number; settled: number; signedOut: number; failed: number; left: number };

/** Signs devices out, and holds the progress. */
export type DeviceSignOutControl = {
  /** null when there is no run. */
  run: DeviceSignOutRun | null;
  countDevices: (run: DeviceSignOutRun) => DeviceCounts;
  /** The devices to try again: those that failed, and those that were not tried. */
  remainingDevices: (run: DeviceSignOutRun) => Device[];
  start: (devices: readonly Device[]) => void;
  pause: () => void;
  resume: () => void;
  /** Ends the run after the current request. */
  stop: () => void;
  /** Forgets a run that has ended. */
  close: () => void;
};
