type SectionListProps = { sections: readonly { id: string; title: string }[] };

/** A list at the side where there is room, else a bar that scrolls sideways. */
export function SectionList({ sections }: SectionListProps) {
  return (
    <nav aria-label="Sections" className="lg:sticky lg:top-20 lg:self-start">
      <ul className="flex gap-1 overflow-x-auto pb-4 whitespace-nowrap lg:grid">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="block rounded-lg px-3 py-2 text-muted hover:bg-sunken hover:text-text">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
