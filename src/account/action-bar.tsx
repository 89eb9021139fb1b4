import type { Account } from '../plex/account.ts';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { ScreenShareSwitch } from '../ui/screen-share-switch.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import { formatClock } from './format-date.ts';
import { ShareButton } from './share-button.tsx';

type ActionBarProps = {
  account: Account;
  updatedAt: Date;
  isRefreshing: boolean;
  isLeaving: boolean;
  onRefresh: () => void;
  onSignOut: () => void;
};

/** What can be done with the account as a whole. A second press while one is under way does nothing. */
export function ActionBar({ account, updatedAt, isRefreshing, isLeaving, onRefresh, onSignOut }: ActionBarProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-ground px-4 py-2 lg:sticky lg:top-0 lg:z-10 print:hidden">
      <span className="mr-auto">
        <Brand />
      </span>
      <span role="status" className="text-fine text-muted">
        {isRefreshing ? 'Asking plex.tv…' : `plex.tv last answered at ${formatClock(updatedAt)}`}
      </span>
      <Button onClick={() => isRefreshing || isLeaving || onRefresh()}>Refresh</Button>
      <ShareButton account={account} />
      <ScreenShareSwitch />
      <ThemeSwitch />
      <Button onClick={() => isLeaving || onSignOut()}>{isLeaving ? 'Signing out…' : 'Sign out'}</Button>
    </header>
  );
}
