import { type MouseEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { Button } from './button.tsx';

type ModalProps = {
  title: string;
  /** Buttons beside Close. */
  actions?: ReactNode;
  /** After Close, Escape or a click beside it. The dialog is gone by then, so that the focus may go elsewhere. */
  onClose: () => void;
  children: ReactNode;
};

/** A modal dialog: open for as long as it is drawn. */
export function Modal({ title, actions, onClose, children }: ModalProps) {
  const titleId = useId();
  const beganBeside = useRef(false);

  // Both ends of the click: who selects text and lets go beside the dialog does not mean to close it.
  const notePress = (event: PointerEvent) => {
    beganBeside.current = event.target === event.currentTarget;
  };
  const closeFromBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (beganBeside.current && event.target === event.currentTarget) event.currentTarget.close();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser itself closes a modal dialog on Escape
    <dialog
      ref={openAsModal}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={notePress}
      onClick={closeFromBeside}
      className="m-auto w-2xl overscroll-contain rounded-xl border border-line bg-surface text-text backdrop:bg-ink/60"
    >
      {/* Fills the dialog, so that only the backdrop is the dialog itself. */}
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
