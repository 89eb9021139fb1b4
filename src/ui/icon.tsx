import { Check, type IconNode, Info, TriangleAlert, X } from 'lucide';
import { createElement } from 'react';

/** Hidden from assistive technology: use it next to text or inside a control that has a name. */
export function Icon({ node, className = '' }: { node: IconNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`inline-block size-[1.125em] shrink-0 align-[-0.2em] ${className}`}
    >
      {node.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}

const toneIcons = { good: Check, warn: TriangleAlert, bad: X, quiet: Info };

export type Tone = keyof typeof toneIcons;

/** The text colour of each tone. */
export const toneText: Record<Tone, string> = { good: 'text-good', warn: 'text-warn', bad: 'text-bad', quiet: '' };

export function ToneIcon({ tone }: { tone: Tone }) {
  return <Icon node={toneIcons[tone]} />;
}
