import { Fragment, type ReactNode, useId } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Alert } from './alert.tsx';

type PanelProps = {
  /** The fragment that links to the panel: `#subscription`. */
  id: string;
  title: string;
  /** A count or an action at the end of the title's line. */
  aside?: ReactNode;
  children: ReactNode;
};

export function Panel({ id, title, aside, children }: PanelProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="panel @container">
      <div className="flex items-baseline justify-between gap-4 text-fine text-muted">
        <h2 id={headingId} tabIndex={-1} className="font-semibold">
          {title}
        </h2>
        {aside && <div className="panel-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

type PanelBoundaryProps = Omit<PanelProps, 'aside'> & {
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

/** Keeps the page when a part outside the panels throws. */
export function PartBoundary({ resetKey, fallback, children }: PartBoundaryProps) {
  return (
    <ErrorBoundary resetKeys={[resetKey]} fallback={fallback}>
      {children}
    </ErrorBoundary>
  );
}

type AnswerProps = {
  children: string;
  remarks?: readonly string[];
  /** The one answer that is larger than all others. */
  isMain?: boolean;
  /** Whether it holds names or addresses of people. */
  isPersonal?: boolean;
};

/** The panel's main point, with remarks below it. A sentence that does not fit on the line begins a new one. */
export function Answer({ children, remarks = [], isMain = false, isPersonal = false }: AnswerProps) {
  const sentences = children.split(/(?<=\.) /);
  return (
    <div className={`-mt-3 grid gap-1 ${isPersonal ? 'personal' : ''}`}>
      <p className={`answer ${isMain ? 'text-answer max-sm:text-title max-sm:leading-[1.875rem]' : 'text-lead'}`}>
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no identity but its place
          <Fragment key={index}>
            <bdi>{sentence}</bdi>{' '}
          </Fragment>
        ))}
      </p>
      {remarks.length > 0 && (
        <p className="text-muted">
          <bdi>{remarks.join(' ')}</bdi>
        </p>
      )}
    </div>
  );
}
