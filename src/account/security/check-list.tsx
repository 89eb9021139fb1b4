import { Badge, type BadgeContent } from '../../ui/badge.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import type { Check } from './checkup.ts';

const verdicts: Record<Check['verdict'], BadgeContent> = {
  attention: { tone: 'warn', text: 'Look at this' },
  good: { tone: 'good', text: 'Good' },
  unknown: { tone: 'quiet', text: 'Not known' },
  'not-applicable': { tone: 'quiet', text: 'Does not apply' },
};

export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul aria-label="Account checkup" className="rounded-xl border border-line bg-surface">
      {checks.map(({ id, title, verdict, why, link }) => (
        <li
          key={id}
          data-fact={`check ${id}`}
          className="grid gap-x-6 gap-y-1 border-t border-line p-4 first:border-t-0 grid-cols-[minmax(0,1fr)_auto] @max-md:grid-cols-1"
        >
          <h3 className="font-semibold">{title}</h3>
          <span className="justify-self-end @max-md:row-start-1 @max-md:justify-self-start">
            <Badge {...verdicts[verdict]} />
          </span>
          <p className="text-muted">{why}</p>
          {link && verdict === 'attention' && (
            <p className="text-right @max-md:text-left">
              <ExternalLink href={link.href}>{link.text}</ExternalLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
