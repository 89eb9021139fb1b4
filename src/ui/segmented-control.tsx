import { useId } from 'react';

type SegmentedControlProps<Option extends string> = {
  legend: string;
  /** The label of each option. */
  options: Readonly<Record<Option, string>>;
  chosen: Option;
  onChoose: (option: Option) => void;
};

/** Radio buttons that look like parts of one button. */
export function SegmentedControl<Option extends string>(props: SegmentedControlProps<Option>) {
  const { legend, options, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="inline-flex flex-wrap overflow-clip rounded-lg border border-edge">
        {(Object.keys(options) as Option[]).map((option) => (
          <label
            key={option}
            className="relative flex min-h-9 items-center border-edge bg-sunken px-4 text-muted max-sm:px-2.5 max-sm:text-fine not-first:border-s has-checked:bg-surface has-checked:font-semibold has-checked:text-text has-checked:shadow-[inset_0_-2px_0_var(--color-text)] has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => onChoose(option)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {options[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
