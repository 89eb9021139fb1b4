import type { ReactNode } from 'react';
import { lazyPanels } from '../account/lazy-panels.tsx';
import { LazyPanelsContext } from '../account/lazy-section.tsx';

/** Around panels, with the code of those that load after the account is drawn. */
export function WithLazyPanels({ children }: { children: ReactNode }) {
  return <LazyPanelsContext value={{ state: 'ready', panels: lazyPanels }}>{children}</LazyPanelsContext>;
}
