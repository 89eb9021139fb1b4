import { Button } from '../../ui/button.tsx';
import { planText, type SignOutPlan } from './sign-out-plan.ts';

type ChoiceBarProps = { plan: SignOutPlan; onCancel: () => void; onSignOut: () => void };

/** Shows the chosen devices, by number and by name, at the lower edge of the window. */
export function ChoiceBar({ plan, onCancel, onSignOut }: ChoiceBarProps) {
  const { count } = plan;
  return (
    <section aria-label="Selection" className="choice-bar">
      <div className="choice-bar-content">
        <p role="status">
          <span className="shrink-0 font-semibold">{count === 0 ? 'Nothing selected' : `${count} selected`}</span>{' '}
          <span className="personal line-clamp-1 text-muted">{planText(plan)}</span>
        </p>
        <div className="flex gap-2">
          <Button variant="bare" onClick={onCancel}>
            Cancel
          </Button>
          <Button className="font-semibold" disabled={count === 0} onClick={onSignOut}>
            {count === 0 ? 'Sign out…' : `Sign out ${count}…`}
          </Button>
        </div>
      </div>
    </section>
  );
}
