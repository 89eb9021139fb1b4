import { LogOut, Menu, Moon, Printer, RefreshCw, Share2 } from 'lucide';
import { useRef } from 'react';
import type { AccountSources } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ScreenShareSwitch, useScreenShare } from '../ui/screen-share-switch.tsx';
import { Sheet, SheetAction } from '../ui/sheet.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import { useScreenSize } from '../ui/use-screen-size.ts';
import { formatTime } from './facts/format-date.ts';
import { ShareButton } from './share/share-button.tsx';
import { useShareDialogs } from './share/use-share-dialogs.tsx';
import { ShortcutSetting } from './shortcut-setting.tsx';

type ActionBarProps = {
  account: Account;
  sources: AccountSources;
  updatedAt: Date;
  isRefreshing: boolean;
  isSigningOut: boolean;
  hasShortcut: boolean;
  onShortcutChange: (isOn: boolean) => void;
  onRefresh: () => void;
  /** Called when the person presses "Share or print". */
  onShare: () => void;
  onSignOut: () => void;
};

/**
 * The actions for the whole page, in one row. Those that do not fit are in a menu. A second press is ignored while the
 * first one runs.
 */
export function ActionBar(props: ActionBarProps) {
  const { account, sources, updatedAt, isRefreshing, isSigningOut, hasShortcut } = props;
  const { onShortcutChange, onRefresh, onShare, onSignOut } = props;
  const header = useRef<HTMLElement>(null);
  const { openShare, openPrint, dialogs } = useShareDialogs({ account, sources, onOpen: onShare, restoreFocus });
  const screenShare = useScreenShare();
  const size = useScreenSize();
  // While long lists are missing, the account cannot be shared or printed.
  const isWhole = !account.readLongLists;
  const signOutText = isSigningOut ? 'Signing out…' : 'Sign out';
  const settings = (
    <div className="grid gap-3 px-2 py-2">
      <ThemeSwitch />
      <ShortcutSetting isOn={hasShortcut} onChange={onShortcutChange} />
    </div>
  );

  function restoreFocus() {
    // Safari does not focus a clicked button, so the browser cannot return the focus to it.
    if (document.activeElement && document.activeElement !== document.body) return;
    header.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }

  return (
    <header ref={header} className="border-b border-line bg-ground lg:sticky lg:top-0 lg:z-10 print:hidden">
      <div className="mx-auto flex h-13 max-w-[72.5rem] items-center gap-x-1 px-4 sm:px-6 lg:h-14 lg:gap-x-2 lg:px-4">
        <span className="me-auto flex min-w-0">
          <Brand isCompact />
        </span>
        <span role="status" className="me-1 text-fine whitespace-nowrap text-muted">
          {isRefreshing ? 'Asking plex.tv…' : <AsOf time={updatedAt} />}
        </span>
        <Button
          variant="bare"
          aria-label="Refresh"
          title="Refresh"
          onClick={() => isRefreshing || isSigningOut || onRefresh()}
        >
          <Icon node={RefreshCw} /> <span className="max-sm:hidden">Refresh</span>
        </Button>
        {size !== 'narrow' && (
          <ShareButton account={account} sources={sources} isDisabled={!isWhole} onOpen={onShare} />
        )}
        {size === 'wide' ? (
          <>
            <ScreenShareSwitch {...screenShare} />
            <Sheet label="Theme" button={<Icon node={Moon} />} buttonLabel="Theme" align="end">
              {settings}
            </Sheet>
            <Button variant="bare" className="lg:-me-2" onClick={() => isSigningOut || onSignOut()}>
              <Icon node={LogOut} /> {signOutText}
            </Button>
          </>
        ) : (
          <Sheet label="Menu" button={<Icon node={Menu} />} buttonLabel="Menu" buttonClassName="-me-2" align="end">
            {size === 'narrow' && (
              <SheetAction aria-haspopup="dialog" disabled={!isWhole} onClick={openShare}>
                <Icon node={Share2} /> Share…
              </SheetAction>
            )}
            <SheetAction aria-haspopup="dialog" disabled={!isWhole} onClick={openPrint}>
              <Icon node={Printer} /> Print…
            </SheetAction>
            <ScreenShareSwitch {...screenShare} isInSheet />
            {settings}
            <SheetAction className="mt-1 rounded-none border-t border-line" onClick={() => isSigningOut || onSignOut()}>
              <Icon node={LogOut} /> {signOutText}
            </SheetAction>
          </Sheet>
        )}
      </div>
      {dialogs}
    </header>
  );
}

function AsOf({ time }: { time: Date }) {
  return (
    <>
      <span className="max-sm:sr-only">as of</span> {formatTime(time)}
    </>
  );
}
