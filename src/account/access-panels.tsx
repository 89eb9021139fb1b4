import { DevicesPanel } from './devices/devices-panel.tsx';
import { EverythingPanel } from './everything/everything-panel.tsx';
import type { AccessPanelProps } from './facts/panel-props.ts';
import { PlexHomePanel } from './home/plex-home-panel.tsx';
import { PrivacyPanel } from './privacy/privacy-panel.tsx';
import { LooksWrong } from './security/looks-wrong-fold.tsx';
import { OwnServerList } from './servers/own-server-list.tsx';
import { hasAllServers } from './servers/own-servers.ts';
import { ServicesPanel } from './services/services-panel.tsx';
import { SharingPanel } from './sharing/sharing-panel.tsx';

/** The servers stand below the other devices. */
function DevicesAndServersPanel(props: AccessPanelProps) {
  const { access, now } = props;
  return (
    <DevicesPanel
      {...props}
      servers={<OwnServerList access={access} now={now} />}
      hasAllServers={hasAllServers(access.sources, now)}
    />
  );
}

/** The panels below the first screen that are large. They are a file of their own, which loads after the account is drawn. */
export const accessPanels = {
  PlexHomePanel,
  DevicesPanel: DevicesAndServersPanel,
  SharingPanel,
  PrivacyPanel,
  ServicesPanel,
  EverythingPanel,
  LooksWrong,
};

export type AccessPanels = typeof accessPanels;
