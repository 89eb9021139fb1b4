import { type ComponentType, memo } from 'react';
import type { AccountPanelProps, PanelProps } from './facts/panel-props.ts';
import {
  DevicesSection,
  EverythingSection,
  PlexHomeSection,
  PrivacySection,
  SecuritySection,
  ServicesSection,
  SharingSection,
} from './lazy-section.tsx';
import { ProfilePanel } from './profile/profile-panel.tsx';
import { PastSubscriptionsPanel } from './subscription/past/past-subscriptions-panel.tsx';
import { TrialsPanel } from './subscription/past/trials-panel.tsx';
import { SubscriptionPanel } from './subscription/subscription-panel.tsx';

/** A panel that shows only the account. It is not drawn again when a source answers, because it may be long. */
function accountPanel(Panel: ComponentType<AccountPanelProps>): ComponentType<PanelProps> {
  const MemoizedPanel = memo(Panel);
  return ({ id, title, account, now }) => <MemoizedPanel id={id} title={title} account={account} now={now} />;
}

export type Section = { id: string; title: string; Panel: ComponentType<PanelProps> };

/**
 * The panels of the page, in reading order: the most wanted first, personal data late. Two panels of one row stand side by
 * side while their lists are short.
 */
export const sectionRows: readonly (readonly Section[])[] = [
  [{ id: 'subscription', title: 'Subscription', Panel: accountPanel(SubscriptionPanel) }],
  [
    { id: 'past-subscriptions', title: 'Past subscriptions', Panel: accountPanel(PastSubscriptionsPanel) },
    { id: 'trials', title: 'Trials', Panel: accountPanel(TrialsPanel) },
  ],
  [{ id: 'security', title: 'Security', Panel: SecuritySection }],
  [{ id: 'plex-home', title: 'Plex Home', Panel: PlexHomeSection }],
  [{ id: 'devices', title: 'Devices', Panel: DevicesSection }],
  [{ id: 'sharing', title: 'Sharing', Panel: SharingSection }],
  [{ id: 'services', title: 'Services', Panel: ServicesSection }],
  [{ id: 'profile', title: 'Profile', Panel: accountPanel(ProfilePanel) }],
  [{ id: 'privacy', title: 'Privacy and mail', Panel: PrivacySection }],
  [{ id: 'everything', title: 'Everything plex.tv sent', Panel: EverythingSection }],
];

export const sections: readonly Section[] = sectionRows.flat();
