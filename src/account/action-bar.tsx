import { LogOut, RefreshCw } from 'lucide';
import type { Account } from '../plex/account.ts';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Preferences } from '../ui/preferences.tsx';
import { ScreenShareSwitch } from '../ui/screen-share-switch.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import { formatTime } from './facts/format-date.ts';
import { ShareButton } from './share/share-button.tsx';
import { ShortcutSetting } from './shortcut-setting.tsx';

type ActionBarProps = {
  account: Account;
  updatedAt: Date;
  isRefreshing: boolean;
  isSigningOut: boolean;
  hasShortcut: boolean;
  onShortcutChange: (isOn: boolean) => void;
  onRefresh: () => void;
  onSignOut: () => void;
};

/** The actions for the whole page. A second press is ignored while the first one runs. */
export function ActionBar(props: ActionBarProps) {
  const { account, updatedAt, isRefreshing, isSigningOut, hasShortcut, onShortcutChange, onRefresh, onSignOut } = props;
  return (
    <header className="border-b border-line bg-ground lg:sticky lg:top-0 lg:z-10 print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-2 px-4 py-2">
        <span className="mr-auto flex">
          <Brand isCompact />
        </span>
        <span role="status" className="text-fine text-muted max-sm:order-last max-sm:w-full">
          {isRefreshing ? 'Asking plex.tv…' : `plex.tv last answered at ${formatTime(updatedAt)}`}
        </span>
        <Button aria-label="Refresh" title="Refresh" onClick={() => isRefreshing || isSigningOut || onRefresh()}>
          <Icon node={RefreshCw} /> <span className="max-lg:hidden">Refresh</span>
        </Button>
        <ShareButton account={account} />
        <ScreenShareSwitch />
        <Preferences>
          <ThemeSwitch />
          <ShortcutSetting isOn={hasShortcut} onChange={onShortcutChange} />
        </Preferences>
        <Button aria-label={isSigningOut ? 'Signing out…' : 'Sign out'} onClick={() => isSigningOut || onSignOut()}>
          <Icon node={LogOut} />{' '}
          <span className={isSigningOut ? '' : 'max-sm:hidden'}>{isSigningOut ? 'Signing out…' : 'Sign out'}</span>
        </Button>
      </div>
    </header>
  );
}
