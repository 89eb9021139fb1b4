import { ArrowLeft } from 'lucide';
import type { ReactNode, Ref } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type StepHeaderProps = {
  title: string;
  titleId?: string;
  titleRef?: Ref<HTMLHeadingElement>;
  onBack: () => void;
  /** A sentence below the title. */
  children?: ReactNode;
};

/** The head of a step after the first one: the way back, and a title. */
export function StepHeader({ title, titleId, titleRef, onBack, children }: StepHeaderProps) {
  return (
    <div className="grid justify-items-start">
      <Button variant="bare" className="-ms-2" onClick={onBack}>
        <Icon node={ArrowLeft} className="rtl:-scale-x-100" />
        <span className="underline decoration-edge underline-offset-4">Back</span>
      </Button>
      <h2 id={titleId} tabIndex={-1} ref={titleRef} className="pt-4 text-title font-semibold sm:text-answer">
        {title}
      </h2>
      {children}
    </div>
  );
}
