import { formatDateTime } from './facts/format-date.ts';

/** Only on paper. */
export function PrintedNote({ now }: { now: Date }) {
  return (
    <p className="hidden pb-4 text-fine print:block">
      Account statement for Plex, unofficial. Printed on {formatDateTime(now)}. Secrets are left out.
    </p>
  );
}
