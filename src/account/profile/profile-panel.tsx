import { Facts } from '../../ui/facts.tsx';
import { Answer, Panel, Subheading } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { RecordList } from '../facts/record-list.tsx';
import { appSettingsView } from './app-settings.ts';
import { profileView } from './profile.ts';
import { profileTerms } from './profile-terms.ts';

export function ProfilePanel({ account, now, ...panel }: PanelProps) {
  const { answer, identity, playback } = profileView(account, now);
  const settings = appSettingsView(account, now);
  return (
    <Panel {...panel}>
      <Answer>{answer}</Answer>
      <Facts facts={identity} />
      <Subheading>Playback preferences</Subheading>
      <Facts facts={playback} />
      <Terms terms={profileTerms} />
      {settings.length > 0 && (
        <>
          <Subheading>Settings of Plex apps, stored at plex.tv</Subheading>
          <RecordList records={settings} noun={{ one: 'setting', many: 'settings' }} />
        </>
      )}
    </Panel>
  );
}
