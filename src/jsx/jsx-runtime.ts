import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { separateTexts } from './separate-texts.ts';

export type { JSX } from 'react/jsx-runtime';

export const Fragment: typeof react.Fragment = react.Fragment;

/** React's `jsx`, safe for pages that a browser translates. */
export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  return react.jsx(type, separateTexts(type, props), key);
}

/** React's `jsxs`, safe for pages that a browser translates. */
export function jsxs(type: ElementType, props: object, key?: Key): ReactElement {
  return react.jsxs(type, separateTexts(type, props), key);
}
