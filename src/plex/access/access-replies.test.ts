import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { accessReplies, devicesXml, optOutsXml } from '../../test/access-replies.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { hostileTexts } from '../../test/hostile-texts.ts';
import { revealSecrets } from '../../test/reveal-secrets.ts';
import type { PlexClient } from '../http/client.ts';
import { Secret } from '../secrets/secret.ts';
import type { AccessReply } from './access-reply.ts';
import { getDevices, readDevices } from './devices.ts';
import { getFriends } from './friends.ts';
import { getHome } from './home-users.ts';
import { getOptOuts } from './opt-outs.ts';
import { getPrivacySettings } from './privacy-settings.ts';
import { getResources } from './resources.ts';
import { getWatchStateSync } from './watch-state-sync.ts';
import { getWebhooks } from './webhooks.ts';

type Get = (client: PlexClient, token: Secret) => Promise<AccessReply<unknown>>;

const jsonCalls = {
  home: [getHome, '/api/v2/home/users'],
  friends: [(client, token) => getFriends(client, 'accepted', token), '/api/v2/friends?status=accepted'],
  invitations: [
    (client, token) => getFriends(client, 'pending_received', token),
    '/api/v2/friends?status=pending_received',
  ],
  resources: [getResources, '/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1'],
  privacy: [getPrivacySettings, '/api/v2/user/privacy'],
  watchStateSync: [getWatchStateSync, '/api/v2/user/view_state_sync'],
  webhooks: [getWebhooks, '/api/v2/user/webhooks'],
} satisfies Record<keyof typeof accessReplies, [Get, string]>;

const xmlCalls: Record<string, [get: Get, path: string, reply: string]> = {
  devices: [getDevices, '/devices.xml', devicesXml],
  optOuts: [
    (client, token) => getOptOuts(client, '5e1c07a9d2b84f36', token),
    '/api/v2/user/5e1c07a9d2b84f36/settings/opt_outs',
    optOutsXml,
  ],
};

const jsonNames = Object.keys(jsonCalls) as (keyof typeof jsonCalls)[];

const token = new Secret('the-token-of-this-browser');

function read(get: Get, body: string, init?: ResponseInit) {
  return get(fakePlexTv(() => new Response(body, init)).client, token);
}

function readJson(name: keyof typeof jsonCalls, reply: unknown) {
  return read(jsonCalls[name][0], JSON.stringify(reply));
}

/** Every value that is no object or list, by its path. */
function leavesOf(node: unknown, path = ''): Map<string, string> {
  if (typeof node !== 'object' || node === null || node instanceof Date) return new Map([[path, String(node)]]);
  return new Map(Object.entries(node).flatMap(([key, value]) => [...leavesOf(value, `${path}/${key}`)]));
}

