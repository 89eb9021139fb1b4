import { LoaderCircle } from 'lucide';
import type { ComponentProps } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useIsSlow } from './use-is-slow.ts';

const spinnerAfterMs = 300;

type BusyButtonProps = ComponentProps<typeof Button> & { isBusy: boolean; busyText: string };

/** A button that starts a request. After 300 ms of waiting it shows a spinner and `busyText`. */
export function BusyButton({ isBusy, busyText, children, ...props }: BusyButtonProps) {
  const isSlow = useIsSlow(isBusy, spinnerAfterMs);
  return (
    <Button {...props} aria-busy={isBusy}>
      {isSlow ? (
        <>
          <Icon node={LoaderCircle} className="me-2 motion-safe:animate-spin" />
          {busyText}
        </>
      ) : (
        children
      )}
    </Button>
  );
}
