import type { ReactNode } from 'react';
import { emptyCount, FactText, FieldList } from '../../ui/facts.tsx';
import { Fold, FoldPair } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { CheckReasons, ChecksToDo, OtherChecks } from './check-list.tsx';
import { securityView } from './security.ts';
import { SignInOrigin, ThisSignIn } from './this-sign-in.tsx';

type SecurityPanelProps = PanelProps & {
  /** The steps to take after a break-in. Their code loads later. */
  breakInFold?: ReactNode;
};

export function SecurityPanel({ account, now, session, access, breakInFold, ...panel }: SecurityPanelProps) {
  const { answer, checks, waitingCount, facts, token } = securityView(account, access.sources, now);
  const otherChecks = checks.filter(({ verdict }) => verdict !== 'attention');
  return (
    <Panel {...panel}>
      <Answer>{answer}</Answer>
      <ChecksToDo checks={checks.filter(({ verdict }) => verdict === 'attention')} />
      {/* The sign-in and the token have rows of their own. */}
      <OtherChecks
        checks={otherChecks.filter(({ id }) => id !== 'sign-in' && id !== 'token')}
        waitingCount={waitingCount}
      />
      <div className="rows">
        {session && <ThisSignIn session={session} now={now} />}
        <dl data-fact={token.path} className="quarters items-center border-t border-line py-2">
          <dt className="font-semibold max-sm:col-span-full">Account token</dt>
          <dd className="col-span-full sm:col-span-3">
            <FactText label={token.label} value={token.value} />
            {token.value.reveal && <p className="text-fine text-muted">It is as good as your password.</p>}
          </dd>
        </dl>
        {breakInFold}
        <FoldPair>
          {otherChecks.length > 0 && (
            <Fold title="What was checked, and why" count={`${checks.length} rules`}>
              <CheckReasons checks={otherChecks} />
            </Fold>
          )}
          <Fold title={`All ${facts.length} fields`} count={emptyCount(facts)}>
            <FieldList facts={facts} />
            {session && <SignInOrigin session={session} now={now} />}
          </Fold>
        </FoldPair>
      </div>
    </Panel>
  );
}
