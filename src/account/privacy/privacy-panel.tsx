import { Facts } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { privacyView } from './privacy.ts';
import { privacyTerms } from './privacy-terms.ts';

export function PrivacyPanel({ account, now, ...panel }: PanelProps) {
  const { answer, remarks, facts } = privacyView(account, now);
  return (
    <Panel {...panel}>
      <Answer remarks={remarks}>{answer}</Answer>
      <Facts facts={facts} />
      <Terms terms={privacyTerms} />
    </Panel>
  );
}
