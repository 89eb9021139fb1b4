import { CloudOff } from 'lucide';
import { type MouseEvent, type ReactNode, useCallback, useState } from 'react';
import type { Source, SourceName } from '../../plex/access/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Answer } from '../../ui/panel.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { observeNear } from './observe-near.ts';
import { failedText, type SourceWords, unavailableText, unavailableTitle } from './source-words.ts';

type SourceStateProps = {
  source: Source<unknown>;
  /** The source to ask for when this will soon be in view. */
  name: SourceName;
  words: SourceWords;
  onNear: (name: SourceName) => void;
  /** How many rows to draw while waiting. */
  rows: number;
  /** Whether the state takes the place of the panel's answer. Otherwise it is one part of the panel. */
  isAnswer?: boolean;
};

/** Shows the state of a source without data: waiting, stopped, failed, or not available. */
export function SourceState({ source, name, words, onNear, rows, isAnswer = false }: SourceStateProps) {
  const [hasRetried, setRetried] = useState(false);
  const near = useCallback(
    (element: HTMLElement | null) => (element ? observeNear(element, () => onNear(name)) : undefined),
    [onNear, name],
  );

  /** The button disappears, so the heading of the panel gets the focus. */
  function retry(event: MouseEvent<HTMLElement>, ask: () => void) {
    focusHeading(event.currentTarget);
    setRetried(true);
    ask();
  }

  const title = (text: string) => (isAnswer ? <Answer>{text}</Answer> : <p className="font-semibold">{text}</p>);

  switch (source.state) {
    case 'ready':
      return null;
    case 'waiting':
      return (
        <div ref={near} aria-busy="true" className="grid gap-2.5">
          <SkeletonRows count={rows} printed={`plex.tv had not yet told ${words.what}.`} />
          {source.isSlow && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-muted print:hidden">
              <span role="status">This takes longer than it should. The rest of the page is ready.</span>
              <Button variant="small" onClick={(event) => retry(event, source.stop)}>
                Stop waiting
              </Button>
            </p>
          )}
        </div>
      );
    case 'stopped':
      return (
        <StateRow
          text="You stopped waiting for plex.tv."
          action={<Button onClick={(event) => retry(event, source.retry)}>Ask again</Button>}
        />
      );
    case 'failed': {
      const { error, failedAt } = source;
      const { retryAt } = error.details;
      return (
        <div role={hasRetried ? 'alert' : undefined} className="grid gap-2">
          {title(words.failed)}
          <StateRow
            isFailure
            text={failedText(error, failedAt)}
            detail={error.answerText}
            action={
              <Button className="font-semibold" onClick={(event) => retry(event, source.retry)}>
                Try again
              </Button>
            }
          />
          {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
        </div>
      );
    }
    case 'unavailable': {
      const { reason, error } = source;
      return (
        <div className="grid gap-1">
          {title(unavailableTitle(words, reason))}
          <p className="text-muted">{unavailableText(words, reason, error)}</p>
        </div>
      );
    }
  }
}

type StateRowProps = { text: string; detail?: string | undefined; isFailure?: boolean; action: ReactNode };

function StateRow({ text, detail, isFailure = false, action }: StateRowProps) {
  return (
    <div className="flex items-start gap-x-3 gap-y-2 text-muted max-sm:flex-wrap">
      {isFailure && (
        <span className="mt-0.5 text-bad">
          <Icon node={CloudOff} />
        </span>
      )}
      <p className="min-w-0 flex-1">
        {text}
        {detail && (
          <span className="block text-fine">
            <bdi>{detail}</bdi>
          </span>
        )}
      </p>
      <p className="shrink-0 print:hidden max-sm:w-full">{action}</p>
    </div>
  );
}

function focusHeading(element: Element) {
  element.closest('section')?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
