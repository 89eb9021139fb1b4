import { Check, Circle, CircleDashed, X } from 'lucide';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { usePaged } from '../../ui/use-paged.tsx';
import type { DeviceSignOutControl, DeviceSignOutRun } from '../facts/device-sign-out.ts';
import { type ProgressLine, type SignOutFailure, signOutProgress } from './progress-view.ts';
import type { PlanLine } from './sign-out-plan.ts';

type SignOutProgressProps = {
  run: DeviceSignOutRun;
  control: DeviceSignOutControl;
  /** The lines that the person has confirmed. */
  lines: readonly PlanLine[];
  onClose: () => void;
};

/** The progress of the sign-out: the finished, current and failed devices. */
export function SignOutProgress({ run, control, lines: planLines, onClose }: SignOutProgressProps) {
  const counts = control.countDevices(run);
  const { title, text, announcement, lines, failures, retryAt } = signOutProgress(run, counts, planLines);
  const isEnded = run.phase === 'ended';
  const pagedLines = usePaged(lines, 50, { one: 'line', many: 'lines' });
  const pagedFailures = usePaged(failures, 20, { one: 'failure', many: 'failures' });
  return (
    <Modal
      title={title}
      description={text}
      isLocked={!isEnded}
      onClose={onClose}
      actions={<Actions run={run} control={control} />}
    >
      <progress aria-label="Devices that were tried" className="progress" max={counts.total} value={counts.settled} />
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: from here a keyboard scrolls what does not fit the window */}
      <ul aria-label="Progress" className="sign-out-lines" tabIndex={0}>
        {pagedLines.shown.map((line) => (
          <li key={line.key} className="sign-out-line">
            <StateIcon state={line.state} />
            <span className="min-w-0 flex-1">
              <bdi className="personal font-semibold">{line.name}</bdi> <bdi className="text-muted">{line.app}</bdi>
            </span>
            <span className="text-fine text-muted">{line.text}</span>
          </li>
        ))}
      </ul>
      {pagedLines.more}
      {pagedFailures.shown.map(({ key, ...failure }) => (
        <Failure key={key} {...failure} />
      ))}
      {pagedFailures.more}
    </Modal>
  );
}

/** Shows Stop while any device is left. */
function Actions({ run, control }: Pick<SignOutProgressProps, 'run' | 'control'>) {
  const { pause, resume, stop, start, remainingDevices } = control;
  if (run.phase === 'ended') {
    const remaining = remainingDevices(run);
    return (
      <div className="flex flex-1 flex-wrap justify-end gap-2">
        {remaining.length > 0 && run.end !== 'refused' && (
          <Button variant="bare" onClick={() => start(remaining)}>
            {remaining.length === 1 ? 'Try the last one again' : `Go on with the ${remaining.length} left`}
          </Button>
        )}
        <Button
          ref={focusIfLost}
          className="font-semibold"
          onClick={(event) => event.currentTarget.closest('dialog')?.close()}
        >
          Done
        </Button>
      </div>
    );
  }
  const isPaused = run.phase === 'paused' || run.phase === 'pausing';
  return (
    <>
      <p className="min-w-0 flex-1 self-center text-fine text-muted">What is signed out stays signed out.</p>
      <Button ref={focusFirst} onClick={isPaused ? resume : pause} disabled={run.phase === 'stopping'}>
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      <Button className="font-semibold" onClick={stop}>
        {run.phase === 'stopping' ? 'Stopping…' : 'Stop'}
      </Button>
    </>
  );
}

/** Focuses the button when the dialog opens. React sets no attribute for `autoFocus`. */
function focusFirst(button: HTMLButtonElement | null) {
  button?.setAttribute('autofocus', '');
  focusIfLost(button);
}

/** Focuses the button if the focused button before it has disappeared. */
function focusIfLost(button: HTMLButtonElement | null) {
  if (document.activeElement === document.body) button?.focus();
}

const stateIcons = { waiting: Circle, 'signed-out': Check, 'already-gone': Check, failed: X, mixed: CircleDashed };

function StateIcon({ state }: { state: ProgressLine['state'] }) {
  if (state === 'running') {
    return (
      <span className="spinner-box">
        <Spinner />
      </span>
    );
  }
  const tone = {
    waiting: 'text-muted',
    'signed-out': 'text-good',
    'already-gone': 'text-good',
    failed: 'text-bad',
    mixed: 'text-muted',
  };
  return (
    <span className={tone[state]}>
      <Icon node={stateIcons[state]} />
    </span>
  );
}

function Failure({ title, detail, reason, answerText }: Omit<SignOutFailure, 'key'>) {
  return (
    <Alert tone="warn" title={<bdi className="personal">{title}</bdi>}>
      {detail && <p className="text-muted">{detail}</p>}
      <p>{reason}</p>
      {answerText && (
        <p className="text-fine text-muted">
          <bdi>{answerText}</bdi>
        </p>
      )}
    </Alert>
  );
}
