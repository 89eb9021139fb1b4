import { ChevronDown } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type FoldProps = {
  title: ReactNode;
  /** What is inside, in a few words: "5 empty". */
  count?: ReactNode;
  children: ReactNode;
};

/** A line that opens what stands below it. */
export function Fold({ title, count, children }: FoldProps) {
  return (
    <details className="fold">
      <summary>
        <span className="min-w-0 flex-1">{title}</span> {count && <span className="fold-count">{count}</span>}
        <Icon node={ChevronDown} />
      </summary>
      <div className="fold-content">{children}</div>
    </details>
  );
}

/** Two folds side by side, or below each other while one is open or on a narrow screen. */
export function FoldPair({ children }: { children: ReactNode }) {
  return <div className="fold-pair">{children}</div>;
}
