import { ChevronDown } from 'lucide';
import { useMemo } from 'react';
import { Icon, ToneIcon, toneText } from '../ui/icon.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useCurrentSection } from '../ui/use-current-section.ts';
import { useScreenSize } from '../ui/use-screen-size.ts';
import { FindButton, FindButtonInSheet, type FindButtonProps } from './find-button.tsx';
import type { SectionMark } from './section-marks.ts';

type SectionListProps = {
  sections: readonly { id: string; title: string }[];
  /** The same array in every render, so that the page is observed only once. */
  ids: readonly string[];
  /** Computes the marks, when the list is drawn. */
  marks?: (() => Record<string, SectionMark | undefined>) | undefined;
  /** Whether the account is painted. The links on a wide screen follow then. */
  isPainted: boolean;
} & FindButtonProps;

/** A list at the side on wide screens, else a bar that names the section in view and opens the list. */
export function SectionList(props: SectionListProps) {
  const { sections, ids, marks, isPainted, hasShortcut, onFind } = props;
  const current = useCurrentSection(ids);
  const size = useScreenSize();
  const place = Math.max(0, ids.indexOf(current ?? ''));
  const links = <Links sections={sections} current={current} marks={marks} />;
  if (size === 'wide') {
    return (
      <nav aria-label="Sections" className="sticky top-22 self-start print:hidden">
        <div className="pb-3">
          <FindButton hasShortcut={hasShortcut} onFind={onFind} />
        </div>
        {/* The links have a column of their own, so nothing moves when they appear. Without them, the account is painted sooner. */}
        {isPainted && links}
      </nav>
    );
  }
  return (
    <nav
      aria-label="Sections"
      className="sticky top-0 z-10 -mx-4 flex items-center justify-between gap-1 border-b border-line bg-ground px-4 sm:-mx-6 sm:px-6 print:hidden"
    >
      <span className="-mb-px min-w-0 border-b-2 border-accent">
        <Sheet
          label="Sections"
          align="start"
          buttonClassName="-mx-2 min-h-12 max-w-[calc(100%+1rem)]"
          button={
            <>
              <span className="truncate font-semibold">{sections[place]?.title}</span>
              <span className="text-fine text-muted">
                {place + 1} of {ids.length}
              </span>
              <Icon node={ChevronDown} />
            </>
          }
        >
          {size === 'narrow' && <FindButtonInSheet onFind={onFind} />}
          {links}
        </Sheet>
      </span>
      <FindButton hasShortcut={hasShortcut} onFind={onFind} />
    </nav>
  );
}

type LinksProps = Pick<SectionListProps, 'sections' | 'marks'> & { current: string | undefined };

function Links({ sections, current, marks }: LinksProps) {
  // The list is also drawn when another section comes into view.
  const markOf = useMemo(() => marks?.(), [marks]);
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? 'location' : undefined}
            className="flex min-h-8.5 items-center whitespace-nowrap justify-between gap-2 rounded-lg border-s-3 border-transparent px-2 text-muted hover:bg-sunken hover:text-text aria-[current]:border-accent aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-text max-lg:min-h-11 max-lg:text-text"
          >
            {title} <Mark mark={markOf?.[id]} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Mark({ mark }: { mark: SectionMark | undefined }) {
  if (!mark) return null;
  const { tone = 'quiet', text, isWaiting } = mark;
  if (isWaiting) {
    return (
      <span className="animate-arrive text-fine font-normal">
        <Spinner />
        <span className="sr-only">{text}</span>
      </span>
    );
  }
  return (
    <span
      className={`inline-flex items-center gap-1 text-fine font-normal ${tone === 'warn' || tone === 'bad' ? toneText[tone] : 'text-muted'}`}
    >
      {(tone === 'warn' || tone === 'bad') && <ToneIcon tone={tone} />}
      {text}
    </span>
  );
}
