import { ArrowUpRight } from 'lucide';
import { Icon } from './icon.tsx';

/** How links look. */
export const linkLooks = {
  text: 'underline decoration-edge underline-offset-4 hover:decoration-current',
  button:
    'inline-flex min-h-9 items-center gap-1 rounded-lg border border-edge bg-surface px-3 font-semibold hover:border-current pointer-coarse:min-h-11',
};

type ExternalLinkProps = { href: string; look?: keyof typeof linkLooks; children: string };

/** A link to another site, which opens in a new tab and gets no referrer. */
export function ExternalLink({ href, look = 'text', children }: ExternalLinkProps) {
  // The arrow stays on the line of the last word, unless that is too long for a narrow line.
  const wordStart = children.lastIndexOf(' ') + 1;
  const isShort = children.length - wordStart <= maxKeptLength;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={linkLooks[look]}>
      <span>
        {children.slice(0, wordStart)}
        <span className={isShort ? 'whitespace-nowrap' : ''}>
          {children.slice(wordStart)}
          <Icon node={ArrowUpRight} className="ms-1.5 rtl:-scale-x-100" />
        </span>
      </span>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

const maxKeptLength = 20;
