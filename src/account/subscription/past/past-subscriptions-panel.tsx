import { Answer, Panel } from '../../../ui/panel.tsx';
import type { AccountPanelProps } from '../../facts/panel-props.ts';
import { RecordList } from '../../facts/record-list.tsx';
import { pastSubscriptionsView } from './past-subscriptions.ts';

export function PastSubscriptionsPanel({ account, now, ...panel }: AccountPanelProps) {
  const { answer, records } = pastSubscriptionsView(account, now);
  return (
    <Panel {...panel}>
      <Answer>{answer}</Answer>
      <RecordList records={records} noun={{ one: 'past subscription', many: 'past subscriptions' }} />
    </Panel>
  );
}
