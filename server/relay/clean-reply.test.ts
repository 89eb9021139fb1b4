import { describe, expect, test } from 'vitest';
import { sampleLogins } from '../../src/sample/sample-logins.ts';
import type { Answer } from '../test/plex-tv-recorder.ts';
import { runServer } from '../test/run-server.ts';
import { createPlexTvClient } from './plex-tv-client.ts';

const canary = 'CanaryOfAnotherDevice-1';
const token = { 'X-Plex-Token': 'token' };

const devicesPath = '/api/devices.xml';
const jsonPaths = [
  '/api/v2/friends?status=accepted',
  '/api/v2/resources',
  '/api/v2/home/users',
  '/api/v2/user/privacy',
];
const xmlPaths = [devicesPath, '/api/v2/user/0123456789abcdef/settings/opt_outs'];

/** What the page gets when plex.tv sends this body. */
async function relayed(path: string, body: string | Uint8Array, type: string | null, status = 200) {
  const answer: Answer = (_, response) =>
    response.writeHead(status, type === null ? {} : { 'Content-Type': type }).end(body);
  const { send, logged } = await runServer({ answer });
  const reply = await send(path, { headers: token });
  const text = await reply.text();
  expect(text).not.toMatch(/canary/i);
  expect(logged().join()).not.toMatch(/canary/i);
  return {
    status: reply.status,
    type: reply.headers.get('Content-Type'),
    text,
    by: reply.headers.get('X-Answered-By'),
  };
}

const refused = {
  status: 502,
  by: 'this-server',
  text: expect.stringContaining('cannot remove the keys of other devices and people'),
};

