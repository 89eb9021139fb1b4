/** The content security policy allows one policy of this name. A text that is parsed as XML cannot run a script. */
let trustedXml: { createHTML(text: string): string } | undefined;

/**
 * Parses the XML of plex.tv with the platform's parser. A text with a DTD is refused: plex.tv sends none, and a DTD can
 * define entities that grow without limit.
 *
 * @returns the root element, or undefined when the text is not well-formed XML.
 */
export function parseXml(text: string): Element | undefined {
  const xml = text.trim(); // XML must not begin with white space.
  if (!xml.startsWith('<') || xml.includes('<!DOCTYPE')) return undefined;
  trustedXml ??= globalThis.trustedTypes?.createPolicy('plex-xml', { createHTML: (html) => html });
  const tree = new DOMParser().parseFromString(trustedXml?.createHTML(xml) ?? xml, 'text/xml');
  // The parser also returns the elements before a syntax error, which can be anything.
  return tree.querySelector('parsererror') ? undefined : tree.documentElement;
}
