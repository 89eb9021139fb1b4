import { type AccountSources, sourceNames } from '../../plex/access/sources.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { sourcePath } from '../facts/source-path.ts';
import { hide, type Redaction, type Shareable } from './redact-account.ts';
import { type Kind, sourceShapes } from './source-shapes.ts';

/** The redacted data of each source, by its path at plex.tv. Values of unknown keys are left out and counted. */
export function redactSources(sources: AccountSources, redaction: Redaction): { [key: string]: Shareable } {
  const entries = sourceNames.flatMap((name): [string, Shareable][] => {
    const source = sources[name];
    if (source.state !== 'ready') return [];
    for (let count = source.unknownFields.length; count > 0; count -= 1) hide('unknown', redaction);
    return [[sourcePath(name, '').replace(/\/$/, ''), redactPart(source.data, sourceShapes[name], redaction)]];
  });
  return Object.fromEntries(entries);
}

function redactPart(value: unknown, shape: Kind | object, redaction: Redaction): Shareable {
  if (Array.isArray(value)) return value.map((item) => redactPart(item, shape, redaction));
  if (typeof shape === 'string') return redactValue(value, shape as Kind, redaction);
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).map(([key, inside]): [string, Shareable] => {
    const kind = Object.hasOwn(shape, key) ? (shape as Record<string, Kind | object>)[key] : undefined;
    return [key, kind === undefined ? hide('unknown', redaction) : redactPart(inside, kind, redaction)];
  });
  return Object.fromEntries(entries);
}

function redactValue(value: unknown, kind: Kind, redaction: Redaction): Shareable {
  const { shown, sensitiveDataIn } = redaction;
  if (value instanceof Secret) return hide('secret', redaction);
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return value ?? null;
  if (kind !== 'plain' && !shown.has(kind)) return hide(kind, redaction);
  const text = value instanceof Date ? value.toISOString() : value;
  if (typeof text !== 'string' && typeof text !== 'number') return hide('unknown', redaction);
  const found = sensitiveDataIn(String(text)).find((item) => item === 'secret' || !(item === kind || shown.has(item)));
  // A known date may look like any other data. The data of a shown person may include an e-mail address.
  const isExempt = found !== 'secret' && (kind === 'dates' || (kind === 'people' && found === 'email'));
  return found && !isExempt ? hide(found, redaction) : text;
}
