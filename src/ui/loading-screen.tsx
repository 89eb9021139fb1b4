import type { ReactNode } from 'react';

/**
 * The shape of the statement, where it will be, with what there is to say of it. Shows nothing for the first moment, so
 * that a fast arrival does not flash.
 */
export function LoadingScreen({ children }: { children?: ReactNode }) {
  return (
    <main aria-busy="true" className="animate-arrive mx-auto max-w-6xl px-4 py-16 lg:pl-72">
      <p role="status" className="sr-only">
        Opening your account…
      </p>
      {children}
      <div aria-hidden="true" className="grid gap-8">
        <div className="flex items-center gap-4">
          <Bone className="size-20" />
          <div className="grid flex-1 gap-3">
            <Bone className="h-6 max-w-72" />
            <Bone className="h-6 max-w-md" />
          </div>
        </div>
        <Bone className="h-40" />
        <Bone className="h-6 max-w-md" />
        <Bone className="h-40" />
      </div>
    </main>
  );
}

function Bone({ className }: { className: string }) {
  return <div className={`rounded-lg bg-sunken ${className}`} />;
}
