import type { ReactNode } from 'react';
import { accessPanels } from '../account/access-panels.tsx';
import { AccessPanelsContext } from '../account/access-section.tsx';

/** Around panels, with the code of those that load after the account is drawn. */
export function WithAccessPanels({ children }: { children: ReactNode }) {
  return <AccessPanelsContext value={{ state: 'ready', panels: accessPanels }}>{children}</AccessPanelsContext>;
}
