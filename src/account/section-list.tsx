import { Search } from 'lucide';
import { Icon, ToneIcon, toneText } from '../ui/icon.tsx';
import { useCurrentSection } from '../ui/use-current-section.ts';
import type { SectionMark } from './section-marks.ts';

type SectionListProps = {
  sections: readonly { id: string; title: string }[];
  /** The same array in every render, so that the page is observed only once. */
  ids: readonly string[];
  /** Whether all sections are drawn, not only the first. */
  isFullyDrawn: boolean;
  marks: Record<string, SectionMark | undefined>;
  hasShortcut: boolean;
  onFind: () => void;
};

/** A list at the side on wide screens, else a bar that scrolls sideways. It marks the section in view. */
export function SectionList({ sections, ids, isFullyDrawn, marks, hasShortcut, onFind }: SectionListProps) {
  const current = useCurrentSection(ids, isFullyDrawn);
  return (
    <nav
      aria-label="Sections"
      className="-mx-4 bg-ground max-lg:sticky max-lg:top-0 max-lg:z-10 max-lg:border-b max-lg:border-line lg:sticky lg:top-20 lg:mx-0 lg:self-start print:hidden"
    >
      <ul className="flex gap-1 overflow-x-auto px-4 whitespace-nowrap lg:grid lg:grid-cols-[minmax(0,1fr)] lg:px-0">
        <li className="lg:pb-3">
          <button
            type="button"
            data-opens-find=""
            aria-haspopup="dialog"
            aria-keyshortcuts={hasShortcut ? '/' : undefined}
            aria-label="Find anything"
            className="flex min-h-11 w-full items-center gap-2 px-2 text-muted hover:text-text lg:min-h-9 lg:rounded-lg lg:border lg:border-edge lg:bg-surface lg:px-3"
            onClick={onFind}
          >
            <Icon node={Search} />
            <span className="mr-auto max-lg:hidden">Find anything</span>
            {hasShortcut && (
              <kbd className="rounded border border-line px-1.5 text-fine max-lg:hidden pointer-coarse:hidden">/</kbd>
            )}
          </button>
        </li>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className="flex min-h-11 items-center justify-between gap-2 border-b-2 border-transparent px-3 text-muted hover:text-text aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-text lg:min-h-9 lg:rounded-lg lg:border-b-0 lg:border-l-4 lg:hover:bg-sunken lg:aria-[current]:bg-sunken"
            >
              {title}
              <Mark mark={marks[id]} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Mark({ mark }: { mark: SectionMark | undefined }) {
  if (!mark) return null;
  const { tone = 'quiet', text } = mark;
  return (
    <span className={`hidden items-center gap-1 text-fine lg:inline-flex ${toneText[tone]}`}>
      {tone !== 'quiet' && <ToneIcon tone={tone} />}
      {text}
    </span>
  );
}
