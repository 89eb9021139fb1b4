import { cleanJson } from './clean-json.ts';
import { cleanXml } from './clean-xml.ts';
import { InvalidReplyError, type PlexTvReply } from './plex-tv-client.ts';

const cleaners = { json: cleanJson, xml: cleanXml };

/**
 * Removes the credentials of other devices and people from a reply: `token` in devices.xml, `accessToken` in resources,
 * `inviteToken` in friends, and everything with such a name. The reply is read strictly and written anew, so that the
 * browser cannot read it in another way than this relay did.
 *
 * @param format the format that plex.tv has for this path; with `none`, only the status of a success passes.
 * @throws InvalidReplyError when a reply cannot be cleaned. 429 and 5xx pass without their body: the status says enough.
 */
export function cleanReply(format: 'json' | 'xml' | 'none', reply: PlexTvReply): PlexTvReply {
  const { status, body, contentType } = reply;
  const empty = { ...reply, contentType: null, body: new Uint8Array() };
  const isSuccess = status >= 200 && status < 300;
  if (body.length === 0 || (isSuccess && format === 'none')) return empty;
  const sent = formatOf(contentType);
  // plex.tv sends errors in either format.
  const text = sent === format || !isSuccess ? decodeUtf8(body) : undefined;
  const cleaned = sent && text !== undefined ? cleaners[sent](text) : undefined;
  if (cleaned !== undefined) {
    const type = `application/${sent}; charset=utf-8`;
    return { ...reply, contentType: type, body: new TextEncoder().encode(cleaned) };
  }
  if (status === 429 || status >= 500) return empty;
  throw new InvalidReplyError(
    'plex.tv answered in a form from which this relay cannot remove the keys of other devices and people.',
  );
}

function formatOf(contentType: string | null): 'json' | 'xml' | undefined {
  const [, format, charset = 'utf-8'] =
    /^(?:application|text)\/(json|xml)(?: *; *charset="?([\w-]+)"?)? *;?$/i.exec(contentType?.trim() ?? '') ?? [];
  if (!format || charset.toLowerCase() !== 'utf-8') return undefined;
  return format.toLowerCase() === 'json' ? 'json' : 'xml';
}

function decodeUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
