import { Facts } from '../ui/facts.tsx';
import { Answer, Panel, Subheading } from '../ui/panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { RecordList } from './record-list.tsx';
import { subscriptionView } from './subscription.ts';

export function SubscriptionPanel({ account, now, ...panel }: PanelProps) {
  const { answer, badge, facts, current, unlocked } = subscriptionView(account, now);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      <Facts facts={facts} />
      <Subheading>Current records</Subheading>
      {current?.length ? (
        <RecordList records={current} noun="records" />
      ) : (
        <p className="text-muted">{current ? 'No current record.' : 'plex.tv did not say.'}</p>
      )}
      <Subheading>What it unlocks</Subheading>
      <Facts facts={unlocked} />
      <p className="text-fine text-muted">
        Features are switches that Plex sets for an account. Many have nothing to do with Plex Pass.
      </p>
    </Panel>
  );
}
