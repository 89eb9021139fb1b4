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
          <label key={option} className="relative flex border-edge not-first:border-s">
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => onChoose(option)}
              className="peer absolute inset-0 cursor-pointer opacity-0"
            />
            <span className="flex min-h-9 items-center bg-sunken px-4 text-muted peer-checked:bg-surface peer-checked:font-semibold peer-checked:text-text peer-checked:shadow-[inset_0_-2px_0_var(--color-text)] peer-focus-visible:outline-3 peer-focus-visible:-outline-offset-3 peer-focus-visible:outline-focus max-sm:px-2.5 max-sm:text-fine pointer-coarse:min-h-11">
              {options[option]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
