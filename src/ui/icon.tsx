import { Check, type IconNode, Info, TriangleAlert, X } from 'lucide';
import { createElement } from 'react';

/** Draws one icon of the library; always beside a word or on a named control, so hidden from assistive technology. */
export function Icon({ node }: { node: IconNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="inline-block size-[1.125em] shrink-0"
    >
      {node.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}

const marks = { good: Check, warn: TriangleAlert, bad: X, quiet: Info };

export type Tone = keyof typeof marks;

/** The colour of words in a tone. */
export const toneText: Record<Tone, string> = { good: 'text-good', warn: 'text-warn', bad: 'text-bad', quiet: '' };

/** A tone's mark. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return <Icon node={marks[tone]} />;
}
