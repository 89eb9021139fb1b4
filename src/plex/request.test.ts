import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakePlexTv, neverAnswer } from '../test/fake-plex-tv.ts';
import type { PlexError } from './plex-error.ts';
import { request } from './request.ts';
import { Secret } from './secret.ts';

type Call = Parameters<typeof request>[1];

const ping: Call = { purpose: 'account', method: 'GET', path: '/ping' };
const html = '<!DOCTYPE html><title>Sign in to the network</title>';

/** How a call fails; a call that does not fails the test. */
function failureOf(call: Promise<unknown>): Promise<PlexError> {
  return call.then(
    (value) => Promise.reject(new Error(`it gave ${JSON.stringify(value)}`)),
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

  test('stores nothing, sends no cookie, follows no redirect and says not where from', async () => {
    const { cache, credentials, redirect, referrerPolicy } = await sent(ping);
    expect({ cache, credentials, redirect, referrerPolicy }).toEqual({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  test('carries the headers that plex.tv knows the client by, and no other', async () => {
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

  test('carries the token in a header and never in the address', async () => {
    const { headers, url } = await sent({ ...ping, token: new Secret('the-token') });
    expect(headers.get('X-Plex-Token')).toBe('the-token');
    expect(url).not.toContain('the-token');
  });

  test('carries a form as a form', async () => {
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
  ])('%s gives its JSON', async (_, status, body, json) => {
    const { client } = fakePlexTv(() => new Response(body, { status }));
    expect(await request(client, ping)).toEqual(json);
  });

  test.each([
    ['a page of HTML', html],
    ['JSON cut short', '{"id":'],
    ['XML', '<user id="1"/>'],
  ])('200 with %s is not from plex.tv', async (_, body) => {
    const { client } = fakePlexTv(() => new Response(body));
    expect(await failureOf(request(client, ping))).toMatchObject({ kind: 'notJson', details: { status: 200 } });
  });

  test('with an error is read for what it was asked for', async () => {
    const { client, requests } = fakePlexTv(() => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }));
    const kinds = await Promise.all(
      (['sign-in', 'account', 'sign-out'] as const).map((purpose) => failureOf(request(client, { ...ping, purpose }))),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['wrongLogin', 'signedOut', 'signedOut']);
    expect(requests).toHaveLength(3);
  });

  test('that repeats what was sent does not bring the secrets back', async () => {
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
  ])('is %s when the browser is %s, and is not tried again', async (kind, _, onLine) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
    const { client, requests } = fakePlexTv(() => Promise.reject(new TypeError('Failed to fetch the-token')));
    const error = await failureOf(request(client, { ...ping, token: new Secret('the-token') }));
    expect(error).toMatchObject({ kind, details: {} });
    expect(JSON.stringify([error, error.message, error.cause])).not.toContain('the-token');
    expect(requests).toHaveLength(1);
  });

  test('is also an answer that breaks off', async () => {
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

  test('is 20 seconds, for one try', async () => {
    const { client, requests } = fakePlexTv(neverAnswer);
    const failure = failureOf(request(client, ping));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
    expect(requests).toHaveLength(1);
  });

  test('holds beside a signal of the caller’s', async () => {
    const { client } = fakePlexTv(neverAnswer);
    const failure = failureOf(request(client, { ...ping, signal: new AbortController().signal }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
  });

  test('holds for the body as well', async () => {
    const { client } = fakePlexTv(({ signal }) => {
      const fail = (controller: ReadableStreamDefaultController) => () => controller.error(signal.reason);
      const start = (controller: ReadableStreamDefaultController) => signal.addEventListener('abort', fail(controller));
      return new Response(new ReadableStream({ start }));
    });
    const failure = failureOf(request(client, ping));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failure).toMatchObject({ kind: 'timedOut' });
  });

  test('leaves no timer behind', async () => {
    const { client } = fakePlexTv(() => Response.json({}));
    await request(client, ping);
    const failing = fakePlexTv(() => Response.error());
    await failureOf(request(failing.client, ping));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the caller’s signal', () => {
  test('ends the request with the caller’s own reason', async () => {
    const { client, requests } = fakePlexTv(neverAnswer);
    const caller = new AbortController();
    const failure = failureOf(request(client, { ...ping, signal: caller.signal }));
    const reason = new Error('the person left');
    caller.abort(reason);
    expect(await failure).toBe(reason);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('that has already ended ends it too', async () => {
    const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
    const reason = new Error('too late');
    expect(await failureOf(request(client, { ...ping, signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

test('plex.tv is not quoted with the password, in whatever spelling it sends it back', async () => {
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
  await expect(failing).rejects.toMatchObject({ details: { plexMessage: expect.not.stringMatching(/ss|w.*rd/) } });
});
