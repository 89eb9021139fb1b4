const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

function attributeValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return (
    String(value)
      .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, '$1 $2 UTC')
      // XML does not allow control characters, not even escaped ones.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern must match them
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
      .replace(/[&<>"\n]/g, (character) => entities[character] ?? character)
  );
}

// Makes a valid XML name of any key.
function xmlName(key: string): string {
  return key.replace(/[^\w.-]/g, '_').replace(/^(?=[\d.-])/, '_');
}

/**
 * Writes a value in the XML format of plex.tv. Scalars become attributes (true is 1, null is empty, times are
 * `2024-03-24 05:13:37 UTC`). Objects and lists become children. A scalar in a list becomes the `id` of an element.
 * Source: an XML sign-in seen in 2024.
 *
 * @param inside further children, already written.
 */
export function xmlElement(key: string, value: unknown, inside: readonly string[] = []): string {
  const name = xmlName(key);
  if (Array.isArray(value)) {
    const items = value.map((item) => xmlElement(name.replace(/s$/, ''), item));
    return `<${name}>${items.join('')}</${name}>`;
  }
  if (typeof value !== 'object' || value === null) return `<${name} id="${attributeValue(value)}"/>`;
  const entries = Object.entries(value);
  const isChild = (entry: unknown) => typeof entry === 'object' && entry !== null;
  const attributes = entries
    .filter(([, entry]) => !isChild(entry))
    .map(([k, v]) => ` ${xmlName(k)}="${attributeValue(v)}"`);
  const children = entries
    .filter(([, entry]) => isChild(entry))
    .map(([k, v]) => xmlElement(k, v))
    .concat(inside);
  const start = `<${name}${attributes.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}
