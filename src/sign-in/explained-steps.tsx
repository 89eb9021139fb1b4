import { Check } from 'lucide';
import { Icon } from '../ui/icon.tsx';

export type ExplainedStep = [title: string, text: string];

type ExplainedStepsProps = { title: string; steps: ExplainedStep[]; isFirstDone?: boolean };

export function ExplainedSteps({ title, steps, isFirstDone = false }: ExplainedStepsProps) {
  return (
    <section className="grid gap-4">
      <h2 className="text-fine font-semibold text-muted">{title}</h2>
      <ol className="grid gap-4">
        {steps.map(([name, text], index) => (
          <li key={name} className="flex gap-4">
            <span
              aria-hidden="true"
              className="grid size-7 shrink-0 place-items-center rounded-full border border-edge text-fine"
            >
              {isFirstDone && index === 0 ? <Icon node={Check} /> : index + 1}
            </span>
            <span>
              <strong className="block font-semibold">{name}</strong>
              <span className="text-muted">{text}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
