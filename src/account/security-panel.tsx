import { Facts } from '../ui/facts.tsx';
import { Answer, Panel } from '../ui/panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { securityView } from './security.ts';

export function SecurityPanel({ account, now, ...panel }: PanelProps) {
  const { answer, badge, facts } = securityView(account, now);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      <Facts facts={facts} />
    </Panel>
  );
}
