import { Answer, Panel } from '../../../ui/panel.tsx';
import type { AccountPanelProps } from '../../facts/panel-props.ts';
import { RecordList } from '../../facts/record-list.tsx';
import { trialsView } from './trials.ts';

export function TrialsPanel({ account, now, ...panel }: AccountPanelProps) {
  const { answer, trials } = trialsView(account, now);
  return (
    <Panel {...panel}>
      <Answer>{answer}</Answer>
      <RecordList records={trials} noun={{ one: 'trial', many: 'trials' }} />
    </Panel>
  );
}
