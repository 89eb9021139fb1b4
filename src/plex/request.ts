import type { PlexClient } from './client.ts';
import { clientHeaders } from './client-headers.ts';
import type { RequestPurpose } from './error-kind.ts';
import { PlexError } from './plex-error.ts';
import { readError } from './read-error.ts';
import type { Secret } from './secret.ts';

/** Longer than the slowest sign-in seen and than the relay's own limit of 15 seconds. */
const timeLimitMs = 20_000;

type Call = {
  purpose: RequestPurpose;
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v2`, with its query. */
  path: string;
  form?: Record<string, string>;
  token?: Secret;
  /** More that is not to be shown when plex.tv repeats it in its words. */
  secrets?: readonly string[];
  signal?: AbortSignal | undefined;
};

/**
 * One call to plex.tv. Past this function nobody sees a `Response`.
 *
 * @returns the JSON of any 2xx answer; undefined when it is empty.
 * @throws PlexError for every failure; the signal's own reason when the caller aborted.
 */
export async function request(client: PlexClient, call: Call): Promise<unknown> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeLimitMs);
  const signal = call.signal ? AbortSignal.any([call.signal, limit.signal]) : limit.signal;
  try {
    const response = await client.fetch(buildRequest(client, call, signal));
    const body = await response.text();
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
    credentials: 'omit',
    // A redirect would carry the token or the password to wherever it points.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    // Who signs out and closes the page has signed out.
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

/** Everything of a call that plex.tv must not be quoted with, also as it stands in addresses and forms. */
function secretsOf({ form = {}, token, secrets = [] }: Call): string[] {
  const plain = [form.password, form.password?.trim(), form.verificationCode, token?.reveal(), ...secrets];
  return plain.flatMap((secret) =>
    secret ? [secret, encodeURIComponent(secret), String(new URLSearchParams({ '': secret })).slice(1)] : [],
  );
}