describe('devices.xml', () => {
  const xml = 'application/xml';
  const device = (attributes: string, inside = '') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer publicAddress="192.0.2.1" size="1">\n  <Device name="Box" ${attributes} id="7">${inside}</Device>\n</MediaContainer>\n`;
  const clean = `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer publicAddress="192.0.2.1" size="1"><Device name="Box" id="7"></Device></MediaContainer>`;

  test.each([
    ['token', `token="${canary}"`],
    [
      'another case',
      `Token="${canary}" TOKEN="${canary}" authToken='${canary}' auth-token="${canary}" x_token="${canary}"`,
    ],
    [
      'another credential',
      `secret="${canary}" password="${canary}" apiKey="${canary}" accessKey="${canary}" jwt="${canary}"`,
    ],
    ['blanks and line breaks', `token\n =\t"${canary}"`],
    ['references', `token="&#67;anary&#x4F;fAnotherDevice-1"`],
    [
      'an address with a token',
      `uri="https://192.0.2.1:32400/?X-Plex-Token=${canary}" url="https://user:${canary}@x.example/"`,
    ],
  ])('loses %s', async (_, attributes) => {
    expect(await relayed(devicesPath, device(attributes), xml)).toMatchObject({
      status: 200,
      text: clean,
      by: 'plex.tv',
    });
  });

  test('loses elements with the name of a credential, with everything in them', async () => {
    const inside = `<Token value="${canary}"/><tokens><a b="${canary}"><c d="${canary}"/></a></tokens><token/><Connection uri="http://192.0.2.1"/>`;
    const expected = clean.replace('</Device>', '<Connection uri="http://192.0.2.1"/></Device>');
    expect(await relayed(devicesPath, device('', inside), xml)).toMatchObject({ status: 200, text: expected });
  });

  test('keeps every other value as it is', async () => {
    const name = '&lt;b&gt; &amp;amp; &quot;q&quot; &apos;a&apos; &#8217; &#x1F600; tab&#9; line&#10;';
    const { text, type, status } = await relayed(
      devicesPath,
      device(`x='"quoted"' note="${name}" empty=""`),
      'text/xml; charset=UTF-8',
    );
    expect([status, type]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(text).toContain(
      'x="&#34;quoted&#34;" note="&#60;b&#62; &#38;amp; &#34;q&#34; \'a\' ’ 😀 tab&#9; line&#10;" empty=""',
    );
  });

  const good = device('');
  test.each<[string, string | Uint8Array, string | null]>([
    ['repeats a token in a name', device(`token="${canary}" title="of ${canary}"`), xml],
    ['repeats a token in an address', device(`token="${canary}"`, `<Connection uri="http://x/${canary}/"/>`), xml],
    ['has an attribute twice', device(`name="x" token="${canary}"`), xml],
    ['has a DTD', good.replace('<Media', `<!DOCTYPE x [<!ENTITY e "${canary}">]><Media`), xml],
    ['has an entity of its own', device('title="&e;"'), xml],
    ['has an unfinished reference', device('title="&"'), xml],
    ['has a reference to no character', device('title="&#0;"'), xml],
    ['has a reference to a control character', device('title="&#x1b;"'), xml],
    ['has a reference beyond Unicode', device('title="&#x110000;"'), xml],
    ['has half a surrogate pair', device('title="&#xD800;"'), xml],
    ['has CDATA', device('', `<![CDATA[token="${canary}"]]>`), xml],
    ['has text', device('', `token="${canary}"`), xml],
    ['has a comment', device('', `<!-- token="${canary}" -->`), xml],
    ['has an instruction', device('', `<?xml-stylesheet href="${canary}"?>`), xml],
    ['has a namespace', device(`xmlns:p="urn:x" p:token="${canary}"`), xml],
    ['has an escaped attribute name', device(`&#116;oken="${canary}"`), xml],
    ['has an attribute name of another alphabet', device(`tоken="${canary}"`), xml],
    ['has an attribute without quotes', device(`token=${canary}`), xml],
    ['has an attribute without a value', device('token'), xml],
    ['has attributes without a blank', device(`a="1"token="${canary}"`), xml],
    ['has "<" in an attribute', device(`title="<x token='${canary}'/>"`), xml],
    ['is cut off', good.slice(0, -8), xml],
    ['is cut off in an attribute', device(`token="${canary}`).slice(0, 100), xml],
    ['has a wrong end', good.replace('</Device>', '</Box>'), xml],
    ['has two roots', `${good}<x/>`, xml],
    ['has a rest', `${good}token="${canary}"`, xml],
    ['has no root', '<?xml version="1.0"?>', xml],
    ['nests too deeply', '<a>'.repeat(50_000), xml],
    ['says another encoding', good.replace('UTF-8', 'UTF-16'), xml],
    ['says another encoding in the header', good, 'application/xml; charset=utf-16'],
    ['is UTF-16', Buffer.from(`\uFEFF${device(`token="${canary}"`)}`, 'utf16le'), xml],
    ['is UTF-16 without a mark', Buffer.from(device(`token="${canary}"`), 'utf16le'), xml],
    ['is UTF-7', device('').replace('Box', '+AHQ-oken'), 'application/xml; charset=utf-7'],
    ['is not UTF-8', Buffer.from(device('title="ü"'), 'latin1'), xml],
    ['is JSON', `{"token":"${canary}"}`, 'application/json'],
    ['is JSON under the name of XML', `{"token":"${canary}"}`, xml],
    ['is a web page', `<html><p>${canary}</html>`, 'text/html'],
    ['is XML without a type', good, null],
    ['is XML under another type', good, 'application/xhtml+xml'],
    ['is XML as binary data', good, 'application/octet-stream'],
  ])('is refused when it %s', async (_, body, type) => {
    expect(await relayed(devicesPath, body, type)).toMatchObject(refused);
  });

  test('may begin with a byte order mark, and have no declaration', async () => {
    const body = `\uFEFF${good.replace(/<\?.*\?>/, '')}`;
    expect(await relayed(devicesPath, body, xml)).toMatchObject({ status: 200, text: clean });
  });

  test('may have 10,000 devices, each with its token', async () => {
    const devices = Array.from(
      { length: 10_000 },
      (_, i) =>
        `<Device name="Safari" clientIdentifier="identifier-${i}" id="${i}" token="${canary}-${i}" note="${'x'.repeat(300)}"/>`,
    );
    const { status, text } = await relayed(devicesPath, `<MediaContainer>${devices.join('')}</MediaContainer>`, xml);
    expect([status, text.match(/<Device /g)?.length]).toEqual([200, 10_000]);
  });

  test('is refused when it is larger than 8 MB', async () => {
    const body = device(`title="${'x'.repeat(8 * 1024 * 1024)}"`);
    expect(await relayed(devicesPath, body, xml)).toMatchObject({
      status: 502,
      text: expect.stringContaining('larger reply'),
    });
  });
});

