import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakePlexTv, neverAnswer } from '../../test/fake-plex-tv.ts';
import type { PlexError } from '../errors/plex-error.ts';
import { Secret } from '../secrets/secret.ts';
import { request } from './request.ts';

type Call = Parameters<typeof request>[1];

const ping: Call = { purpose: 'account', method: 'GET', path: '/ping' };
const html = '<!DOCTYPE html><title>Sign in to the network</title>';

/** The error of a call. A call that succeeds fails the test. */
function failureOf(call: Promise<unknown>): Promise<PlexError> {
  return call.then(
    (value) => Promise.reject(new Error(`the call returned ${JSON.stringify(value)}`)),
    (error) => error,
  );
}

describe('the request', () => {
  async function sent(call: Call): Promise<Request> {
    const { client, requests } = fakePlexTv(() => Response.json({}));
    await request(client, call);
    const [only, ...others] = requests;
    if (!only || others.length > 0) throw new Error(`${requests.length} requests were sent`);
    return only;
  }

  test('goes to its path below /api/v2 of the client’s origin, query included', async () => {
    const { method, url } = await sent({ ...ping, path: '/user?includeSubscriptions=1' });
    expect({ method, url }).toEqual({
      method: 'GET',
      url: 'https://account.example/api/v2/user?includeSubscriptions=1',
    });
  });

  test('goes to plex.tv’s root for a call outside /api, and below api/ of a relay, whatever the path of the page', async () => {
    const direct = fakePlexTv(() => new Response('<x/>'));
    const relay = fakePlexTv(() => new Response('<x/>', { headers: { 'X-Answered-By': 'plex.tv' } }));
    const devices: Call = { ...ping, path: '/devices.xml', isOutsideApi: true, isXml: true };
    expect(await request(direct.client, devices)).toBe('<x/>');
    await request({ ...relay.client, base: 'https://host.example/plex/', isRelayed: true }, devices);
    expect([...direct.requests, ...relay.requests].map(({ url }) => url)).toEqual([
      'https://account.example/devices.xml',
      'https://host.example/plex/api/devices.xml',
    ]);
  });

  test('is not cached, sends cookies to its own origin alone, no referrer, and follows no redirect', async () => {
    const { cache, credentials, redirect, referrerPolicy } = await sent(ping);
    expect({ cache, credentials, redirect, referrerPolicy }).toEqual({
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  });

  test('has the headers that describe the client, and no others', async () => {
    const { headers } = await sent(ping);
    expect([...headers.keys()]).toEqual([
      'accept',
      'x-plex-client-identifier',
      'x-plex-device',
      'x-plex-device-name',
      'x-plex-language',
      'x-plex-model',
      'x-plex-platform',
      'x-plex-platform-version',
      'x-plex-product',
      'x-plex-version',
    ]);
    expect(headers.get('Accept')).toBe('application/json');
    expect(headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
  });

  test('has the token in a header and not in the URL', async () => {
    const { headers, url } = await sent({ ...ping, token: new Secret('the-token') });
    expect(headers.get('X-Plex-Token')).toBe('the-token');
    expect(url).not.toContain('the-token');
  });

  test('sends form fields URL-encoded', async () => {
    const received = await sent({ ...ping, method: 'POST', form: { a: '1 + 1 = 2 & more' } });
    expect(received.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(await received.text()).toBe('a=1+%2B+1+%3D+2+%26+more');
  });
});

describe('an answer', () => {
  test.each<[string, number, string | null, unknown]>([
    ['200', 200, '{"id":1}', { id: 1 }],
    ['201', 201, '{"id":1}', { id: 1 }],
    ['200 with a list', 200, '[]', []],
    ['204', 204, null, undefined],
    ['200 without a body', 200, '', undefined],
    ['200 with a blank body', 200, ' \r\n', undefined],
  ])('%s returns its JSON', async (_, status, body, json) => {
    const { client } = fakePlexTv(() => new Response(body, { status }));
    expect(await request(client, ping)).toEqual(json);
  });

  test.each([
    ['a page of HTML', html],
    ['JSON cut short', '{"id":'],
    ['XML', '<user id="1"/>'],
  ])('200 with %s throws notJson', async (_, body) => {
    const { client } = fakePlexTv(() => new Response(body));
    expect(await failureOf(request(client, ping))).toMatchObject({ kind: 'notJson', details: { status: 200 } });
  });

  test('with an error gives a kind that depends on the purpose of the request', async () => {
    const { client, requests } = fakePlexTv(() => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }));
    const kinds = await Promise.all(
      (['sign-in', 'account', 'sign-out'] as const).map((purpose) => failureOf(request(client, { ...ping, purpose }))),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['wrongLogin', 'signedOut', 'signedOut']);
    expect(requests).toHaveLength(3);
  });

  test('that repeats the request does not show its secrets', async () => {
    const { client } = fakePlexTv(async (received) =>
      Response.json(
        {
          error: `${received.headers.get('X-Plex-Token')} ${[...new URLSearchParams(await received.text()).values()]}`,
        },
        { status: 400 },
      ),
    );
    const form = { login: 'ada', password: 'p ss&+', verificationCode: '123456' };
    const error = await failureOf(
      request(client, { purpose: 'sign-in', method: 'POST', path: '/', form, token: new Secret('the-token') }),
    );
    expect(error.details.plexMessage).toBe('[hidden] ada,[hidden],[hidden]');
  });
});

describe('no answer', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    ['unreachable', 'online', true],
    ['offline', 'offline', false],
  ])('is %s when the browser is %s, and is not retried', async (kind, _, onLine) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
    const { client, requests } = fakePlexTv(() => Promise.reject(new TypeError('Failed to fetch the-token')));
    const error = await failureOf(request(client, { ...ping, token: new Secret('the-token') }));
    expect(error).toMatchObject({ kind, details: {} });
    expect(JSON.stringify([error, error.message, error.cause])).not.toContain('the-token');
    expect(requests).toHaveLength(1);
  });

  test('includes an answer that breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
    const { client } = fakePlexTv(() => new Response(body));
    expect(await failureOf(request(client, ping))).toMatchObject({ kind: 'unreachable' });
  });
});

