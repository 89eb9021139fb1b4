import { formatDateTime } from './facts/format-date.ts';

/** On paper only: when it was printed, and by what. */
export function PrintedNote({ now }: { now: Date }) {
  return (
    <p className="hidden pb-4 text-fine print:block">
      Account statement for Plex, unofficial. Printed on {formatDateTime(now)}. Secrets are left out.
    </p>
  );
}
