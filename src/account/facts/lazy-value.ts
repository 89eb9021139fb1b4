/** A value that is made when it is first used, and kept. */
export function lazyValue<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
