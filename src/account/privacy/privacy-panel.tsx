import { emptyCount, Facts, FieldList } from '../../ui/facts.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { privacyView } from './privacy.ts';
import { privacyTerms } from './privacy-terms.ts';

export function PrivacyPanel({ account, now, ...panel }: PanelProps) {
  const { answer, remarks, highlights, facts } = privacyView(account, now);
  return (
    <Panel {...panel}>
      <Answer remarks={remarks}>{answer}</Answer>
      <Facts facts={highlights} />
      <Fold title={`All ${facts.length} fields`} count={emptyCount(facts)}>
        <FieldList facts={facts} />
        <Terms terms={privacyTerms} />
      </Fold>
    </Panel>
  );
}
