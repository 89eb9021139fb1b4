/** The text that stands for a secret. */
export const hiddenText = '[hidden]';

// Browser consoles print #private fields, so the values are kept here.
const values = new WeakMap<Secret, string>();

/**
 * A value that must not be shown by accident: a token, a hash, a private address. Its string, JSON and console forms
 * are `[hidden]`. It is not a `ReactNode`, so React code cannot render it. Only `reveal()` returns the value.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
  }

  reveal(): string {
    return values.get(this) ?? '';
  }

  toString(): string {
    return hiddenText;
  }

  toJSON(): string {
    return hiddenText;
  }

  /** The text that Node's `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return hiddenText;
  }
}
