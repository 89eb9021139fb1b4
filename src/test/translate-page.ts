/**
 * Does what page translators do: puts every text node into two `<font>` elements. They move the text node, or replace it by
 * one with the translation.
 */
export function translatePage(mode: 'move' | 'replace', root: Element = document.body): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('font, style, script, svg')) continue;
    const inner = document.createElement('font');
    const outer = document.createElement('font');
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(mode === 'move' ? text : document.createTextNode(text.data));
  }
}
