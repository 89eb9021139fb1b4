import { SlidersHorizontal } from 'lucide';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';

type PreferencesProps = { children: ReactNode };

/** A button that opens a popover, or a dialog in the oldest supported browsers, which have no popovers. */
export function Preferences(props: PreferencesProps) {
  return 'popover' in HTMLElement.prototype ? <PreferencesPopover {...props} /> : <PreferencesDialog {...props} />;
}

function PreferencesDialog({ children }: PreferencesProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-label="Preferences" title="Preferences" onClick={() => setOpen(true)}>
        <Icon node={SlidersHorizontal} />
      </Button>
      {isOpen && (
        <Modal title="Preferences" onClose={() => setOpen(false)}>
          {children}
        </Modal>
      )}
    </>
  );
}

/** The browser closes it on Escape and on a click outside. */
function PreferencesPopover({ children }: PreferencesProps) {
  const id = useId();
  return (
    <>
      <Button popoverTarget={id} aria-label="Preferences" title="Preferences">
        <Icon node={SlidersHorizontal} />
      </Button>
      <fieldset
        id={id}
        popover="auto"
        aria-label="Preferences"
        className="fixed inset-auto top-14 right-4 m-0 w-72 max-w-[calc(100vw-2rem)] rounded-xl border border-edge bg-surface p-4 text-text shadow-lg"
      >
        <div className="grid gap-4">{children}</div>
      </fieldset>
    </>
  );
}
