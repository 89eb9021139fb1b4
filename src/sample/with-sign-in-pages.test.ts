import { expect, test } from 'vitest';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { plexHeaders } from './test-requests.ts';
import { withSignInPages } from './with-sign-in-pages.ts';

const origin = 'http://plex.tv.example';
const forwardUrl = 'http://localhost:4173/statement/?a=1#subscription';

async function start() {
  const open = withSignInPages(createSamplePlexTv());
  const created = await open(new Request(`${origin}/api/v2/pins`, { method: 'POST', headers: plexHeaders }));
  const { id, code } = await created.json();
  return {
    code,
    get: (path: string) => open(new Request(origin + path)),
    post: (path: string, fields: Record<string, string>) =>
      open(new Request(origin + path, { method: 'POST', body: new URLSearchParams({ code, ...fields }) })),
    async token() {
      return (await (await open(new Request(`${origin}/api/v2/pins/${id}`, { headers: plexHeaders }))).json())
        .authToken;
    },
  };
}

const nina = { login: 'nina@example.com' };

test('the sign-in page approves the PIN and leads back', async () => {
  const { post, token } = await start();
  const response = await post('/auth', { ...nina, decision: 'approve', forwardUrl });
  expect([response.status, response.headers.get('Location')]).toEqual([303, forwardUrl]);
  expect(await token()).toMatch(/^[\w-]{20}$/);
});

test('the sign-in page leads back without approval when the person refuses', async () => {
  const { post, token } = await start();
  const response = await post('/auth', { ...nina, decision: 'refuse', forwardUrl });
  expect([response.status, response.headers.get('Location')]).toEqual([303, forwardUrl]);
  expect(await token()).toBe(null);
});

test('the sign-in page can end the PIN', async () => {
  const { post, token } = await start();
  await post('/auth', { ...nina, decision: 'expire', forwardUrl });
  expect(await token()).toBeUndefined();
  expect((await post('/auth', { ...nina, decision: 'approve', forwardUrl })).status).toBe(404);
});

test.each(['', 'javascript:alert(1)', '//elsewhere.example'])(
  'the sign-in page does not follow the return address "%s"',
  async (address) => {
    const { post } = await start();
    const response = await post('/auth', { ...nina, decision: 'approve', forwardUrl: address });
    expect([response.status, response.headers.get('Location')]).toEqual([200, null]);
    expect(await response.text()).toContain('You can close this page.');
  },
);

test('the link page fills in the code of its URL, and nothing but a code', async () => {
  const { get } = await start();
  expect(await (await get('/link/?pin=AB3F')).text()).toContain('value="AB3F"');
  expect(await (await get('/link/?pin="><script>')).text()).toMatch(/value=""><\/label>/);
});

test('the link page approves the PIN whose code is typed', async () => {
  const { code, post, token } = await start();
  expect(await (await post('/link', { ...nina, code: 'ZZZZZ' })).text()).toContain('That code is not valid');
  expect(await (await post('/link', { ...nina, code: code.toLowerCase() })).text()).toContain('Account linked');
  expect(await token()).toMatch(/^[\w-]{20}$/);
});
