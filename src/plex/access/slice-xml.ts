/**
 * Splits the XML of a long list into documents with the same root, so that the browser can draw between two of them. The
 * first has the attributes of the root.
 *
 * If every document is well-formed, together they have the items of the whole list. A cut is wrong only inside a comment,
 * CDATA or an instruction, and then the document is not well-formed.
 *
 * @param itemName the name of the elements in the list.
 * @param maxItems the number of elements in each document.
 */
export function sliceXml(xml: string, rootName: string, itemName: string, maxItems: number): string[] {
  const start = `<${itemName} `;
  const cuts = [0];
  let count = 0;
  for (let index = xml.indexOf(start); index >= 0; index = xml.indexOf(start, index + 1)) {
    if (count > 0 && count % maxItems === 0) cuts.push(index);
    count += 1;
  }
  const lastCut = cuts.length - 1;
  return cuts.map((cut, index) => {
    const part = xml.slice(cut, cuts[index + 1]);
    return `${index === 0 ? '' : `<${rootName}>`}${part}${index === lastCut ? '' : `</${rootName}>`}`;
  });
}
