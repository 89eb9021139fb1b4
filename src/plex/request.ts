import type { PlexClient } from './client.ts';
import { clientHeaders } from './client-headers.ts';
import type { RequestPurpose } from './error-kind.ts';
import { PlexError } from './plex-error.ts';
import { readError } from './read-error.ts';
import type { Secret } from './secret.ts';
import { unrelayedError } from './unrelayed-error.ts';

/** Longer than the relay's own limit of 15 seconds, and than the slowest sign-in seen. */
const timeLimitMs = 20_000;

type Call = {
  purpose: RequestPurpose;
  method: 'GET' | 'POST' | 'DELETE';
  /** The path below `/api/v2`, with its query. */
  path: string;
  form?: Record<string, string>;
  token?: Secret;
  /** Further secrets of this call, to hide when plex.tv repeats them in its message. */
  secrets?: readonly string[];
  signal?: AbortSignal | undefined;
};

/**
 * Sends one request to plex.tv, once. Callers never see a `Response`.
 *
 * @returns the JSON of a 2xx response, or undefined when its body is empty.
 * @throws PlexError for every failure; the signal's own reason when the caller aborted.
 */
export async function request(client: PlexClient, call: Call): Promise<unknown> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeLimitMs);
  const signal = call.signal ? AbortSignal.any([call.signal, limit.signal]) : limit.signal;
  try {
    const response = await client.fetch(buildRequest(client, call, signal));
    const body = await response.text();
    const error = client.isRelayed ? unrelayedError(response, body) : undefined;
    if (error) throw error;
    if (response.ok) return readJson(body, response.status);
    throw readError(call.purpose, response, body, secretsOf(call));
  } catch (error) {
    if (error instanceof PlexError) throw error;
    call.signal?.throwIfAborted();
    if (limit.signal.aborted) throw new PlexError('timedOut');
    throw new PlexError(navigator.onLine === false ? 'offline' : 'unreachable');
  } finally {
    clearTimeout(timer);
  }
}

function buildRequest(client: PlexClient, call: Call, signal: AbortSignal): Request {
  const headers = new Headers(clientHeaders(client, navigator.userAgent, navigator.language));
  if (call.token) headers.set('X-Plex-Token', call.token.reveal());
  return new Request(new URL(`api/v2${call.path}`, client.base), {
    method: call.method,
    headers,
    body: call.form ? new URLSearchParams(call.form) : null,
    signal,
    cache: 'no-store',
    // For a proxy in front that asks for a sign-in. The relay passes no cookie and no password for it on.
    credentials: 'same-origin',
    // Followed, a redirect would send the token or the password to another address.
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

/** The secrets of a call as plain text, URL-encoded and form-encoded. plex.tv may repeat them in its message. */
function secretsOf({ form = {}, token, secrets = [] }: Call): string[] {
  const plainTexts = [form.password, form.password?.trim(), form.verificationCode, token?.reveal(), ...secrets];
  return plainTexts.flatMap((secret) =>
    secret ? [secret, encodeURIComponent(secret), String(new URLSearchParams({ '': secret })).slice(1)] : [],
  );
}
