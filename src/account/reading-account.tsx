import { SkeletonRows } from '../ui/skeleton-rows.tsx';

/** In place of the panels while the long lists of an account are read. */
export function ReadingAccount() {
  return (
    <>
      <p role="status" className="text-muted">
        Reading the long lists of this account…
      </p>
      <SkeletonRows count={8} printed="The account was not read yet." />
    </>
  );
}
