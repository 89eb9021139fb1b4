import { useId } from 'react';

type OptionGroupProps<Option extends string> = {
  legend: string;
  /** `radio` for one option, `checkbox` for any number. */
  type: 'radio' | 'checkbox';
  /** The label of each option. */
  options: Readonly<Record<Option, string>>;
  isChosen: (option: NoInfer<Option>) => boolean;
  onChoose: (option: NoInfer<Option>) => void;
};

export function OptionGroup<Option extends string>(props: OptionGroupProps<Option>) {
  const { legend, type, options, isChosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset>
      <legend className="font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {(Object.keys(options) as Option[]).map((option) => (
          <label key={option} className="flex min-h-9 items-center gap-2">
            <input
              type={type}
              name={name}
              checked={isChosen(option)}
              onChange={() => onChoose(option)}
              className="size-5"
            />
            {options[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
