import { emptyCount, Facts, FieldList } from '../../ui/facts.tsx';
import { Fold, FoldPair } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import { countOf } from '../facts/count-words.ts';
import type { AccountPanelProps } from '../facts/panel-props.ts';
import { RecordList } from '../facts/record-list.tsx';
import { appSettingsView } from './app-settings.ts';
import { profileView } from './profile.ts';
import { profileTerms } from './profile-terms.ts';

export function ProfilePanel({ account, now, ...panel }: AccountPanelProps) {
  const { answer, highlights, identity, playback } = profileView(account, now);
  const settings = appSettingsView(account, now);
  return (
    <Panel {...panel}>
      <Answer>{answer}</Answer>
      <Facts facts={highlights} />
      <FoldPair>
        <Fold title={`All ${playback.length} playback preferences`} count={emptyCount(playback)}>
          <FieldList facts={playback} />
          <Terms terms={profileTerms} />
        </Fold>
        <Fold title={`All ${identity.length} fields`} count={emptyCount(identity)}>
          <FieldList facts={identity} />
        </Fold>
        {settings.length > 0 && (
          <Fold
            title="Settings of Plex apps, stored at plex.tv"
            count={countOf(settings.length, 'setting', 'settings')}
          >
            <RecordList records={settings} noun={{ one: 'setting', many: 'settings' }} />
          </Fold>
        )}
      </FoldPair>
    </Panel>
  );
}
