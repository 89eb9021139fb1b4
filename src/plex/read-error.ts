import { errorKind, type RequestPurpose } from './error-kind.ts';
import { isRecord } from './is-record.ts';
import { PlexError } from './plex-error.ts';

type ParsedError = { code?: number | undefined; message?: string | undefined };

/**
 * Reads a failed answer. plex.tv's errors come as JSON, as XML (two forms), as HTML or as nothing: in that order, then
 * the HTTP status decides. A 4xx that is neither JSON nor XML is not plex.tv's: a proxy's, or of a host without relay.
 */
export function readError(purpose: RequestPurpose, response: Response, body: string, secrets: string[]): PlexError {
  const parsed = readJsonError(body) ?? readXmlError(body);
  const { code, message } = parsed ?? {};
  const kind = errorKind(purpose, response.status, code);
  const isForeign = (kind === 'refused' || kind === 'pinExpired') && !parsed && body.trim() !== '';
  return new PlexError(isForeign ? 'notJson' : kind, {
    status: response.status,
    code,
    plexMessage: message && removeSecrets(message, secrets),
    retryAt: readRetryAfter(response.headers.get('Retry-After')),
  });
}

function readJsonError(body: string): ParsedError | undefined {
  try {
    const json: unknown = JSON.parse(body);
    if (!isRecord(json)) return {};
    const first = Array.isArray(json.errors) && isRecord(json.errors[0]) ? json.errors[0] : json;
    return parsedError(first.code, first.message ?? first.error);
  } catch {
    return undefined;
  }
}

/** The page's policy lets nothing be parsed but by this name. As XML, away from the page, nothing in it can run. */
const trusted = globalThis.trustedTypes?.createPolicy('plex-xml', { createHTML: (xml) => xml });

/** `<errors><error code message status/></errors>` or `<Response code status/>`. */
function readXmlError(body: string): ParsedError | undefined {
  const xml = body.trim(); // a blank before the XML declaration would make it no XML
  if (!xml.startsWith('<')) return undefined;
  const parsed = new DOMParser().parseFromString(trusted?.createHTML(xml) ?? xml, 'text/xml');
  // What stands before a fault in the XML is read all the same, and may be anything.
  if (parsed.querySelector('parsererror')) return undefined;
  const element = parsed.querySelector('errors > error, Response');
  if (!element) return undefined;
  return parsedError(element.getAttribute('code'), element.getAttribute('message') ?? element.getAttribute('status'));
}

/** `<Response code="410"/>` carries the HTTP status where plex.tv's own codes, which begin at 1000, would be. */
function parsedError(code: unknown, message: unknown): ParsedError {
  return {
    code: Number(code) >= 1000 && Number(code) <= 9999 ? Number(code) : undefined,
    message: typeof message === 'string' && message !== '' ? message : undefined,
  };
}

function removeSecrets(message: string, secrets: string[]): string {
  const withoutSecrets = secrets.reduce((text, secret) => text.replaceAll(secret, '[hidden]'), message);
  return withoutSecrets.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** Seconds (the first, if sent twice) or an HTTP date. More than a day is taken for a mistake: it would bar the form. */
function readRetryAfter(header: string | null): Date | undefined {
  const seconds = Number.parseInt(header ?? '', 10);
  const date = new Date(Number.isNaN(seconds) ? (header ?? '') : Date.now() + seconds * 1000);
  return date.getTime() < Date.now() + 864e5 ? date : undefined;
}
