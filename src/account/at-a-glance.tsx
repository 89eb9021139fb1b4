import { ChevronRight } from 'lucide';
import { memo } from 'react';
import type { AccountSources } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import { Icon, ToneIcon, toneText } from '../ui/icon.tsx';
import { glanceItems } from './glance-items.ts';

type AtAGlanceProps = { account: Account; sources: AccountSources; now: Date };

/** Four short answers. Each is a link to its panel. */
export const AtAGlance = memo(function AtAGlance({ account, sources, now }: AtAGlanceProps) {
  return (
    <ul
      aria-label="At a glance"
      className="glance mb-1 grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-4"
    >
      {glanceItems(account, sources, now).map(
        ({ title, answer, detail, isPersonal, tone = 'quiet', isWaiting, targetId }) => (
          <li key={title} className="grid min-w-0 bg-surface">
            <a
              href={`#${targetId}`}
              className="flex flex-col gap-0.5 px-3.5 py-3 hover:bg-sunken focus-visible:-outline-offset-3"
            >
              <span className={`flex items-center gap-1.5 text-fine ${toneText[tone]}`}>
                {tone !== 'quiet' && <ToneIcon tone={tone} />}
                <span className="flex-1 text-muted">{title}</span>
                <span className="glance-chevron text-muted rtl:-scale-x-100">
                  <Icon node={ChevronRight} />
                </span>
              </span>{' '}
              <span
                className={`line-clamp-3 font-semibold ${isWaiting ? 'animate-arrive text-muted' : toneText[tone]}`}
              >
                <bdi>{answer}</bdi>
              </span>{' '}
              <span aria-hidden={detail ? undefined : true} className="line-clamp-3 text-fine text-muted">
                {/* A blank keeps the height of the tile, so that the page does not move when the answer comes. */}
                <bdi className={isPersonal ? 'personal' : undefined}>{detail ?? '\u00a0'}</bdi>
              </span>
            </a>
          </li>
        ),
      )}
    </ul>
  );
});
