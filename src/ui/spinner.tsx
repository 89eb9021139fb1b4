/** Turns while something is under way. Hidden from assistive technology: use it next to text. */
export function Spinner() {
  return <span aria-hidden="true" className="spinner inline-block size-[1em] rounded-full border-2 border-line" />;
}
