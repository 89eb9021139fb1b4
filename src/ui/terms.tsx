export type Term = readonly [term: string, meaning: string];

/** A closed list that explains the words of a panel. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <details className="print:hidden">
      <summary className="text-muted">What these words mean</summary>
      <ul className="grid max-w-prose gap-2 py-3">
        {terms.map(([term, meaning]) => (
          <li key={term} data-fact={term}>
            <strong className="block font-semibold">{term}</strong>
            {meaning}
          </li>
        ))}
      </ul>
    </details>
  );
}
