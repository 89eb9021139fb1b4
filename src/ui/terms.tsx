export type Term = readonly [term: string, meaning: string];

/** Explains the words of a panel, at the end of a fold. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <ul aria-label="What these words mean" className="grid max-w-prose gap-1 text-fine text-muted print:hidden">
      {terms.map(([term, meaning]) => (
        <li key={term} data-fact={`meaning of ${term}`}>
          <strong className="font-semibold text-text">{term}</strong> {meaning}
        </li>
      ))}
    </ul>
  );
}
