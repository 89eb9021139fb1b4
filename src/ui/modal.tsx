import { type MouseEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { Button } from './button.tsx';

type ModalProps = {
  title: string;
  /** Buttons next to Close. */
  actions?: ReactNode;
  /** Called after the dialog has closed, so the focus can move: after Close, Escape or a click on the backdrop. */
  onClose: () => void;
  children: ReactNode;
};

/** A modal dialog that is open while it is rendered. */
export function Modal({ title, actions, onClose, children }: ModalProps) {
  const titleId = useId();
  const isBackdropPress = useRef(false);

  // A press that starts inside the dialog, such as to select text, must not close it when it ends on the backdrop.
  const onPointerDown = (event: PointerEvent) => {
    isBackdropPress.current = event.target === event.currentTarget;
  };
  const onClick = (event: MouseEvent<HTMLDialogElement>) => {
    if (isBackdropPress.current && event.target === event.currentTarget) event.currentTarget.close();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser itself closes a modal dialog on Escape
    <dialog
      ref={openAsModal}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={onPointerDown}
      onClick={onClick}
      className="m-auto w-2xl overscroll-contain rounded-xl border border-line bg-surface text-text backdrop:bg-ink/60"
    >
      {/* Fills the dialog, so that only a click on the backdrop has the dialog as its target. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5">
        <h2 id={titleId} className="text-title font-bold">
          {title}
        </h2>
        {children}
        <div className="flex flex-wrap gap-2">
          {actions}
          <Button className="min-h-12" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            Close
          </Button>
        </div>
      </div>
    </dialog>
  );
}

function openAsModal(dialog: HTMLDialogElement | null) {
  if (!dialog?.open) dialog?.showModal();
}
