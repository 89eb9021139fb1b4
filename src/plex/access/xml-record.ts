import { PlexError } from '../errors/plex-error.ts';
import { parseXml } from '../http/parse-xml.ts';

/** plex.tv's XML is two levels deep. */
const maxDepth = 8;

/** An element: its attributes as text or null, and its children as lists under their names. */
export type XmlRecord = { [name: string]: string | null | XmlRecord[] };

/**
 * Reads XML into plain objects. Text between the elements is ignored, because plex.tv writes all values as attributes. An
 * empty attribute is null: that is how plex.tv writes null in XML.
 *
 * @param body the text of the reply, or undefined when it was empty.
 * @throws PlexError `notJson` (something other than plex.tv answered) when the text is not well-formed XML with this root.
 */
export function readXmlRecord(body: unknown, rootName: string): XmlRecord {
  const root = typeof body === 'string' ? parseXml(body) : undefined;
  if (root?.localName.toLowerCase() !== rootName.toLowerCase()) throw new PlexError('notJson');
  return recordOf(root, 0);
}

function recordOf(element: Element, depth: number): XmlRecord {
  // Without a prototype: `__proto__` is an attribute name like any other.
  const record: XmlRecord = Object.create(null);
  for (const { name, value } of element.attributes) record[name] = value === '' ? null : value;
  if (depth >= maxDepth) return record;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    const siblings = record[child.localName];
    const item = recordOf(child, depth + 1);
    if (Array.isArray(siblings)) siblings.push(item);
    else record[child.localName] = [item];
  }
  return record;
}
