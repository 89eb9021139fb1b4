import type { Source } from '../../plex/access/sources.ts';
import { Button } from '../../ui/button.tsx';
import { formatTime } from '../facts/format-date.ts';

/** Says that the last refresh failed and the page shows older data. */
export function StaleSource({ source }: { source: Source<unknown> }) {
  if (source.state !== 'ready' || !source.refreshError || source.isRefreshing) return null;
  const { refreshError, receivedAt, retry } = source;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2 text-muted print:inline!">
      <span>
        This is from {formatTime(receivedAt)}. {refreshError.words.what}
      </span>
      <span className="print:hidden">
        <Button variant="small" onClick={retry}>
          Try again
        </Button>
      </span>
    </p>
  );
}
