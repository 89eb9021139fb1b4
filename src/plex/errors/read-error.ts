import { isRecord } from '../http/is-record.ts';
import { parseXml } from '../http/parse-xml.ts';
import { secretFinder } from '../secrets/secret-finder.ts';
import { errorKind, type RequestPurpose } from './error-kind.ts';
import { PlexError } from './plex-error.ts';

type ParsedError = { code?: number | undefined; message?: string | undefined };

/**
 * Turns a failed response into a `PlexError`. plex.tv sends errors as JSON, as XML in two forms, as HTML or without a
 * body. The code in JSON or XML decides the kind, otherwise the HTTP status does. A 4xx in any other format is not from
 * plex.tv: a proxy sent it, or a web server without the relay (`notJson`).
 *
 * @param body the text of the response.
 * @param secrets texts of the request to remove from plex.tv's message. A message from which they cannot be removed
 * safely is left out.
 */
export function readError(purpose: RequestPurpose, response: Response, body: string, secrets: string[]): PlexError {
  const parsed = readJsonError(body) ?? readXmlError(body);
  const { code, message } = parsed ?? {};
  const kind = errorKind(purpose, response.status, code);
  const isForeign = (kind === 'refused' || kind === 'pinExpired') && !parsed && body.trim() !== '';
  return new PlexError(isForeign ? 'notJson' : kind, {
    status: response.status,
    code,
    plexMessage: message && quotable(message, secrets),
    retryAt: readRetryAfter(response.headers.get('Retry-After')),
  });
}

/** The message in a JSON error of the relay, which has the format of plex.tv's. It repeats nothing of the request. */
export function readErrorMessage(body: string): string | undefined {
  return readJsonError(body)?.message?.slice(0, 300);
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

/** `<errors><error code message status/></errors>` or `<Response code status/>`. */
function readXmlError(body: string): ParsedError | undefined {
  const root = parseXml(body);
  const element = root?.matches('Response') ? root : root?.querySelector('errors > error, Response');
  if (!element) return undefined;
  return parsedError(element.getAttribute('code'), element.getAttribute('message') ?? element.getAttribute('status'));
}

/** plex.tv's own codes start at 1000. `<Response code="410"/>` holds the HTTP status instead. */
function parsedError(code: unknown, message: unknown): ParsedError {
  return {
    code: Number(code) >= 1000 && Number(code) <= 9999 ? Number(code) : undefined,
    message: typeof message === 'string' && message !== '' ? message : undefined,
  };
}

function quotable(message: string, secrets: string[]): string | undefined {
  return secretFinder(secrets).remove(message)?.replace(/\s+/g, ' ').trim().slice(0, 300) || undefined;
}

/** Seconds (the first, if sent twice) or an HTTP date. More than a day would block the form, so it is ignored. */
export function readRetryAfter(header: string | null): Date | undefined {
  const seconds = Number.parseInt(header ?? '', 10);
  const date = new Date(Number.isNaN(seconds) ? (header ?? '') : Date.now() + seconds * 1000);
  return date.getTime() < Date.now() + 864e5 ? date : undefined;
}
