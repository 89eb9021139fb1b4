import { type ComponentProps, type ReactNode, useId } from 'react';

type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  error?: string | undefined;
  hint?: string;
  /** A control inside the end of the field, such as a Show button. */
  action?: ReactNode;
};

/** A labelled input. It reserves space for an error, so that the page does not move when one appears. */
export function TextField({ label, error, hint, action, ...input }: TextFieldProps) {
  const id = useId();
  const descriptionIds = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptionIds || undefined}
          className={`min-h-12 w-full rounded-lg border border-edge bg-surface ps-3 ${action ? 'pe-20' : 'pe-3'} aria-invalid:border-bad`}
          {...input}
        />
        {action && <div className="absolute inset-y-0 end-3 grid place-items-center">{action}</div>}
      </div>
      <p id={`${id}-error`} className="min-h-[1.4em] text-fine text-bad">
        {error}
      </p>
    </div>
  );
}
