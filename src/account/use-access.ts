import { useMemo } from 'react';
import type { Account } from '../plex/account/account.ts';
import type { Session } from '../session/session.ts';
import { countDevices, remainingDevices } from '../session/sources/device-sign-out.ts';
import { useDeviceSignOut } from '../session/sources/use-device-sign-out.ts';
import { useAccountSources } from '../session/use-account-sources.ts';
import type { AccountAccess } from './facts/panel-props.ts';

/**
 * The sources that say who has access to the account, and the requests that panels can make.
 *
 * @param account see `useAccountSources`.
 */
export function useAccess(session: Session, account: Account | undefined) {
  const { sources, onNear, askAll, refresh: onRefresh } = useAccountSources(session, account);
  const deviceSignOut = useDeviceSignOut(session, () => onRefresh('devices'));
  const { clientIdentifier, isSample } = session.client;
  const access = useMemo<AccountAccess>(
    () => ({
      sources,
      onNear,
      onRefresh,
      deviceSignOut: { ...deviceSignOut, countDevices, remainingDevices },
      clientIdentifier,
      hasPictures: !isSample,
    }),
    [sources, onNear, onRefresh, deviceSignOut, clientIdentifier, isSample],
  );
  return { access, askAll };
}
