/** The roles that the journeys ask for. */
export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'region'
  | 'searchbox'
  | 'textbox';

/**
 * Runs in the page of any engine: WebDriver cannot find by role. Returns the first visible element with the role whose
 * name begins with `name`.
 */
export function findElement(role: Role, name: string): Element | null {
  const selectors: Record<Role, string> = {
    alert: '[role=alert]',
    button: 'button, summary',
    checkbox: 'input[type=checkbox]',
    combobox: 'select, [role=combobox]',
    dialog: 'dialog[open]',
    heading: 'h1, h2, h3',
    link: 'a[href]',
    region: 'section',
    searchbox: 'input[type=search]',
    textbox: 'input:not([type=checkbox], [type=radio], [type=search], [type=hidden])',
  };
  const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) => {
    const labelledBy = element.getAttribute('aria-labelledby');
    const label = 'labels' in element ? (element.labels as NodeList | null)?.[0] : undefined;
    return (
      element.getAttribute('aria-label') ??
      textOf(labelledBy ? document.getElementById(labelledBy) : undefined) ??
      textOf(label as Element | undefined) ??
      textOf(element) ??
      ''
    );
  };
  const isVisible = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  const candidates = [...document.querySelectorAll(selectors[role])];
  return candidates.find((element) => isVisible(element) && nameOf(element).startsWith(name)) ?? null;
}
