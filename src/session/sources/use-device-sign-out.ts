import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Session } from '../session.ts';
import { accountQueryKey } from '../use-account.ts';
import type { DeviceSignOut } from './device-sign-out.ts';
import { createDeviceSignOutRunner, type DeviceSignOutCalls } from './device-sign-out-runner.ts';

export type DeviceSignOutHandle = DeviceSignOutCalls & {
  /** null when there is no run. */
  run: DeviceSignOut | null;
};

/**
 * Signs devices out, one at a time: see `createDeviceSignOutRunner`. While a run is under way, the browser asks before it
 * leaves the page. When the page closes, the run stops after its current device.
 *
 * A refused token ends the run and fetches the account, whose own request ends the session if the token is dead.
 *
 * @param onEnded called when a run has ended. The list of devices is then out of date.
 */
export function useDeviceSignOut(session: Session, onEnded: (run: DeviceSignOut) => void): DeviceSignOutHandle {
  const queryClient = useQueryClient();
  const [run, setRun] = useState<DeviceSignOut | null>(null);
  const latestSession = useRef(session);
  const [calls] = useState(() => createDeviceSignOutRunner(latestSession, setRun));

  // A renewed session has another token: the next request uses it.
  useEffect(() => {
    latestSession.current = session;
  });

  // The account screen may close, such as by a sign-out in another tab. Then no further device is signed out.
  useEffect(() => calls.stop, [calls]);

  const isUnderWay = run !== null && run.phase !== 'ended';
  // The browser is outside React.
  useEffect(() => {
    if (!isUnderWay) return;
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', askFirst);
    return () => window.removeEventListener('beforeunload', askFirst);
  }, [isUnderWay]);

  const reportEnd = useEffectEvent(onEnded);
  const hasEnded = run?.phase === 'ended';
  // A run ends when an answer of plex.tv arrives, at any time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is the trigger
  useEffect(() => {
    if (run?.phase !== 'ended') return;
    if (run.end === 'refused') void queryClient.refetchQueries({ queryKey: accountQueryKey(session) });
    reportEnd(run);
  }, [hasEnded]);

  return useMemo(() => ({ run, ...calls }), [run, calls]);
}
