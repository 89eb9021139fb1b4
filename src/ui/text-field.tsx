import { type ComponentProps, type ReactNode, useId } from 'react';

type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  error?: string | undefined;
  hint?: string;
  /** A control inside the end of the field, such as a Show button. */
  action?: ReactNode;
};

/** A labelled input. An error takes the place of the hint, and a short one fits into the gap below the field. */
export function TextField({ label, error, hint, action, className = '', ...input }: TextFieldProps) {
  const id = useId();
  const descriptionIds = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid">
      <label htmlFor={id} className="pb-2 font-semibold">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptionIds || undefined}
          className={`min-h-11 w-full rounded-lg border border-edge bg-surface ps-3 sm:min-h-12 ${action ? 'pe-20' : 'pe-3'} aria-invalid:border-bad ${className}`}
          {...input}
        />
        {action && <div className="absolute inset-y-0 end-3 grid place-items-center">{action}</div>}
      </div>
      <div className="grid text-fine *:col-start-1 *:row-start-1">
        {hint && (
          <p id={`${id}-hint`} className={`pt-2 text-muted ${error ? 'invisible' : ''}`}>
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className={`-mb-4.5 text-bad ${hint ? 'pt-2' : 'pt-1'}`}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