/** Every path in a reply, with its value. */
function pathsOf(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [path];
  return [path, ...Object.entries(node).flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

function withAt(node: unknown, [key, ...rest]: string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(node);
  const copy = (Array.isArray(node) ? [...node] : { ...(node as object) }) as Record<string, unknown>;
  copy[key] = withAt(copy[key], rest, change);
  if (copy[key] === undefined) delete copy[key];
  return copy;
}

describe.each(jsonNames)('the reply of %s', (name) => {
  const [get, path] = jsonCalls[name];

  test('is asked once, with the token in a header', async () => {
    const { client, requests } = fakePlexTv(() => Response.json(accessReplies[name]));
    await get(client, token);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET https://account.example${path}`]);
    expect(requests[0]?.headers.get('X-Plex-Token')).toBe(token.reveal());
  });

  test('is parsed completely', async () => {
    const { data, unexpectedValues, unknownFields } = await readJson(name, accessReplies[name]);
    expect({ unexpectedValues, unknownFields }).toEqual({ unexpectedValues: [], unknownFields: [] });
    const values = [...leavesOf(revealSecrets(data)).values()];
    expect(values).not.toContain('null');
    expect(values).not.toContain('undefined');
  });

  test('loses only the value that is missing, null or of the wrong type', async () => {
    const reply = accessReplies[name];
    const before = leavesOf(revealSecrets((await readJson(name, reply)).data));
    const wrong = [undefined, null, [[]], { x: 1 }, 'zwölf', -1.5, true, ['x'], '', '\u0000'];
    for (const steps of pathsOf(reply).filter(({ length }) => length > 0)) {
      for (const value of wrong) {
        const { data } = await readJson(
          name,
          withAt(reply, steps, () => value),
        );
        const after = leavesOf(revealSecrets(data));
        const changed = [...before.keys()].filter((key) => before.get(key) !== after.get(key));
        // A webhook's host and encryption come from its address.
        const prefix = name === 'webhooks' ? '/0' : `/${steps.join('/')}`;
        for (const key of changed)
          expect.soft(key, `${steps.join('.')} as ${inspect(value)}`).toMatch(startsWith(prefix));
      }
    }
  });

  test('keeps unknown keys and wrong values for all fields', async () => {
    const reply = withAt(accessReplies[name], Array.isArray(accessReplies[name]) ? ['0'] : [], (value) => ({
      ...(value as object),
      favouriteColour: 'teal',
    }));
    const { unknownFields, received } = await readJson(name, reply);
    expect(unknownFields).toEqual([{ path: expect.stringMatching(/favouriteColour$/), value: 'teal' }]);
    expect(JSON.stringify(received)).toContain('teal');
  });

  test('drops the credentials of other devices and people, at any depth and wherever they are repeated', async () => {
    const canary = 'Canary-7f3a9b2c4d5e6f70';
    const names = ['token', 'accessToken', 'inviteToken', 'authToken', 'Token', 'x_plex_token', 'secret', 'apiKey'];
    const planted = pathsOf(accessReplies[name]).reduce<unknown>((reply, steps) => {
      const credentials = Object.fromEntries(names.map((key) => [key, canary]));
      return withAt(reply, steps, (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, ...credentials, deep: { session: { token: [canary] } }, note: `mine is ${canary}` }
          : value,
      );
    }, accessReplies[name]);
    const read = await readJson(name, planted);
    expect(JSON.stringify(revealSecrets(read))).not.toMatch(/canary/i);
    expect(inspect(read, { depth: null, showHidden: true })).not.toMatch(/canary/i);
    expect(leavesOf(revealSecrets(read.data))).toEqual(
      leavesOf(revealSecrets((await readJson(name, accessReplies[name])).data)),
    );
  });

  test('shows hostile texts as text or not at all', async () => {
    for (const text of hostileTexts) {
      const hostile = withAt(accessReplies[name], [], (reply) => JSON.parse(JSON.stringify(reply), textInPlace(text)));
      await expect(readJson(name, hostile)).resolves.toBeDefined();
    }
  });

  test.each([
    ['text', '"ok"'],
    ['null', 'null'],
    ['nothing', ''],
    ['a web page', '<!DOCTYPE html><p>Sign in to the network'],
    ['the other shape', Array.isArray(accessReplies[name]) ? '{}' : '[]'],
  ])('is refused when it is %s', async (_, body) => {
    await expect(read(get, body)).rejects.toMatchObject({ name: 'PlexError', kind: 'notJson' });
  });

  test.each([401, 403, 404, 410, 422, 429, 498, 500, 503])(
    'a %i never means that the session is over',
    async (status) => {
      await expect(read(get, '', { status })).rejects.toMatchObject({ name: 'PlexError', endsSession: false });
    },
  );
});

function startsWith(prefix: string): RegExp {
  return new RegExp(`^${prefix}(?:/|$)`);
}

function textInPlace(text: string) {
  return (_: string, value: unknown) => (typeof value === 'string' ? text : value);
}

describe.each(Object.entries(xmlCalls))('the XML of %s', (_, [get, path, xml]) => {
  test('is asked as XML, once, with the token in a header', async () => {
    const { client, requests } = fakePlexTv(() => new Response(xml));
    await get(client, token);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET https://account.example${path}`]);
    expect(requests[0]?.headers.get('X-Plex-Token')).toBe(token.reveal());
    expect(requests[0]?.headers.get('Accept')).toBe('application/xml');
  });

  test('is parsed completely', async () => {
    const { data, unexpectedValues, unknownFields } = await read(get, xml);
    expect({ unexpectedValues, unknownFields }).toEqual({ unexpectedValues: [], unknownFields: [] });
    expect([...leavesOf(data).values()]).not.toContain('null');
  });

  test('loses only the attribute that is missing, empty or strange', async () => {
    const before = [...leavesOf((await read(get, xml)).data).values()];
    for (const [attribute] of xml.matchAll(/ \w+="[^"]*"/g)) {
      if (/version="1\.0"|encoding/.test(attribute)) continue;
      const [name] = attribute.split('=');
      for (const value of ['', `${name}=""`, `${name}="?"`, `${name}="&#1F600;"`.replace('1F600', 'x1F600')]) {
        const after = [...leavesOf((await read(get, xml.replace(attribute, value))).data).values()];
        // A list of a missing attribute is null: one leaf in place of several.
        const lost = before.filter((leaf, index) => leaf !== after[index] && before.length === after.length);
        expect(lost.length, `${attribute} as ${value}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('is refused when it is something else', async () => {
    const others = [
      '',
      '{}',
      '<!DOCTYPE html><p>Sign in to the network',
      '<html/>',
      `${xml}<more/>`,
      xml.replace('/>', '>'),
      xml.replace(/<(\w+)/, '<!DOCTYPE x [<!ENTITY e "eee">]><$1'),
      xml.replace(/="[^"]*"\/>/, '="&e;"/>'),
      [...xml].join('\u0000'),
    ];
    for (const body of others)
      await expect(read(get, body), body.slice(0, 60)).rejects.toMatchObject({ name: 'PlexError', kind: 'notJson' });
  });

  test('ignores text, CDATA and comments between the elements', async () => {
    const strange = xml.replace(
      /<(optOut|Device) /,
      '<!-- <x y="z"/> -->text<![CDATA[<optOut key="x"/><Device id="9"/>]]><$1 ',
    );
    expect((await read(get, strange)).data).toEqual((await read(get, xml)).data);
  });
});

test('a device loses its tokens, whatever the case and place of their attributes', async () => {
  const canary = 'Canary-7f3a9b2c4d5e6f70';
  const planted = devicesXml
    .replaceAll(
      /<(MediaContainer|Device|Connection|SyncList) /g,
      `<$1 token="${canary}" authToken="${canary}" TOKEN="${canary}" `,
    )
    .replace('</Device>', `<Token id="1" token="${canary}"/><x:y xmlns:x="urn:x" x:token="${canary}"/></Device>`);
  const devices = await read(getDevices, planted);
  expect(JSON.stringify(revealSecrets(devices))).not.toMatch(/canary/i);
  expect(devices.data).toEqual((await read(getDevices, devicesXml)).data);
});

test('reads the name of a device with character references', async () => {
  expect((await read(getDevices, devicesXml)).data).toMatchObject({ devices: [{ name: 'Mara’s iPhone' }] });
});

test('a device of a hostile name and of an unsafe attribute name is a device', async () => {
  const xml =
    '<MediaContainer><Device __proto__="x" constructor="y" name="&lt;img src=x onerror=alert(1)&gt;"/></MediaContainer>';
  const { data, received } = await read(getDevices, xml);
  expect(data).toMatchObject({ devices: [{ name: '<img src=x onerror=alert(1)>', id: null, connections: [] }] });
  expect(JSON.stringify(received)).toContain('constructor');
  expect(Object.prototype).not.toHaveProperty('x');
});

test('an id that is not digits cannot become an address', async () => {
  for (const id of ['../../users/signout', '1/2', '', '-1', '1e3', '９', '1'.repeat(21)]) {
    const { data } = await read(getDevices, `<MediaContainer><Device name="x" id="${id}"/></MediaContainer>`);
    expect(data).toMatchObject({ devices: [{ name: 'x', id: null }] });
  }
});

test('shows the host of a webhook and hides its address', async () => {
  const urls = [
    'https://user:pw@hooks.example.com:8443/a?key=b',
    'http://plain.example/x',
    'javascript:alert(1)',
    'x',
    '',
  ];
  const { data, received } = await readJson(
    'webhooks',
    urls.map((url) => ({ url })),
  );
  expect(data).toMatchObject([
    { host: 'hooks.example.com:8443', isEncrypted: true },
    { host: 'plain.example', isEncrypted: false },
    { host: null, isEncrypted: null },
    { host: null, isEncrypted: null },
    { url: null, host: null, isEncrypted: null },
  ]);
  expect(JSON.stringify({ data, received })).not.toMatch(/pw@|key=b/);
});

test('leaves out items that hold nothing, and reads "" as no value', async () => {
  const { data } = await readJson('friends', [{}, 7, null, { title: 'Ines', username: '' }, []]);
  expect(data).toMatchObject([{ title: 'Ines', username: null, sharedServers: null }]);
  expect(data).toHaveLength(1);
});

describe('a list of hundreds of devices', () => {
  const plain = Array.from({ length: 250 }, (_, index) => `<Device name="No ${index}" id="${index + 1}"/>\n`);

  /** The list with texts before some of its devices. It is read in slices of a hundred. */
  function listWith(texts: Record<number, string> = {}, after = '') {
    const devices = plain.map((device, index) => `${texts[index] ?? ''}${device}`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer publicAddress="198.51.100.4" size="250" odd="x">\n${devices.join('')}${after}</MediaContainer>\n`;
  }

  test.each<[what: string, xml: string]>([
    ['plain devices', listWith()],
    ['odd values in each slice', listWith().replaceAll(/id="(\d*7)"/g, 'id="x$1" createdAt="never" colour="teal"')],
    ['a device that says nothing', listWith({ 150: '<Device />' })],
    ['a comment across a cut', listWith({ 150: '<!-- ', 230: '-->' })],
    ['CDATA across a cut', listWith({ 150: '<![CDATA[', 230: ']]>' })],
    ['an instruction across a cut', listWith({ 150: '<?x ', 230: '?>' })],
    ['a device around a cut', listWith({ 150: '<Device name="outer">', 230: '</Device>' })],
    ['another element around a cut', listWith({ 150: '<Other>', 230: '</Other>' })],
    ['another element in the middle', listWith({ 120: '<Other id="1"/>' })],
    ['another element at the start and at the end', listWith({ 0: '<Other id="1"/>' }, '<Other id="2"/>')],
    ['the end of the root in the middle', listWith({ 150: '</MediaContainer><MediaContainer>' })],
    ['a prefix that the root defines', listWith({ 150: '<Device x:y="z"/>' }).replace('odd=', 'xmlns:x="urn:x" odd=')],
    ['a DTD at the end', `${listWith()}<!DOCTYPE x>`],
    ['a syntax error at the end', listWith({ 249: '<Device name="' })],
    [
      'a credential that a device of another slice repeats',
      listWith({
        3: '<Device name="one" token="Canary-7f3a9b2c"/>',
        240: '<Device name="is Canary-7f3a9b2c" id="9"/>',
      }),
    ],
  ])('is read as in one piece: %s', async (_, xml) => {
    const inSlices = await read(getDevices, xml).then(sorted, String);
    expect(inSlices).toEqual(await read(getDevicesInOnePiece, xml).then(sorted, String));
    expect(JSON.stringify(revealSecrets(inSlices))).not.toContain('Canary');
  });

  test('lets the browser draw in between', async () => {
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns += 1;
      port2.postMessage(null);
    };
    const { client } = fakePlexTv(() => new Response(listWith()));
    port2.postMessage(null);
    const { data } = await getDevices(client, token);
    port1.close();
    expect(data.devices).toHaveLength(250);
    expect(turns).toBeGreaterThan(2);
  });

  test('stops reading when it is no longer wanted', async () => {
    const controller = new AbortController();
    const { client } = fakePlexTv(() => new Response(listWith()));
    const reading = getDevices(client, token, controller.signal);
    setTimeout(() => controller.abort(new Error('left')));
    await expect(reading).rejects.toThrow('left');
  });
});

/** The parts about unknown values may come in another order. */
function sorted({ unexpectedValues, unknownFields, ...reply }: AccessReply<unknown>) {
  const byPath = (one: { path: string }, other: { path: string }) => (one.path < other.path ? -1 : 1);
  return {
    ...reply,
    unexpectedValues: unexpectedValues.toSorted(byPath),
    unknownFields: unknownFields.toSorted(byPath),
  };
}

async function getDevicesInOnePiece(client: PlexClient): Promise<AccessReply<unknown>> {
  const response = await client.fetch(new Request('https://account.example/devices.xml'));
  return readDevices(await response.text());
}
