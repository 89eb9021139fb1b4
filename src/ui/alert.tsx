import type { ReactNode } from 'react';
import { type Tone, ToneIcon } from './icon.tsx';

const tones: Record<Tone, string> = {
  good: 'bg-good-ground text-good',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
  quiet: 'bg-sunken text-muted',
};

type AlertProps = {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits. Omit it for text that is on the page from the start. */
  role?: 'alert' | 'status';
};

export function Alert({ tone, title, children, role }: AlertProps) {
  return (
    <div role={role} className={`flex gap-3 rounded-lg border-s-4 border-current p-3 ${tones[tone]}`}>
      <span className="mt-1">
        <ToneIcon tone={tone} />
      </span>
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="grid gap-1 text-text">{children}</div>}
      </div>
    </div>
  );
}
