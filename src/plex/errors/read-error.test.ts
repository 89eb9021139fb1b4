import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlexErrorKind } from './plex-error.ts';
import { readError } from './read-error.ts';

function read(status: number, body: string, purpose: 'sign-in' | 'account' | 'sign-out' = 'sign-in') {
  return readError(purpose, new Response(null, { status }), body, []);
}

function json(status: number, code: number | undefined, message: string) {
  return JSON.stringify({ errors: [{ code, message, status }] });
}

function xml(status: number, code: number | undefined, message: string) {
  const codeAttribute = code === undefined ? '' : ` code="${code}"`;
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<errors>\n\t<error${codeAttribute} message="${escaped}" status="${status}"/>\n</errors>`;
}

type Row = [status: number, code: number | undefined, message: string, signIn: PlexErrorKind, account?: PlexErrorKind];

/** The known errors of plex.tv. The last column is the kind for a stored token where that differs. */
const errorTable: Row[] = [
  [400, 1000, 'X-Plex-Client-Identifier is missing', 'clientIdentifierMissing'],
  [401, 1001, 'User could not be authenticated', 'wrongLogin', 'signedOut'],
  [429, 1003, 'API rate limit exceeded', 'rateLimited'],
  [400, 1004, 'A parameter is malformed or missing', 'malformed'],
  [403, 1009, "managed users aren't allowed & <won't> be", 'managedUser'],
  [404, 1020, 'Code not found or expired', 'pinExpired'],
  [401, 1028, 'Invalid verification code', 'wrongCode', 'signedOut'],
  [401, 1029, 'Please enter the verification code', 'codeNeeded', 'signedOut'],
  [401, 1030, 'This account only allows signing in with email address', 'emailOnly', 'signedOut'],
  [401, 1031, 'Sorry. This IP appears to be having trouble signing in', 'lockedOut', 'signedOut'],
  [403, 1041, 'A valid PIN is required', 'homePinNeeded'],
  [422, undefined, 'Invalid token', 'malformed', 'signedOut'],
  [410, undefined, 'This endpoint is deprecated and removed', 'gone'],
  [498, undefined, 'The JWT has expired', 'refused', 'signedOut'],
  [401, 1999, 'Something new', 'refused', 'signedOut'],
  [403, 1999, 'Something new', 'refused'],
  [429, 1999, 'Something new', 'rateLimited'],
  [500, 1999, 'Something new', 'serverError'],
  [502, undefined, 'The relay could not reach plex.tv', 'plexTvUnreachable'],
  [504, undefined, 'plex.tv did not answer the relay', 'timedOut'],
];

describe.each(errorTable)('HTTP %i, code %s, "%s"', (status, code, message, signIn, account = signIn) => {
  test.each([
    ['JSON', json],
    ['XML', xml],
  ])('is parsed from %s', (_, write) => {
    const body = write(status, code, message);
    const details = { status, code, plexMessage: message, retryAt: undefined };
    expect(read(status, body)).toMatchObject({ kind: signIn, details });
    expect(read(status, body, 'account')).toMatchObject({ kind: account, details });
    expect(read(status, body, 'sign-out')).toMatchObject({ kind: account, details });
  });
});

const html = '<!DOCTYPE html><html><head><title>Trouble</title></head><body><hr>No<br></body></html>';

describe('another format of answer', () => {
  test.each<[string, number, string, PlexErrorKind, object?]>([
    ['<Response>', 410, '<Response code="410" status="Gone for good"/>', 'gone', { plexMessage: 'Gone for good' }],
    ['{status, error}', 404, '{"status":404,"error":"Not Found"}', 'refused', { plexMessage: 'Not Found' }],
    ['a code as text', 401, '{"errors":[{"code":"1029"}]}', 'codeNeeded', { code: 1029 }],
    ['the first of two errors', 401, '{"errors":[{"code":1029},{"code":1031}]}', 'codeNeeded', { code: 1029 }],
    ['XML after blank lines', 401, `\n\n ${xml(401, 1028, 'm')}`, 'wrongCode', { code: 1028, plexMessage: 'm' }],
    ['JSON with an empty list of errors', 401, '{"errors":[]}', 'wrongLogin'],
    ['errors of another type', 401, '{"errors":["no"]}', 'wrongLogin'],
    ['a code and a message of another type', 403, '{"errors":[{"code":{},"message":["m"]}]}', 'refused'],
    ['a list', 403, '[]', 'refused'],
    ['an empty error element', 401, '<errors><error/></errors>', 'wrongLogin'],
    ['an empty 401', 401, '', 'wrongLogin'],
    ['an empty 403', 403, ' \n', 'refused'],
    ['an empty 500', 500, '', 'serverError'],
    ['an HTML 500', 500, html, 'serverError'],
    ['an HTML 503', 503, html, 'serverError'],
    ['an HTML 502', 502, html, 'plexTvUnreachable'],
    ['an HTML 504', 504, html, 'timedOut'],
    ['an HTML 429', 429, html, 'rateLimited'],
    ['an HTML 403', 403, html, 'notJson'],
    ['an HTML 404, such as from a web server without the relay', 404, html, 'notJson'],
    ['an HTML 405, such as from a web server without the relay', 405, html, 'notJson'],
    ['plain text', 403, 'Forbidden by proxy', 'notJson'],
    ['broken JSON', 404, '{"errors":[', 'notJson'],
    ['broken XML', 404, '<errors><error code="10', 'notJson'],
  ])('is parsed: %s', (_, status, body, kind, details = {}) => {
    const error = read(status, body);
    expect(error.kind).toBe(kind);
    expect(error.details).toEqual({ status, code: undefined, plexMessage: undefined, retryAt: undefined, ...details });
  });
});

describe("plex.tv's message", () => {
  const messageWithout = (secrets: string[], message: string) =>
    readError('sign-in', new Response(null, { status: 400 }), JSON.stringify({ error: message }), secrets).details
      .plexMessage;

  test('has every secret of the request hidden', () => {
    expect(messageWithout(['p+&.*$1', '123456'], 'p+&.*$1 and 123456: p+&.*$1!')).toBe(
      '[hidden] and [hidden]: [hidden]!',
    );
  });

  test.each<[what: string, secrets: string[], message: string]>([
    ['a password of one letter', ['d'], 'Invalid password'],
    ['a password of three letters in upper case', ['abc'], 'Not ABC'],
    ['a password that is repeated in upper case', ['hunter2!'], 'Wrong: hunter2! HUNTER2!'],
    ['a password that is repeated as base64', ['hunter2!'], `Wrong: ${btoa('ada:hunter2!')}`],
    ['a password in NFD', ['pâsswörd'], `Wrong: ${'pâsswörd'.normalize('NFD')}`],
  ])('is left out because of %s', (_, secrets, message) => {
    expect(messageWithout(secrets, message)).toBeUndefined();
  });

  test('has a secret hidden before it is cut to 300 characters', () => {
    expect(messageWithout(['pass word'], `${'x'.repeat(295)}pass word`)).toBe(`${'x'.repeat(295)}[hidd`);
  });

  test('is one line of at most 300 characters', () => {
    expect(messageWithout([], ' two\n\n  lines ')).toBe('two lines');
    expect(messageWithout([], 'x'.repeat(5000))).toHaveLength(300);
  });
});

describe('Retry-After', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each<[string, string | undefined]>([
    ['120', '2026-11-23T12:02:00.000Z'],
    ['0', '2026-11-23T12:00:00.000Z'],
    ['Mon, 23 Nov 2026 13:00:00 GMT', '2026-11-23T13:00:00.000Z'],
    ['7, 9', '2026-11-23T12:00:07.000Z'],
    ['86399', '2026-11-24T11:59:59.000Z'],
    ['86401', undefined],
    ['9'.repeat(400), undefined],
    ['Mon, 23 Nov 2099 13:00:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('of "%s" gives the time of the next try', (header, time) => {
    const response = new Response(null, { status: 429, headers: { 'Retry-After': header } });
    expect(readError('account', response, '', []).details.retryAt).toEqual(time && new Date(time));
  });
});

test('leaves out a number that is not a code of plex.tv, because it may be typed text', () => {
  const body = JSON.stringify({ errors: [{ code: 90817263, message: 'no' }] });
  expect(readError('sign-in', new Response(body, { status: 401 }), body, []).details.code).toBeUndefined();
});
