import type { ComponentProps } from 'react';
import { Button } from './button.tsx';
import { Spinner, useSpinner } from './spinner.tsx';

type BusyButtonProps = ComponentProps<typeof Button> & { isBusy: boolean; busyText: string };

/** A button that starts a request. After 300 ms of waiting it shows a spinner and `busyText`. */
export function BusyButton({ isBusy, busyText, children, ...props }: BusyButtonProps) {
  const isSpinning = useSpinner(isBusy);
  return (
    <Button {...props} aria-busy={isBusy}>
      {isSpinning ? (
        <>
          <Spinner />
          {busyText}
        </>
      ) : (
        children
      )}
    </Button>
  );
}