describe.each(jsonPaths)('%s', (path) => {
  const json = 'application/json; charset=utf-8';

  test('loses the credentials of others, at any depth, and keeps the rest', async () => {
    const body = `[{"name":"Attic","accessToken":"${canary}","hasPassword":true,"n":1,"connections":[
      {"uri":"https://192.0.2.1:32400","authtoken":"${canary}"},{"uri":"https://x/?X-Plex-Token=${canary}"}],
      "sharedServers":[{"inviteToken":"${canary}","INVITETOKEN":{"deep":["${canary}"]},"private-key":7,"accessToken":null}],
      "list":["a","https://user:${canary}@x.example/"]}]`;
    expect(JSON.parse((await relayed(path, body, json)).text)).toEqual([
      {
        name: 'Attic',
        hasPassword: true,
        n: 1,
        connections: [{ uri: 'https://192.0.2.1:32400' }, {}],
        sharedServers: [{ accessToken: null }],
        list: ['a'],
      },
    ]);
  });

  test.each([
    ['the first', `{"accessToken":"${canary}","accessToken":null,"name":"Attic"}`],
    ['the second', `{"accessToken":null,"accessToken":"${canary}","name":"Attic"}`],
    ['an escaped one', `{"name":"Attic","\\u0061ccessToken":"${canary}"}`],
    ['one in front of a prototype', `{"name":"Attic","__proto__":{"accessToken":"${canary}"}}`],
  ])('loses a credential whose key stands twice or is escaped: %s', async (_, body) => {
    const { status, text } = await relayed(path, body, json);
    expect([status, JSON.parse(text).name]).toEqual([200, 'Attic']);
  });

  test.each<[string, string | Uint8Array, string | null]>([
    ['repeats a credential', `{"accessToken":"${canary}","name":"of ${canary}"}`, json],
    ['repeats a credential as a key', `{"accessToken":"${canary}","${canary}":1}`, json],
    ['nests 100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, json],
    ['nests 40 levels', `${'['.repeat(40)}${']'.repeat(40)}`, json],
    ['is cut off', `{"accessToken":"${canary}"`, json],
    ['has a rest', `{} {"accessToken":"${canary}"}`, json],
    ['is UTF-16', Buffer.from(`{"accessToken":"${canary}"}`, 'utf16le'), json],
    ['is not UTF-8', Buffer.from('{"name":"ü"}', 'latin1'), json],
    ['says another encoding', '{}', 'application/json; charset=utf-16'],
    ['is XML', `<x token="${canary}"/>`, 'application/xml'],
    ['is JSON under the name of XML', '{}', 'application/xml'],
    ['is JSON under another type', `{"accessToken":"${canary}"}`, 'text/html'],
    ['is JSON without a type', '{}', null],
  ])('is refused when it %s', async (_, body, type) => {
    expect(await relayed(path, body, type)).toMatchObject(refused);
  });
});

describe.each([...jsonPaths, ...xmlPaths])('an error of plex.tv for %s', (path) => {
  test.each([
    ['JSON', `{"errors":[{"code":1001,"message":"no","status":401,"token":"${canary}"}]}`, 'application/json'],
    ['XML', `<errors><error code="1001" message="no" status="401" token="${canary}"/></errors>`, 'application/xml'],
  ])('passes as %s, without credentials', async (_, body, type) => {
    const { status, text } = await relayed(path, body, type, 401);
    expect([status, text.includes('1001')]).toEqual([401, true]);
  });

  test.each([429, 500, 503])('passes without its body when that cannot be cleaned: %i', async (status) => {
    expect(await relayed(path, `<html>${canary}</html>`, 'text/html', status)).toMatchObject({
      status,
      text: '',
      by: 'plex.tv',
    });
  });

  test.each([401, 403, 404, 410])('does not pass when it may be of something else than plex.tv: %i', async (status) => {
    expect(await relayed(path, `<html>${canary}</html>`, 'text/html', status)).toMatchObject(refused);
  });

  test('passes without a body', async () => {
    expect(await relayed(path, '', null, 404)).toMatchObject({ status: 404, text: '', by: 'plex.tv' });
  });
});

test('the webhooks pass as they are, because their keys are the account’s own', async () => {
  const body = '[{"url":"https://x.example/?token=own"}]';
  expect(await relayed('/api/v2/user/webhooks', body, 'application/json')).toMatchObject({ status: 200, text: body });
});

test.each(sampleLogins.filter(({ kind }) => kind === 'account'))(
  'the sample account $login is passed on whole, without its tokens of others',
  async ({ login, password, verificationCode = '' }) => {
    const { send } = await runServer({ plexTvClient: await createPlexTvClient('sample') });
    const body = new URLSearchParams({ login, password, verificationCode });
    const { authToken, uuid } = await (await send('/api/v2/users/signin', { method: 'POST', body })).json();
    const hasUuid = /^[0-9a-f]{16}$/.test(uuid);
    const paths = [
      devicesPath,
      ...jsonPaths,
      '/api/v2/friends?status=pending_received',
      '/api/v2/user/view_state_sync',
    ];
    if (hasUuid) paths.push(`/api/v2/user/${uuid}/settings/opt_outs`);
    for (const path of paths) {
      const reply = await send(path, { headers: { 'X-Plex-Token': authToken } });
      const isRefused = login === 'managed' && path.includes('friends');
      expect([path, reply.status]).toEqual([path, isRefused ? 403 : 200]);
      expect(await reply.text()).not.toMatch(/[tT]oken|apiKey|secretPlan/);
    }
  },
);
