import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Alert } from './alert.tsx';
import { Badge, type BadgeContent } from './badge.tsx';

type PanelProps = {
  /** For deep links: `#subscription`. */
  id: string;
  title: string;
  badge?: BadgeContent | undefined;
  /** Draws the inside; a failure in it is told here and leaves the other panels standing. */
  children: ReactNode;
};

export function Panel({ id, title, badge, children }: PanelProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="panel @container grid gap-4 border-t border-line py-8">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={headingId} tabIndex={-1} className="font-semibold text-muted">
          {title}
        </h2>
        {badge && <Badge {...badge} />}
      </div>
      {children}
    </section>
  );
}

/** Goes around each panel. */
export function PanelBoundary({ id, title, children }: Omit<PanelProps, 'badge'>) {
  return (
    <ErrorBoundary
      fallback={
        <Panel id={id} title={title}>
          <Alert tone="bad" title="This panel could not be drawn.">
            <p>A fault in this page, not in your account. The other panels are not affected.</p>
            <p>Everything plex.tv sent is listed at the end of the page.</p>
          </Alert>
        </Panel>
      }
    >
      {children}
    </ErrorBoundary>
  );
}

type AnswerProps = { children: ReactNode; remarks?: readonly string[] };

/** The sentence that answers the question people come to a panel with, and the fine print to it. */
export function Answer({ children, remarks = [] }: AnswerProps) {
  return (
    <div className="max-w-prose">
      <p className="text-lead font-semibold">{children}</p>
      {remarks.length > 0 && (
        <p className="text-muted">
          <bdi>{remarks.join(' ')}</bdi>
        </p>
      )}
    </div>
  );
}

export function Subheading({ children }: { children: ReactNode }) {
  return <h3 className="pt-2 font-semibold">{children}</h3>;
}
