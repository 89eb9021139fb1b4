import { Check as CheckIcon, type IconNode, Info, Minus, TriangleAlert } from 'lucide';
import { ExternalLink, linkLooks } from '../../ui/external-link.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SkeletonBar } from '../../ui/skeleton-rows.tsx';
import type { Check } from './checkup.ts';

type ChecksProps = { checks: readonly Check[] };

/** The checks that need action, with the reason and a link. */
export function ChecksToDo({ checks }: ChecksProps) {
  if (checks.length === 0) return null;
  return (
    <ul aria-label="To look at" className="rounded-xl border border-line bg-surface">
      {checks.map((check, index) => (
        <li
          key={check.id}
          data-fact={`check ${check.id}`}
          className="border-t border-line px-4 first:border-t-0 [&>.fold]:border-t-0"
        >
          {index < openCount ? <OpenCheck {...check} /> : <FoldedCheck {...check} />}
        </li>
      ))}
    </ul>
  );
}

/** The answer of the panel also names two. Further checks open with a click. */
const openCount = 2;

function OpenCheck({ title, why, isPersonal, link }: Check) {
  return (
    <div className="flex items-center gap-x-4 gap-y-2 py-4 max-sm:flex-wrap">
      <span className="self-start text-warn">
        <Icon node={TriangleAlert} />
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold">{title}</h3>
        <Why {...{ why, isPersonal }} />
      </div>
      {link && (
        <p className="print:hidden shrink-0 max-sm:w-full max-sm:ps-8">
          <CheckLink {...link} />
        </p>
      )}
    </div>
  );
}

function FoldedCheck({ title, why, isPersonal, link }: Check) {
  return (
    <Fold
      title={
        <span className="flex gap-4 font-semibold">
          <span className="text-warn">
            <Icon node={TriangleAlert} />
          </span>
          {title}
        </span>
      }
    >
      <div className="ps-8">
        <Why {...{ why, isPersonal }} />
      </div>
      {link && (
        <p className="ps-8 print:hidden">
          <CheckLink {...link} />
        </p>
      )}
    </Fold>
  );
}

/** To a page at plex.tv, or to a section of this page. */
function CheckLink({ href, text }: NonNullable<Check['link']>) {
  if (!href.startsWith('#')) {
    return (
      <ExternalLink href={href} look="button">
        {text}
      </ExternalLink>
    );
  }
  return (
    <a href={href} className={linkLooks.button}>
      {text}
    </a>
  );
}

const marks: Record<Exclude<Check['verdict'], 'attention'>, { node: IconNode; word: string; look: string }> = {
  good: { node: CheckIcon, word: 'Good', look: 'text-good' },
  information: { node: Info, word: 'For information', look: 'text-muted' },
  unknown: { node: Info, word: 'Not known', look: 'text-muted' },
  'not-applicable': { node: Minus, word: 'Does not apply', look: 'text-muted' },
};

type OtherChecksProps = ChecksProps & {
  /** How many checks wait for plex.tv. Grey lines keep their places. */
  waitingCount: number;
};

/** The checks that need no action, one line each. */
export function OtherChecks({ checks, waitingCount }: OtherChecksProps) {
  if (checks.length + waitingCount === 0) return null;
  return (
    <ul aria-label="Other checks" className="grid gap-x-8 gap-y-2 @2xl:grid-cols-2">
      {checks.map(({ id, title, verdict }) => {
        const { node, word, look } = marks[verdict === 'attention' ? 'unknown' : verdict];
        return (
          <li key={id} data-fact={`check ${id}`} className="flex min-w-0 gap-2.5">
            <span className={look}>
              <Icon node={node} />
              <span className="sr-only">{word}: </span>
            </span>
            <span className={verdict === 'good' ? '' : 'text-muted'}>{title}</span>
          </li>
        );
      })}
      {Array.from({ length: waitingCount }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grey line has no identity
        <li key={line} aria-hidden="true" className="flex min-h-5.5 animate-arrive items-center print:hidden">
          <SkeletonBar />
        </li>
      ))}
    </ul>
  );
}

export function CheckReasons({ checks }: ChecksProps) {
  return (
    <ul className="grid gap-x-8 gap-y-3 @2xl:grid-cols-2">
      {checks.map(({ id, title, why, isPersonal }) => (
        <li key={id} data-fact={`why ${id}`}>
          <p className="font-semibold">{title}</p>
          <Why {...{ why, isPersonal }} />
        </li>
      ))}
    </ul>
  );
}

function Why({ why, isPersonal = false }: { why: string; isPersonal?: boolean | undefined }) {
  return <p className={`text-muted ${isPersonal ? 'personal' : ''}`}>{why}</p>;
}
