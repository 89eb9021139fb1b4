const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

function attributeValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return (
    String(value)
      .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, '$1 $2 UTC')
      // Control characters have no place in XML, not even escaped.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
      .replace(/[&<>"\n]/g, (character) => entities[character] ?? character)
  );
}

// A key that is not a name in XML, such as markup, becomes one.
function xmlName(key: string): string {
  return key.replace(/[^\w.-]/g, '_').replace(/^(?=[\d.-])/, '_');
}

/**
 * Writes a value in plex.tv's XML: scalars are attributes (true is 1, null is empty, times are `2024-03-24 05:13:37
 * UTC`), objects and lists are children, a scalar in a list is the `id` of its element. Known from an XML sign-in
 * seen in 2024.
 */
export function xmlElement(key: string, value: unknown): string {
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
  const children = entries.filter(([, entry]) => isChild(entry)).map(([k, v]) => xmlElement(k, v));
  const start = `<${name}${attributes.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}
