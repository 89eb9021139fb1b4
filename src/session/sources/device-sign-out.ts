import type { Device } from '../../plex/access/devices.ts';
import type { PlexError } from '../../plex/errors/plex-error.ts';
import { isTokenRefused } from './is-token-refused.ts';

/** The state of a device in the run. `failed`: plex.tv did not confirm the sign-out. */
export type DeviceOutcome =
  | { state: 'waiting' }
  | { state: 'running' }
  | { state: 'signed-out' }
  | { state: 'already-gone' }
  | { state: 'failed'; error: PlexError };

type DeviceItem = { readonly device: Device; readonly outcome: DeviceOutcome };

/**
 * Why a run has ended: it tried every device, the person stopped it, plex.tv refused the token (401, 422, 498), or it
 * asked to wait (429).
 */
type DeviceSignOutEnd = 'done' | 'stopped' | 'refused' | 'rate-limited';

/**
 * A run: the sign-out of several devices, one at a time. While `pausing` or `stopping`, the current request finishes.
 */
export type DeviceSignOut = { readonly items: readonly DeviceItem[] } & (
  | { readonly phase: 'running' | 'pausing' | 'paused' | 'stopping' }
  | { readonly phase: 'ended'; readonly end: DeviceSignOutEnd }
);

type Settled = Exclude<DeviceOutcome, { state: 'waiting' | 'running' }>;

export type DeviceSignOutEvent =
  | { type: 'begin' }
  | { type: 'settle'; outcome: Settled }
  /** The request for the current device was not sent. */
  | { type: 'withdraw' }
  | { type: 'pause' | 'resume' | 'stop' };

/** A run that has not begun. */
export function newDeviceSignOut(devices: readonly Device[]): DeviceSignOut {
  const items = devices.map((device): DeviceItem => ({ device, outcome: { state: 'waiting' } }));
  return items.length > 0 ? { phase: 'running', items } : { phase: 'ended', end: 'done', items };
}

/** The run after an event. An event that does not fit the phase changes nothing. */
export function nextDeviceSignOut(run: DeviceSignOut, event: DeviceSignOutEvent): DeviceSignOut {
  if (run.phase === 'ended') return run;
  switch (event.type) {
    case 'begin':
      return run.phase === 'running' && !itemIn(run, 'running')
        ? withOutcome(run, 'waiting', { state: 'running' })
        : run;
    case 'settle':
      return itemIn(run, 'running') ? afterSettling(withOutcome(run, 'running', event.outcome), event.outcome) : run;
    case 'withdraw':
      return afterDevice(withOutcome(run, 'running', { state: 'waiting' }));
    case 'pause':
      return run.phase === 'running' ? { ...run, phase: itemIn(run, 'running') ? 'pausing' : 'paused' } : run;
    case 'resume':
      return run.phase === 'pausing' || run.phase === 'paused' ? { ...run, phase: 'running' } : run;
    case 'stop':
      return itemIn(run, 'running') ? { ...run, phase: 'stopping' } : { ...run, phase: 'ended', end: 'stopped' };
  }
}

/** The device that is being signed out now. */
export function runningDevice(run: DeviceSignOut): Device | undefined {
  return itemIn(run, 'running')?.device;
}

/** How many devices were tried, are signed out or gone, failed, and are left. */
export function countDevices({ items }: DeviceSignOut) {
  const count = (...states: DeviceOutcome['state'][]) =>
    items.filter(({ outcome }) => states.includes(outcome.state)).length;
  return {
    total: items.length,
    settled: count('signed-out', 'already-gone', 'failed'),
    signedOut: count('signed-out', 'already-gone'),
    failed: count('failed'),
    left: count('waiting', 'running'),
  };
}

/** The devices to try again: those that failed, and those that were not tried. */
export function remainingDevices({ items }: DeviceSignOut): Device[] {
  return items.flatMap(({ device, outcome }) =>
    outcome.state === 'failed' || outcome.state === 'waiting' ? device : [],
  );
}

function itemIn({ items }: DeviceSignOut, state: DeviceOutcome['state']): DeviceItem | undefined {
  return items.find(({ outcome }) => outcome.state === state);
}

/** Gives the first item in a state another outcome. */
function withOutcome<Run extends DeviceSignOut>(run: Run, state: DeviceOutcome['state'], outcome: DeviceOutcome): Run {
  const found = itemIn(run, state);
  return { ...run, items: run.items.map((item) => (item === found ? { ...item, outcome } : item)) };
}

function afterSettling(run: Exclude<DeviceSignOut, { phase: 'ended' }>, outcome: Settled): DeviceSignOut {
  const ended = (end: DeviceSignOutEnd) => ({ ...run, phase: 'ended', end }) as const;
  if (!itemIn(run, 'waiting')) return ended('done');
  if (outcome.state === 'failed' && isTokenRefused(outcome.error)) return ended('refused');
  if (outcome.state === 'failed' && isRateLimited(outcome.error)) return ended('rate-limited');
  return afterDevice(run);
}

function afterDevice(run: Exclude<DeviceSignOut, { phase: 'ended' }>): DeviceSignOut {
  if (run.phase === 'stopping') return { ...run, phase: 'ended', end: 'stopped' };
  return run.phase === 'pausing' ? { ...run, phase: 'paused' } : run;
}

function isRateLimited({ kind }: PlexError): boolean {
  return kind === 'rateLimited' || kind === 'hostRateLimited';
}
