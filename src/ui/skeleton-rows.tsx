type SkeletonRowsProps = {
  count: number;
  /** The sentence that is printed in place of the rows. */
  printed?: string;
};

/** Grey rows in place of data that loads. They appear after a short delay, so that a fast answer does not flash. */
export function SkeletonRows({ count, printed = 'plex.tv had not answered yet.' }: SkeletonRowsProps) {
  return (
    <>
      <div aria-hidden="true" className="animate-arrive print:hidden">
        {Array.from({ length: count }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a skeleton has no identity
            key={row}
            className="skeleton-row quarters items-center border-t border-line"
          >
            <SkeletonBar />
            <SkeletonBar className="max-sm:w-1/2 max-sm:justify-self-end" />
            <SkeletonBar className="max-sm:hidden" />
          </div>
        ))}
      </div>
      <p className="hidden print:block">{printed}</p>
    </>
  );
}

export function SkeletonBar({ className = '' }: { className?: string }) {
  return <span className={`h-3 w-2/3 rounded bg-sunken ${className}`} />;
}
