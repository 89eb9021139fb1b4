import { Facts } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { CheckList } from './check-list.tsx';
import { securityView } from './security.ts';
import { SignInLife } from './sign-in-life.tsx';

export function SecurityPanel({ account, now, signIn, ...panel }: PanelProps) {
  const { answer, badge, checks, facts } = securityView(account, now);
  return (
    <Panel {...panel} badge={badge}>
      <Answer>{answer}</Answer>
      <CheckList checks={checks} />
      {signIn && <SignInLife signIn={signIn} now={now} />}
      <Facts facts={facts} />
    </Panel>
  );
}
