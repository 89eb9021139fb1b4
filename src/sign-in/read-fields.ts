import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';

/**
 * Reads the fields of a form into React Hook Form. Call it before `handleSubmit`: password managers can fill in fields
 * without an event.
 */
export function readFields<Fields extends FieldValues>(element: HTMLFormElement, form: UseFormReturn<Fields>): void {
  for (const name of Object.keys(form.getValues())) {
    const field = element.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) continue;
    const value = field.type === 'checkbox' ? field.checked : field.value;
    form.setValue(name as Path<Fields>, value as PathValue<Fields, Path<Fields>>);
  }
}
