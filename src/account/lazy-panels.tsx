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

/** The large panels below the first screen. Their code loads after the account is drawn. */
export const lazyPanels = {
  PlexHomePanel,
  DevicesPanel: DevicesAndServersPanel,
  SharingPanel,
  PrivacyPanel,
  ServicesPanel,
  EverythingPanel,
  BreakInFold,
};

export type LazyPanels = typeof lazyPanels;
