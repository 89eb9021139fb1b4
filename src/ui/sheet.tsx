import { type ComponentProps, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';

type SheetProps = {
  label: string;
  /** The content of the button. */
  button: ReactNode;
  /** The name of the button, if it shows no words. */
  buttonLabel?: string;
  buttonClassName?: string;
  /** The side of the button that the sheet lines up with. On a phone it comes from the bottom. */
  align: 'start' | 'end';
  children: ReactNode;
};

/** A button that opens a sheet. Escape, a press outside, and a press on a link or an action inside close it. */
export function Sheet({ label, button, buttonLabel, buttonClassName, align, children }: SheetProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function onClick(event: MouseEvent<HTMLDialogElement>) {
    const { target, currentTarget } = event;
    if (!(target instanceof Element)) return;
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (target !== currentTarget && !link && !target.closest('button:not([aria-pressed])')) return;
    currentTarget.close();
    if (!link) return;
    // Following a link moves the focus, so follow it first: the next Tab must continue from the section.
    event.preventDefault();
    location.hash = link.hash;
    document.getElementById(link.hash.slice(1))?.querySelector('h2')?.focus({ preventScroll: true });
  }

  function onClose() {
    setOpen(false);
    // Safari does not focus a clicked button, so the browser cannot return the focus to it.
    if (!document.activeElement || document.activeElement === document.body) opener.current?.focus();
  }

  return (
    <>
      <Button
        ref={opener}
        variant="bare"
        className={buttonClassName ?? ''}
        aria-label={buttonLabel}
        title={buttonLabel}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        {button}
      </Button>
      {isOpen && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the browser itself closes a modal dialog on Escape
        <dialog
          ref={(dialog) => openAt(dialog, opener.current, align)}
          aria-label={label}
          onClose={onClose}
          onClick={onClick}
          className="sheet"
        >
          <div className="p-2 max-sm:pb-4">{children}</div>
        </dialog>
      )}
    </>
  );
}

/** Opens the sheet below its button. */
function openAt(dialog: HTMLDialogElement | null, opener: HTMLElement | null, align: SheetProps['align']) {
  if (!dialog || dialog.open || !opener) return;
  const { left, right, bottom } = opener.getBoundingClientRect();
  const fromRight = document.documentElement.clientWidth - right;
  const isFromLeft = (getComputedStyle(opener).direction === 'rtl') === (align === 'end');
  dialog.style.setProperty('--sheet-top', `${bottom + 4}px`);
  dialog.style.setProperty(`--sheet-${align}`, `${isFromLeft ? left : fromRight}px`);
  dialog.showModal();
}

/** An action in a sheet. */
export function SheetAction({ className = '', ...props }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...props}
      className={`flex min-h-11 w-full items-center gap-3 rounded-lg px-2 text-start hover:bg-sunken disabled:text-muted ${className}`}
    />
  );
}
