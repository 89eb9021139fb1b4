import { LoaderCircle } from 'lucide';
import { Icon } from './icon.tsx';
import { useIsSlow } from './use-is-slow.ts';

/** Whether a request has been pending for 300 ms: a spinner would only flash before. */
export const useSpinner = (isPending: boolean) => useIsSlow(isPending, 300);

export function Spinner() {
  return <Icon node={LoaderCircle} className="me-2 motion-safe:animate-spin" />;
}
