import { X } from 'lucide';
import { type MouseEvent, type PointerEvent, type ReactNode, type SyntheticEvent, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type ModalProps = {
  title: string;
  /** A sentence below the title. */
  description?: string;
  /** Buttons at the foot, which stay in sight when the content scrolls. */
  actions?: ReactNode;
  /** Whether only its actions close the dialog, because something is under way. */
  isLocked?: boolean;
  /** Called after the dialog has closed, so the focus can move: after Close, Escape or a click on the backdrop. */
  onClose: () => void;
  children: ReactNode;
};

/** A modal dialog that is open while it is rendered. */
export function Modal({ title, description, actions, isLocked = false, onClose, children }: ModalProps) {
  const titleId = useId();
  const isBackdropPress = useRef(false);

  // A press that starts inside the dialog, such as to select text, must not close it when it ends on the backdrop.
  const onPointerDown = (event: PointerEvent) => {
    isBackdropPress.current = event.target === event.currentTarget;
  };
  const onClick = (event: MouseEvent<HTMLDialogElement>) => {
    if (!isLocked && isBackdropPress.current && event.target === event.currentTarget) event.currentTarget.close();
  };

  // A browser lets a page cancel only the first Escape.
  const handleClose = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (isLocked) event.currentTarget.showModal();
    else onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser itself closes a modal dialog on Escape
    <dialog
      ref={openAsModal}
      aria-labelledby={titleId}
      onCancel={(event) => isLocked && event.preventDefault()}
      onClose={handleClose}
      onPointerDown={onPointerDown}
      onClick={onClick}
      className="m-auto max-h-[calc(100dvh-1rem)] w-2xl max-w-[calc(100vw-1rem)] rounded-xl border border-line bg-surface text-text backdrop:bg-ink/60"
    >
      {/* Fills the dialog, so that only a click on the backdrop has the dialog as its target. */}
      <div className="flex max-h-[calc(100dvh-1rem-2px)] flex-col">
        <div className="flex items-start justify-between gap-4 px-4 sm:px-6 pt-5">
          <h2 id={titleId} className="text-title font-bold">
            {title}
          </h2>
          {!isLocked && (
            <Button
              variant="link"
              aria-label="Close"
              className="grid size-11 shrink-0 place-items-center -me-3 -mt-1"
              onClick={(event) => event.currentTarget.closest('dialog')?.close()}
            >
              <Icon node={X} />
            </Button>
          )}
        </div>
        <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto overscroll-contain px-4 sm:px-6 pb-5">
          {description && <p className="text-muted">{description}</p>}
          {children}
        </div>
        {actions && <div className="flex flex-wrap gap-2 border-t border-line px-4 sm:px-6 py-4">{actions}</div>}
      </div>
    </dialog>
  );
}

function openAsModal(dialog: HTMLDialogElement | null) {
  if (!dialog?.open) dialog?.showModal();
}
