import type { Device } from '../../plex/access/devices.ts';
import { signOutDevice } from '../../plex/access/sign-out-device.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import type { Session } from '../session.ts';
import {
  type DeviceOutcome,
  type DeviceSignOut,
  type DeviceSignOutEvent,
  newDeviceSignOut,
  nextDeviceSignOut,
  runningDevice,
} from './device-sign-out.ts';
import { sendAccessRequest } from './send-access-request.ts';

export type DeviceSignOutCalls = {
  /** Starts a run, unless one is under way. This browser, and devices without an id, are left out. */
  start: (devices: readonly Device[]) => void;
  pause: () => void;
  resume: () => void;
  /** Ends the run after the current request. */
  stop: () => void;
  /** Forgets a run that has ended. */
  close: () => void;
};

/**
 * Signs devices out, one at a time. It sends one request for each and never repeats it.
 *
 * @param latest holds the current session: a renewed session has another token.
 * @param onChange called with the run after each change; null when it is forgotten.
 */
export function createDeviceSignOutRunner(
  latest: { readonly current: Session },
  onChange: (run: DeviceSignOut | null) => void,
): DeviceSignOutCalls {
  let current: DeviceSignOut | null = null;
  let isWorking = false;
  /** Aborts a request that waits in the queue. It does not abort one that was sent. */
  let turn = new AbortController();

  function show(changed: DeviceSignOut | null) {
    current = changed;
    onChange(changed);
  }

  function dispatch(event: DeviceSignOutEvent) {
    if (current) show(nextDeviceSignOut(current, event));
  }

  /** Signs out one device after the other, as long as the run is running. */
  async function work() {
    if (isWorking) return;
    isWorking = true;
    while (current?.phase === 'running') {
      dispatch({ type: 'begin' });
      const device = runningDevice(current);
      if (!device) break;
      const outcome = await signOut(device);
      dispatch(outcome ? { type: 'settle', outcome } : { type: 'withdraw' });
    }
    isWorking = false;
  }

  /** Undefined when the request was withdrawn before it was sent. */
  async function signOut({
    id,
  }: Device): Promise<Exclude<DeviceOutcome, { state: 'waiting' | 'running' }> | undefined> {
    const { client } = latest.current;
    const { signal } = turn;
    let isSent = false;
    const send = () => {
      const { token } = latest.current;
      if (!token || id === null) throw new PlexError('noToken');
      isSent = true;
      return signOutDevice(client, token, id);
    };
    try {
      return { state: await sendAccessRequest(client, send, signal) };
    } catch (error) {
      if (!isSent && signal.aborted) return undefined;
      return { state: 'failed', error: error instanceof PlexError ? error : new PlexError('unreachable') };
    }
  }

  function halt(type: 'pause' | 'stop') {
    dispatch({ type });
    turn.abort();
    turn = new AbortController();
  }

  return {
    start(devices) {
      if (current && current.phase !== 'ended') return;
      const { client, token } = latest.current;
      const canSignOut = ({ id, clientIdentifier }: Device) =>
        id !== null && clientIdentifier !== client.clientIdentifier;
      show(newDeviceSignOut(token ? devices.filter(canSignOut) : []));
      void work();
    },
    pause: () => halt('pause'),
    resume() {
      dispatch({ type: 'resume' });
      void work();
    },
    stop: () => halt('stop'),
    close() {
      if (current?.phase === 'ended') show(null);
    },
  };
}
