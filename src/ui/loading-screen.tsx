import type { ReactNode } from 'react';

/** A skeleton of the account page. It appears after a short delay, so that a fast load does not flash. */
export function LoadingScreen({ children }: { children?: ReactNode }) {
  return (
    <main aria-busy="true" className="animate-arrive mx-auto max-w-6xl px-4 py-16 lg:pl-72">
      <p role="status" className="sr-only">
        Opening your account…
      </p>
      {children}
      <div aria-hidden="true" className="grid gap-8">
        <div className="flex items-center gap-4">
          <SkeletonBlock className="size-20" />
          <div className="grid flex-1 gap-3">
            <SkeletonBlock className="h-6 max-w-72" />
            <SkeletonBlock className="h-6 max-w-md" />
          </div>
        </div>
        <SkeletonBlock className="h-40" />
        <SkeletonBlock className="h-6 max-w-md" />
        <SkeletonBlock className="h-40" />
      </div>
    </main>
  );
}

function SkeletonBlock({ className }: { className: string }) {
  return <div className={`rounded-lg bg-sunken ${className}`} />;
}
