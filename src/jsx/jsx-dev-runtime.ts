import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-dev-runtime';
import { separateTexts } from './separate-texts.ts';

export type { JSX } from 'react/jsx-dev-runtime';

export const Fragment: typeof react.Fragment = react.Fragment;

/** React's `jsxDEV`, safe for pages that a browser translates. */
export function jsxDEV(
  type: ElementType,
  props: { children?: unknown },
  key: Key | undefined,
  isStatic: boolean,
  ...debugging: [source?: react.JSXSource, self?: unknown]
): ReactElement {
  const separated: { children?: unknown } = separateTexts(type, props);
  return react.jsxDEV(type, separated, key, isStatic && Array.isArray(separated.children), ...debugging);
}
