import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Device } from '../../plex/access/devices.ts';
import { signOutDevice } from '../../plex/access/sign-out-device.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import type { Session } from '../session.ts';
import { accountQueryKey } from '../use-account.ts';
import {
  type DeviceOutcome,
  type DeviceSignOut,
  type DeviceSignOutEvent,
  newDeviceSignOut,
  nextDeviceSignOut,
  runningDevice,
} from './device-sign-out.ts';
import { sendAccessRequest } from './send-access-request.ts';

export type DeviceSignOutHandle = {
  /** null when there is no run. */
  run: DeviceSignOut | null;
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
 * Signs devices out, one at a time. It sends one request for each and never repeats it. While a run is under way, the
 * browser asks before it leaves the page. When the page closes, the run stops after its current device.
 *
 * A refused token ends the run and fetches the account, whose own request ends the session if the token is dead.
 *
 * @param onEnded called when a run has ended. The list of devices is then out of date.
 */
export function useDeviceSignOut(session: Session, onEnded: (run: DeviceSignOut) => void): DeviceSignOutHandle {
  const queryClient = useQueryClient();
  const [run, setRun] = useState<DeviceSignOut | null>(null);
  // Answers can arrive between two renderings, so a ref holds the current run.
  const current = useRef<DeviceSignOut>(null);
  const isWorking = useRef(false);
  const isUnmounted = useRef(false);
  // Aborts a request that waits in the queue. It does not abort one that was sent.
  const turn = useRef(new AbortController());
  const latestSession = useRef(session);

  // A renewed session has another token: the next request uses it.
  useEffect(() => {
    latestSession.current = session;
  });

  // The account screen may close, such as by a sign-out in another tab. Then no further device is signed out.
  useEffect(() => {
    isUnmounted.current = false;
    return () => {
      isUnmounted.current = true;
      if (current.current) current.current = nextDeviceSignOut(current.current, { type: 'stop' });
      turn.current.abort();
    };
  }, []);

  const isUnderWay = run !== null && run.phase !== 'ended';
  // The browser is outside React.
  useEffect(() => {
    if (!isUnderWay) return;
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', askFirst);
    return () => window.removeEventListener('beforeunload', askFirst);
  }, [isUnderWay]);

  function show(changed: DeviceSignOut | null) {
    current.current = changed;
    if (!isUnmounted.current) setRun(changed);
  }

  const reportEnd = useEffectEvent(onEnded);
  const hasEnded = run?.phase === 'ended';
  // A run ends when an answer of plex.tv arrives, at any time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is the trigger
  useEffect(() => {
    if (run?.phase !== 'ended') return;
    if (run.end === 'refused') void queryClient.refetchQueries({ queryKey: accountQueryKey(session) });
    reportEnd(run);
  }, [hasEnded]);

  function dispatch(event: DeviceSignOutEvent) {
    if (current.current) show(nextDeviceSignOut(current.current, event));
  }

  /** Signs out one device after the other, as long as the run is running. */
  async function work() {
    if (isWorking.current) return;
    isWorking.current = true;
    while (current.current?.phase === 'running') {
      dispatch({ type: 'begin' });
      const device = current.current && runningDevice(current.current);
      if (!device) break;
      const outcome = await signOut(device);
      dispatch(outcome ? { type: 'settle', outcome } : { type: 'withdraw' });
    }
    isWorking.current = false;
  }

  /** Undefined when the request was withdrawn before it was sent. */
  async function signOut({
    id,
  }: Device): Promise<Exclude<DeviceOutcome, { state: 'waiting' | 'running' }> | undefined> {
    const { client } = latestSession.current;
    const { signal } = turn.current;
    let isSent = false;
    const send = () => {
      const { token } = latestSession.current;
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
    turn.current.abort();
    turn.current = new AbortController();
  }

  function start(devices: readonly Device[]) {
    if (current.current && current.current.phase !== 'ended') return;
    const { client, token } = latestSession.current;
    const canSignOut = ({ id, clientIdentifier }: Device) =>
      id !== null && clientIdentifier !== client.clientIdentifier;
    show(newDeviceSignOut(token ? devices.filter(canSignOut) : []));
    void work();
  }

  return {
    run,
    start,
    pause: () => halt('pause'),
    resume: () => {
      dispatch({ type: 'resume' });
      void work();
    },
    stop: () => halt('stop'),
    close: () => {
      if (current.current?.phase === 'ended') show(null);
    },
  };
}
