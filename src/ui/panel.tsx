import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Alert } from './alert.tsx';
import { Badge, type BadgeContent } from './badge.tsx';

type PanelProps = {
  /** The fragment that links to the panel: `#subscription`. */
  id: string;
  title: string;
  badge?: BadgeContent | undefined;
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

type PanelBoundaryProps = Omit<PanelProps, 'badge'> & {
  /** The data that the panel shows. A failed panel is tried again when it changes, such as after a refresh. */
  resetKey: unknown;
};

/** Shows a message in place of a panel that throws, so that the other panels stay. */
export function PanelBoundary({ id, title, resetKey, children }: PanelBoundaryProps) {
  return (
    <ErrorBoundary
      resetKeys={[resetKey]}
      fallback={
        <Panel id={id} title={title}>
          <Alert tone="bad" title="This panel could not be shown.">
            <p>This page has a fault. Your account and the other panels are not affected.</p>
            <p>Refresh to try again. Everything plex.tv sent is also listed at the end of the page.</p>
          </Alert>
        </Panel>
      }
    >
      {children}
    </ErrorBoundary>
  );
}

type PartBoundaryProps = {
  /** The data that the part shows. A failed part is tried again when it changes. */
  resetKey: unknown;
  /** Shown in place of a part that throws. */
  fallback: ReactNode;
  children: ReactNode;
};

/** Keeps the page when a part of it that is no panel throws. */
export function PartBoundary({ resetKey, fallback, children }: PartBoundaryProps) {
  return (
    <ErrorBoundary resetKeys={[resetKey]} fallback={fallback}>
      {children}
    </ErrorBoundary>
  );
}

type AnswerProps = { children: ReactNode; remarks?: readonly string[] };

/** The panel's main point in one sentence, with remarks below it. */
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
