const paths = {
  good: 'M4 10.5l4 4 8-9',
  warn: 'M10 4v8M10 15.5v.5',
  bad: 'M5 5l10 10M15 5L5 15',
  quiet: 'M10 10h.01',
};

export type Tone = keyof typeof paths;

/** A tone's mark; always beside a word, so hidden from assistive technology. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 20 20" className="size-[1em] shrink-0" aria-hidden="true">
      <path d={paths[tone]} fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}
