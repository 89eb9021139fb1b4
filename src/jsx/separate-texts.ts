import type { ReactNode } from 'react';
import { Fragment, jsx } from 'react/jsx-runtime';

/*
 * Page translators, such as those of Chrome and Edge, put every text node into <font> elements of their own. React then
 * fails to insert or remove a node next to a text node that has moved (facebook/react#11538), and a text that it updates
 * may no longer be on the page. So every text is the only child of an element: React keeps no text node then, and sets
 * the text of the element. Our JSX runtime does this for the whole app, so that no component can forget it.
 */

type Props = { children?: ReactNode; [name: string]: unknown };

/** The props of an element, with each text beside other children in a `<span>` of its own. */
export function separateTexts(type: unknown, props: object): object {
  const { children } = props as Props;
  if (typeof type !== 'string' && type !== Fragment) return props;
  if (Array.isArray(children)) return { ...props, children: separated(children, type !== Fragment) };
  return type === Fragment && isText(children) ? { ...props, children: textElement(children, 'text') } : props;
}

function separated(children: readonly ReactNode[], mayBeText: boolean): ReactNode {
  if (mayBeText && children.every((child) => isText(child) || isNothing(child))) return joined(children);
  return children.map((child, index) => {
    if (Array.isArray(child)) return child.some(isTextInside) ? separated(child, false) : child;
    if (!isText(child)) return child;
    // Neighbouring texts share an element. All others keep their index, because React compares children by index.
    if (isText(children[index - 1])) return null;
    const end = children.findIndex((other, place) => place > index && !isText(other));
    return textElement(joined(children.slice(index, end < 0 ? undefined : end)), `text ${index}`);
  });
}

function isTextInside(child: ReactNode): boolean {
  return Array.isArray(child) ? child.some(isTextInside) : isText(child);
}

function isText(child: ReactNode): child is string | number | bigint {
  return typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint';
}

function isNothing(child: ReactNode): boolean {
  return child === null || child === undefined || typeof child === 'boolean';
}

function joined(texts: readonly ReactNode[]): string {
  return texts.filter(isText).join('');
}

function textElement(text: ReactNode, key: string): ReactNode {
  if (text === '') return null;
  // In a flex container, an element with only a space would add a gap.
  const isBlank = String(text).trim() === '';
  return jsx('span', { children: text, ...(isBlank && { className: 'contents' }) }, key);
}
