import { ChevronRight } from 'lucide';
import type { ReactNode } from 'react';
import { type Fact, Facts } from './facts.tsx';
import { Icon } from './icon.tsx';

type OpenRowProps = {
  /** The `data-fact` of the row, so that Find can go to it. */
  path: string;
  /** The cells of the row, each an element. */
  children: ReactNode;
  facts: readonly Fact[];
};

/** A row of a list. A click anywhere on the row shows the rest of its facts. */
export function OpenRow({ path, children, facts }: OpenRowProps) {
  return (
    <li data-fact={path}>
      <details className="open-row">
        <summary className="list-row">
          {children}
          <span className="open-row-chevron">
            <Icon node={ChevronRight} />
          </span>
        </summary>
        <div className="pt-1 pb-4">
          <Facts facts={facts} />
        </div>
      </details>
    </li>
  );
}
