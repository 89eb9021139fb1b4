import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { formatClock } from './format-date.ts';

type ActionBarProps = {
  updatedAt: Date;
  isRefreshing: boolean;
  isLeaving: boolean;
  onRefresh: () => void;
  onSignOut: () => void;
};

/** Stays at the top: what can be done with the account as a whole. A second press while one is under way does nothing. */
export function ActionBar({ updatedAt, isRefreshing, isLeaving, onRefresh, onSignOut }: ActionBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-ground px-4 py-2 lg:sticky lg:top-0 lg:z-10">
      <span className="mr-auto">
        <Brand />
      </span>
      <span role="status" className="text-fine text-muted">
        {isRefreshing ? 'Asking plex.tv…' : `plex.tv last answered at ${formatClock(updatedAt)}`}
      </span>
      <Button onClick={() => isRefreshing || isLeaving || onRefresh()}>Refresh</Button>
      <Button onClick={() => isLeaving || onSignOut()}>{isLeaving ? 'Signing out…' : 'Sign out'}</Button>
    </div>
  );
}