describe('the time limit', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is 20 seconds for one try', async () => {
    const { client, requests } = fakePlexTv(neverAnswer);
    const failure = failureOf(request(client, ping));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
    expect(requests).toHaveLength(1);
  });

  test('applies when the caller passes a signal', async () => {
    const { client } = fakePlexTv(neverAnswer);
    const failure = failureOf(request(client, { ...ping, signal: new AbortController().signal }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
  });

  test('applies to the body as well', async () => {
    const { client } = fakePlexTv(({ signal }) => {
      const fail = (controller: ReadableStreamDefaultController) => () => controller.error(signal.reason);
      const start = (controller: ReadableStreamDefaultController) => signal.addEventListener('abort', fail(controller));
      return new Response(new ReadableStream({ start }));
    });
    const failure = failureOf(request(client, ping));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
  });

  test('applies to a body that ignores it', async () => {
    const { client } = fakePlexTv(() => new Response(new ReadableStream()));
    const failure = failureOf(request(client, ping));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
  });

  test('leaves no timer running', async () => {
    const { client } = fakePlexTv(() => Response.json({}));
    await request(client, ping);
    const failing = fakePlexTv(() => Response.error());
    await failureOf(request(failing.client, ping));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the caller’s signal', () => {
  test('aborts the request with the reason of the caller', async () => {
    const { client, requests } = fakePlexTv(neverAnswer);
    const caller = new AbortController();
    const failure = failureOf(request(client, { ...ping, signal: caller.signal }));
    const reason = new Error('the person left the page');
    caller.abort(reason);
    expect(await failure).toBe(reason);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('aborts the request when it was already aborted', async () => {
    const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
    const reason = new Error('too late');
    expect(await failureOf(request(client, { ...ping, signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

test('hides the password in the message of plex.tv in every encoding', async () => {
  const password = ' p&ss wörd ';
  const form = { login: 'ada', password };
  const echoes = [
    password,
    password.trim(),
    encodeURIComponent(password),
    String(new URLSearchParams({ '': password })).slice(1),
  ];
  const errors = [{ code: 1001, message: echoes.join('|'), status: 401 }];
  const { client } = fakePlexTv(() => Response.json({ errors }, { status: 401 }));
  const failing = request(client, { purpose: 'sign-in', method: 'POST', path: '/users/signin', form });
  await expect(failing).rejects.toMatchObject({ kind: 'wrongLogin', details: { plexMessage: undefined } });
});

test('reads the answer to a password with half a character, which cannot be encoded', async () => {
  const errors = [{ code: 1001, message: 'no', status: 401 }];
  const { client } = fakePlexTv(() => Response.json({ errors }, { status: 401 }));
  const form = { login: 'ada', password: 'half \uD800' };
  const failing = request(client, { purpose: 'sign-in', method: 'POST', path: '/users/signin', form });
  await expect(failing).rejects.toMatchObject({ kind: 'wrongLogin', details: { plexMessage: 'no' } });
});
