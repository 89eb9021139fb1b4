import { expect, test } from 'vitest';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { revealSecrets } from '../test/reveal-secrets.ts';
import { checkPin } from './check-pin.ts';

const id = 538114995;

function check(response: Response) {
  const { client, requests } = fakePlexTv(() => response);
  return { answer: checkPin(client, { id, code: 'm6mi' }), requests };
}

test('asks for the PIN by its id', async () => {
  const { answer, requests } = check(Response.json({ id, authToken: null }));
  await answer;
  expect(requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', `https://account.example/api/v2/pins/${id}`],
  ]);
});

test.each([null, undefined, '', 17, {}])('gives no token while the PIN waits for approval: %o', async (authToken) => {
  expect(await check(Response.json({ id, authToken, expiresIn: 800 })).answer).toBeUndefined();
});

test('gives the token as a secret after the approval', async () => {
  const token = await check(Response.json({ id, authToken: 'a-token', expiresIn: 0 })).answer;
  expect(revealSecrets(token)).toEqual({ secret: 'a-token' });
});

test.each([
  ['an empty body', new Response('')],
  ['another PIN', Response.json({ id: 1, authToken: 'not-ours' })],
  ['a web page', new Response('<h1>Welcome to our Wi-Fi</h1>')],
  ['a proxy’s 404', new Response('<h1>404</h1>', { status: 404 })],
])('rejects %s as an answer that is not from plex.tv', async (_, response) => {
  await expect(check(response).answer).rejects.toMatchObject({ kind: 'notJson' });
});

test.each([
  ['404 with code 1020', errorResponse(404, 1020, 'Code not found or expired')],
  ['404 in the other format', Response.json({ status: 404, error: 'Not Found' }, { status: 404 })],
  ['410', new Response('<Response code="410" status="Gone"/>', { status: 410 })],
  ['an empty 404', new Response(null, { status: 404 })],
])('throws pinExpired for %s', async (_, response) => {
  await expect(check(response).answer).rejects.toMatchObject({ kind: 'pinExpired' });
});

test.each([
  [429, 'rateLimited'],
  [401, 'refused'],
  [422, 'malformed'],
  [503, 'serverError'],
])('does not throw pinExpired for %i', async (status, kind) => {
  await expect(check(new Response(null, { status })).answer).rejects.toMatchObject({ kind });
});

test('hides the PIN in the message of plex.tv', async () => {
  const errors = [{ code: 1020, message: `PIN ${id} with code m6mi is over`, status: 404 }];
  const { answer } = check(Response.json({ errors }, { status: 404 }));
  await expect(answer).rejects.toMatchObject({ details: { plexMessage: 'PIN [hidden] with code [hidden] is over' } });
});
