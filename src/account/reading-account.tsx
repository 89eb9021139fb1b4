import { useLayoutEffect } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';

/** In place of the panels while the long lists of an account are read. */
export function ReadingAccount() {
  // Only now the section in the address is on the page.
  useLayoutEffect(() => () => queueMicrotask(focusSection), []);
  return (
    <div className="@container">
      <p role="status" className="pb-3 text-muted">
        Opening the rest of your account…
      </p>
      <SkeletonRows count={8} printed="The rest of the account was not open yet." />
    </div>
  );
}

/** Moves the focus from the heading of the page to that of the section in the address. */
function focusSection() {
  const section = document.getElementById(sectionInFragment());
  if (document.activeElement?.localName === 'h1') section?.querySelector<HTMLElement>('h2, h3')?.focus();
}
