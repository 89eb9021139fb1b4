import { Badge } from '../ui/badge.tsx';
import { useCurrentSection } from '../ui/use-current-section.ts';
import type { SectionMark } from './section-marks.ts';

type SectionListProps = {
  sections: readonly { id: string; title: string }[];
  /** The same at every call, so that the page is observed once. */
  ids: readonly string[];
  marks: Record<string, SectionMark | undefined>;
};

/** A list at the side where there is room, else a bar that scrolls sideways. It follows the reading. */
export function SectionList({ sections, ids, marks }: SectionListProps) {
  const current = useCurrentSection(ids);
  return (
    <nav aria-label="Sections" className="lg:sticky lg:top-20 lg:self-start print:hidden">
      <ul className="flex gap-1 overflow-x-auto pb-4 whitespace-nowrap lg:grid lg:grid-cols-[minmax(0,1fr)]">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className="flex items-center justify-between gap-2 rounded-lg border-l-4 border-transparent px-3 py-2 text-muted hover:bg-sunken hover:text-text aria-[current]:border-accent aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-text"
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
  return (
    <span className="hidden text-fine lg:inline">
      {mark.tone ? <Badge tone={mark.tone} text={mark.text} /> : mark.text}
    </span>
  );
}
