import { ArrowUpRight } from 'lucide';
import { Icon } from './icon.tsx';

export const linkLooks = {
  text: 'underline decoration-edge underline-offset-4 hover:decoration-current',
  button:
    'inline-flex min-h-9 items-center gap-1 rounded-lg border border-edge bg-surface px-3 font-semibold hover:border-current pointer-coarse:min-h-11',
};

type ExternalLinkProps = { href: string; look?: keyof typeof linkLooks; children: string };

/** A link to another site, which opens in a new tab and gets no referrer. */
export function ExternalLink({ href, look = 'text', children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={linkLooks[look]}>
      {/* The space keeps the arrow on the line of the last word. */}
      {`${children}\u00a0`}
      <Icon node={ArrowUpRight} className="rtl:-scale-x-100" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
