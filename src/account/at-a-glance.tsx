import type { Account } from '../plex/account.ts';
import { ToneIcon, toneText } from '../ui/icon.tsx';
import { glanceItems } from './glance-items.ts';

/** Six short answers; each links to its panel. */
export function AtAGlance({ account, now }: { account: Account; now: Date }) {
  return (
    <dl
      aria-label="At a glance"
      className="mb-8 grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-3"
    >
      {glanceItems(account, now).map(({ question, answer, tone = 'quiet', sectionId }) => (
        <div key={question} className="min-w-0 bg-surface px-4 py-3">
          <dt className="text-fine text-muted">{question}</dt>
          <dd className={`font-semibold ${toneText[tone]}`}>
            <a href={`#${sectionId}`} className="flex items-baseline gap-1.5 hover:underline">
              {tone !== 'quiet' && (
                <span className="self-center leading-none">
                  <ToneIcon tone={tone} />
                </span>
              )}
              <bdi className="line-clamp-3 min-w-0">{answer}</bdi>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
