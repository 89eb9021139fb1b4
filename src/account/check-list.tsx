import { Badge, type BadgeContent } from '../ui/badge.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import type { Check } from './checkup.ts';

const verdicts: Record<Check['verdict'], BadgeContent> = {
  look: { tone: 'warn', text: 'Look at this' },
  good: { tone: 'good', text: 'Good' },
  unknown: { tone: 'quiet', text: 'Not known' },
  'not-applicable': { tone: 'quiet', text: 'Does not apply' },
};

/** The account checkup: what to look at first, each with a reason. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul aria-label="Account checkup" className="rounded-xl border border-line bg-surface">
      {checks.map(({ id, title, verdict, why, link }) => (
        <li key={id} className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line p-4 first:border-t-0">
          <div className="min-w-56 flex-1">
            <h3 className="font-semibold">{title}</h3>
            <p className="text-muted">{why}</p>
            {link && verdict === 'look' && <ExternalLink href={link.href}>{link.text}</ExternalLink>}
          </div>
          <span>
            <Badge {...verdicts[verdict]} />
          </span>
        </li>
      ))}
    </ul>
  );
}
