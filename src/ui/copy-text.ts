/**
 * Copies a text to the clipboard. Also works over plain http, where `navigator.clipboard` is missing.
 *
 * @returns whether the text was copied.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // An open dialog makes the rest of the page inert, so the text must be selected inside it.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.focus(); // Some browsers only copy from the focused element.
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
