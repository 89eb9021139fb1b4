import { Check, CornerDownLeft, Info, Minus } from 'lucide';
import { useEffect, useRef } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { Findable, FindableGroup } from './findable-rows.ts';
import type { FindResult, Part } from './search-findables.ts';
import type { Found } from './use-search.ts';

const icons: Record<FindableGroup, typeof Info> = { facts: Info, features: Check, keys: Minus };

type FindResultListProps = {
  /** The options get the ids `id-0`, `id-1` and so on, through all groups. */
  id: string;
  found: Found;
  /** The index of the option that Enter chooses. */
  active: number;
  onChoose: (findable: Findable) => void;
};

export function FindResultList({ id, found, active, onChoose }: FindResultListProps) {
  const list = useRef<HTMLDivElement>(null);
  let index = -1;

  // Shows the chosen result after an arrow key, and the beginning after another text. In the frame that paints, because
  // scrolling lays out the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text and the choice are the triggers
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (active > 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
      else if (list.current) list.current.scrollTop = 0;
    });
    return () => cancelAnimationFrame(frame);
  }, [found.query, active]);

  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label="Results"
      className="overflow-y-auto overscroll-contain empty:hidden"
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.groups.map(({ title, results }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not hold options
        <div key={title} role="group" aria-label={title}>
          <div aria-hidden="true" className="px-4 pt-3 pb-1 text-fine text-muted">
            {title}
          </div>
          {results.map((result) => {
            index += 1;
            const props = { result, isActive: index === active, id: `${id}-${index}` };
            return <Option key={index} {...props} onChoose={onChoose} />;
          })}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { id: string; result: FindResult; isActive: boolean; onChoose: FindResultListProps['onChoose'] };

function Option({ id, result: { findable, label, text }, isActive, onChoose }: OptionProps) {
  const { group, place, isPersonal, isLabelPersonal, isEmpty } = findable;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={() => onChoose(findable)}
      className="flex min-h-11 cursor-pointer items-center gap-3 px-4 py-1.5 hover:bg-sunken aria-selected:bg-sunken"
    >
      <span className="flex text-muted">
        <Icon node={icons[group]} />
      </span>
      <span className="min-w-0 grow sm:flex sm:items-center sm:gap-3">
        <span className="line-clamp-2 min-w-0 grow">
          {label.length > 0 && (
            <>
              <bdi className={`${group === 'keys' ? 'font-mono text-fine' : ''} ${isLabelPersonal ? 'personal' : ''}`}>
                <Marked parts={label} />
              </bdi>
              {': '}
            </>
          )}
          <bdi className={`${isEmpty ? 'text-muted' : 'font-semibold'} ${isPersonal ? 'personal' : ''}`}>
            <Marked parts={text} />
          </bdi>
        </span>
        <span className="block shrink-0 truncate text-fine text-muted sm:max-w-2/5">in {place}</span>
      </span>
      {isActive && (
        <kbd className="flex rounded border border-line bg-surface p-1 text-muted pointer-coarse:hidden">
          <Icon node={CornerDownLeft} />
        </kbd>
      )}
    </div>
  );
}

const markLook = 'bg-transparent text-inherit underline decoration-accent decoration-2 underline-offset-4';

function Marked({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, isMatch }, index) => {
    const key = `${index} ${text}`;
    return isMatch ? (
      <mark key={key} className={markLook}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
