import { memo } from 'react';
import { DevicesPanel } from './devices/devices-panel.tsx';
import { EverythingPanel } from './everything/everything-panel.tsx';
import type { LazyPanelProps } from './facts/panel-props.ts';
import { PlexHomePanel } from './home/plex-home-panel.tsx';
import { PrivacyPanel } from './privacy/privacy-panel.tsx';
import { BreakInFold } from './security/break-in-fold.tsx';
import { OwnServerList } from './servers/own-server-list.tsx';
import { hasAllServers } from './servers/own-servers.ts';
import { ServicesPanel } from './services/services-panel.tsx';
import { SharingPanel } from './sharing/sharing-panel.tsx';

/** The list of servers is below the other devices. */
function DevicesAndServersPanel(props: LazyPanelProps) {
  const { access, now } = props;
  return (
    <DevicesPanel
      {...props}
      servers={<OwnServerList access={access} now={now} />}
      hasAllServers={hasAllServers(access.sources, now)}
    />
  );
}

/** What stands below the first screen. Its code loads after the account is drawn. The parts are shown one by one, in this order. */
export const lazyPanels = {
  BreakInFold: memo(BreakInFold),
  PlexHomePanel: memo(PlexHomePanel),
  DevicesPanel: memo(DevicesAndServersPanel),
  SharingPanel: memo(SharingPanel),
  ServicesPanel: memo(ServicesPanel),
  PrivacyPanel: memo(PrivacyPanel),
  EverythingPanel: memo(EverythingPanel),
};

export type LazyPanels = typeof lazyPanels;
