const hidden = '[hidden]';

// Not a #private field: browsers' consoles print those.
const values = new WeakMap<Secret, string>();

/**
 * A value that must not be seen by accident: a token, a hash, a private address.
 * Its string, JSON and console forms are `[hidden]`, and as a class instance it is no `ReactNode`,
 * so only a deliberate `reveal()` lets it out.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
  }

  reveal(): string {
    return values.get(this) ?? '';
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  /** What Node's `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return hidden;
  }
}
