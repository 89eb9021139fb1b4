import { formatDateTime } from './facts/format-date.ts';

/** Only on paper. */
export function PrintedNote({ now }: { now: Date }) {
  return (
    <p className="hidden border-t border-rule pt-4 text-fine text-muted print:block">
      Account statement for Plex, unofficial. Printed on {formatDateTime(now)}. Secrets are not printed.
    </p>
  );
}
