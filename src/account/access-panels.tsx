import { DevicesPanel } from './devices/devices-panel.tsx';
import { PlexHomePanel } from './home/plex-home-panel.tsx';
import { PrivacyPanel } from './privacy/privacy-panel.tsx';
import { SharingPanel } from './sharing/sharing-panel.tsx';

/** The panels with requests of their own. They are a file of their own, which loads after the account is drawn. */
export const accessPanels = { PlexHomePanel, DevicesPanel, SharingPanel, PrivacyPanel };

export type AccessPanels = typeof accessPanels;
