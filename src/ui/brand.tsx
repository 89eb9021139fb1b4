/** `isCompact` hides the name on narrow screens. */
export function Brand({ isCompact = false }: { isCompact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <svg viewBox="0 0 32 32" className="size-6 shrink-0" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M9 11h14M9 16h14M9 21h14" className="stroke-ink" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <span className={isCompact ? 'max-sm:sr-only' : undefined}>
        Account statement <span className="font-normal text-muted">for Plex</span>
      </span>
    </span>
  );
}
