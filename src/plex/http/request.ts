import type { RequestPurpose } from '../errors/error-kind.ts';
import { PlexError } from '../errors/plex-error.ts';
import { readError } from '../errors/read-error.ts';
import { readHostError } from '../errors/read-host-error.ts';
import type { Secret } from '../secrets/secret.ts';
import type { PlexClient } from './client.ts';
import { clientHeaders } from './client-headers.ts';

/** Longer than the relay's own limit of 15 seconds, and than the slowest sign-in seen. */
const timeLimitMs = 20_000;

export type Call = {
  purpose: RequestPurpose;
  method: 'GET' | 'POST' | 'DELETE';
  /** The path below `/api/v2`, with its query. */
  path: string;
  /** The path is outside `/api/v2` at plex.tv. The relay serves it below `api/`, like all others. */
  isOutsideApi?: true;
  /** plex.tv answers in XML only. The result is its text. */
  isXml?: true;
  form?: Record<string, string>;
  token?: Secret;
  /** Further secrets of this call, to hide when plex.tv repeats them in its message. */
  secrets?: readonly string[];
  signal?: AbortSignal | undefined;
};

/**
 * Sends one request to plex.tv, once. Callers never see a `Response`.
 *
 * @returns the JSON of a 2xx response, or the text of XML; undefined when the body is empty.
 * @throws PlexError for every failure; the signal's own reason when the caller aborted.
 */
export async function request(client: PlexClient, call: Call): Promise<unknown> {
  call.signal?.throwIfAborted();
  // Not AbortSignal.any, which the oldest supported browsers lack.
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeLimitMs);
  call.signal?.addEventListener('abort', abort);
  try {
    // A race: reading a broken body may never end, not even after an abort.
    const { response, body } = await Promise.race([
      send(client, call, controller.signal),
      rejectWhenAborted(controller.signal),
    ]);
    const error = client.isRelayed ? readHostError(response, body) : undefined;
    if (error) throw error;
    if (response.ok) return call.isXml ? body.trim() || undefined : readJson(body, response.status);
    throw readError(call.purpose, response, body, secretsOf(call));
  } catch (error) {
    if (error instanceof PlexError) throw error;
    call.signal?.throwIfAborted();
    if (controller.signal.aborted) throw new PlexError('timedOut');
    throw new PlexError(navigator.onLine === false ? 'offline' : 'unreachable');
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', abort);
  }
}

async function send(
  client: PlexClient,
  call: Call,
  signal: AbortSignal,
): Promise<{ response: Response; body: string }> {
  const response = await client.fetch(buildRequest(client, call, signal));
  return { response, body: await response.text() };
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** The request for a call, unsent. `signal` takes the place of the call's own. */
export function buildRequest(client: PlexClient, call: Call, signal: AbortSignal): Request {
  const headers = new Headers(clientHeaders(client, navigator.userAgent, navigator.language));
  if (call.isXml) headers.set('Accept', 'application/xml');
  if (call.token) headers.set('X-Plex-Token', call.token.reveal());
  const olderFolder = client.isRelayed ? 'api' : '.';
  return new Request(new URL(`${call.isOutsideApi ? olderFolder : 'api/v2'}${call.path}`, client.base), {
    method: call.method,
    headers,
    body: call.form ? new URLSearchParams(call.form) : null,
    signal,
    cache: 'no-store',
    // A proxy in front may ask for a sign-in of its own. The relay does not forward its cookies and passwords.
    credentials: 'same-origin',
    // A followed redirect would send the token or the password to another address.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    // Let sign-out finish after the page closes.
    keepalive: call.purpose === 'sign-out',
  });
}

function readJson(body: string, status: number): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new PlexError('notJson', { status });
  }
}

/** The secrets of a call. plex.tv may repeat them in its message. */
function secretsOf({ form = {}, token, secrets = [] }: Call): string[] {
  const texts = [form.password, form.password?.trim(), form.verificationCode, token?.reveal(), ...secrets];
  return texts.filter((secret) => secret !== undefined);
}
