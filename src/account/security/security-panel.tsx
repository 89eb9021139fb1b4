import { Facts } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { CheckList } from './check-list.tsx';
import { securityView } from './security.ts';
import { ThisSignIn } from './this-sign-in.tsx';

export function SecurityPanel({ account, now, session, ...panel }: PanelProps) {
  const { answer, badge, checks, facts } = securityView(account, now);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      <CheckList checks={checks} />
      {session && <ThisSignIn session={session} now={now} />}
      <Facts facts={facts} />
    </Panel>
  );
}
