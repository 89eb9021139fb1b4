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

test.each([null, undefined, '', 17, {}])('has no token while nobody has agreed: %o', async (authToken) => {
  expect(await check(Response.json({ id, authToken, expiresIn: 800 })).answer).toBeUndefined();
});

test('has the token, as a secret, once somebody has', async () => {
  const token = await check(Response.json({ id, authToken: 'a-token', expiresIn: 0 })).answer;
  expect(revealSecrets(token)).toEqual({ secret: 'a-token' });
});

test.each([
  ['nothing', new Response('')],
  ['another PIN', Response.json({ id: 1, authToken: 'not-ours' })],
  ['a web page', new Response('<h1>Welcome to our Wi-Fi</h1>')],
  ['a proxy’s 404', new Response('<h1>404</h1>', { status: 404 })],
])('takes %s for no answer of plex.tv', async (_, response) => {
  await expect(check(response).answer).rejects.toMatchObject({ kind: 'notJson' });
});

test.each([
  ['404 with code 1020', errorResponse(404, 1020, 'Code not found or expired')],
  ['404 in the other form', Response.json({ status: 404, error: 'Not Found' }, { status: 404 })],
  ['410', new Response('<Response code="410" status="Gone"/>', { status: 410 })],
  ['an empty 404', new Response(null, { status: 404 })],
])('knows by %s that its time is over', async (_, response) => {
  await expect(check(response).answer).rejects.toMatchObject({ kind: 'pinExpired' });
});

test.each([
  [429, 'rateLimited'],
  [401, 'refused'],
  [422, 'malformed'],
  [503, 'serverError'],
])('does not take %i for the end of it', async (status, kind) => {
  await expect(check(new Response(null, { status })).answer).rejects.toMatchObject({ kind });
});

test('quotes plex.tv without the PIN', async () => {
  const errors = [{ code: 1020, message: `PIN ${id} with code m6mi is over`, status: 404 }];
  const { answer } = check(Response.json({ errors }, { status: 404 }));
  await expect(answer).rejects.toMatchObject({ details: { plexMessage: 'PIN [hidden] with code [hidden] is over' } });
});
