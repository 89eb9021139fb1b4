import { ChevronDown } from 'lucide';
import { createContext, type ReactNode, use, useState } from 'react';
import { Icon } from './icon.tsx';

/** Whether closed folds already have their content. A page leaves it out of its first paint. */
export const DrawClosedFolds = createContext(true);

type FoldProps = {
  title: ReactNode;
  /** The content in a few words: "5 empty". */
  count?: ReactNode;
  /** Whether to draw the content when the fold opens for the first time, because there is much of it. */
  isLazy?: boolean;
  children: ReactNode;
};

/** A line with a title. A click on it shows or hides the content below. */
export function Fold({ title, count, isLazy = false, children }: FoldProps) {
  const drawsClosed = use(DrawClosedFolds) && !isLazy;
  const [hasOpened, setHasOpened] = useState(false);
  return (
    <details className="fold" onToggle={({ currentTarget }) => currentTarget.open && setHasOpened(true)}>
      <summary>
        <span className="min-w-0 flex-1">{title}</span> {count && <span className="fold-count">{count}</span>}
        <Icon node={ChevronDown} />
      </summary>
      <div className="fold-content">{(drawsClosed || hasOpened) && children}</div>
    </details>
  );
}

/** Two folds side by side, or below each other while one is open or on a narrow screen. */
export function FoldPair({ children }: { children: ReactNode }) {
  return <div className="fold-pair">{children}</div>;
}
