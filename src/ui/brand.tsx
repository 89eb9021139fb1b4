/** `isCompact` shortens the name on narrow screens. */
export function Brand({ isCompact = false }: { isCompact?: boolean }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2 font-semibold">
      <svg viewBox="0 0 32 32" className="size-6 shrink-0" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M9 11h14M9 16h14M9 21h14" className="stroke-ink" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <span className="min-w-0 truncate">
        Account statement{' '}
        <span className={`font-normal text-muted ${isCompact ? 'max-sm:sr-only' : ''}`}>for Plex</span>
      </span>
    </span>
  );
}
