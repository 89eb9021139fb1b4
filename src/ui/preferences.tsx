import { SlidersHorizontal } from 'lucide';
import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A button that opens a popover. The browser closes it on Escape and on a click outside. */
export function Preferences({ children }: { children: ReactNode }) {
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
