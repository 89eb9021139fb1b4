import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factText, factTexts } from '../../test/fact-text.ts';
import { servicesView } from './services.ts';

function view(services?: unknown) {
  return servicesView(accountFrom({ services }));
}

/** The texts in the row of one service. */
function rowOf(service: unknown) {
  const { rows, internal } = view([service]);
  const [row] = [...rows, ...internal];
  if (!row) throw new Error('no row');
  const { meaning, isUnencrypted, identifier, endpoint, status, token, secret } = row;
  return {
    meaning,
    isUnencrypted,
    identifier: factText(identifier),
    endpoint: factText(endpoint),
    status: factText(status),
    token: factText(token),
    secret: factText(secret),
  };
}

test.each<[identifier: string, meaning: string]>([
  ['epg', 'TV guide'],
  ['epg-dev', 'TV guide, development'],
  ['epg-staging', 'TV guide, staging'],
  ['eyeq', 'Gracenote TV guide'],
  ['eyeq-channel-icons', 'TV channel icons'],
  ['community', 'Plex community'],
  ['graph-dev', 'Plex community, development'],
  ['metadata', 'Metadata'],
  ['metadata-dev', 'Metadata, development'],
  ['metadata-provider', 'Metadata'],
  ['tmsapi', 'Gracenote listings'],
  ['subtitles-search', 'Subtitle search'],
  ['acoustid', 'Music fingerprints'],
  ['lyricfind', 'Lyrics'],
  ['lyricfind-search', 'Lyrics search'],
  ['tvdb', 'TheTVDB'],
  ['imagga-v2', 'Photo tags'],
  ['nominatim', 'Places of photos'],
  ['scrobbling', 'Scrobbling'],
  ['toaster', 'Unknown service'],
  ['toaster-dev', 'Unknown service, development'],
  ['constructor', 'Unknown service'],
  ['', 'Unknown service'],
])('shows the meaning of %s: %s', (identifier, meaning) => {
  expect(rowOf({ identifier })).toMatchObject({ meaning, identifier: identifier || 'None' });
});

test.each<[sent: object, shown: object]>([
  [{ endpoint: 'https://epg.provider.plex.tv' }, { endpoint: 'https://epg.provider.plex.tv', isUnencrypted: false }],
  [{ endpoint: 'http://icons.example.com' }, { endpoint: 'http://icons.example.com', isUnencrypted: true }],
  [{ endpoint: 'javascript:alert(1)' }, { endpoint: 'javascript:alert(1)', isUnencrypted: false }],
  [{ endpoint: null }, { endpoint: 'None', isUnencrypted: false }],
  [{ endpoint: { host: 'plex.tv' } }, { endpoint: '{"host":"plex.tv"} [not as expected]', isUnencrypted: false }],
  [{ status: 'online' }, { status: 'Online' }],
  [{ status: 'hibernating' }, { status: 'hibernating [as plex.tv wrote it]' }],
  [{ status: '' }, { status: 'None' }],
  [{ status: null }, { status: 'None' }],
  [{ status: 1 }, { status: '1 [not as expected]' }],
  [{ identifier: 7 }, { identifier: '7 [not as expected]' }],
  [
    {},
    {
      identifier: 'plex.tv did not say',
      endpoint: 'plex.tv did not say',
      status: 'plex.tv did not say',
      token: 'None',
    },
  ],
])('shows the endpoint and the status of a service: %j', (sent, shown) => {
  expect(rowOf(sent)).toMatchObject(shown);
});

test.each<[sent: object, token: string, secret: string]>([
  [{ token: 'the-token', secret: 'the-secret' }, 'Hidden', 'Hidden'],
  [{ token: 'the-token' }, 'Hidden', 'None'],
  [{ token: null, secret: null }, 'None', 'None'],
  [{ token: '', secret: '' }, 'None', 'None'],
  [{}, 'None', 'None'],
  [{ token: 1234567890, secret: false }, 'Hidden [not as expected]', 'false [not as expected]'],
  [{ token: { value: 'x' }, secret: ['y'] }, '["[hidden]"] [not as expected]', '["[hidden]"] [not as expected]'],
])('hides the credentials of a service: %j', (sent, token, secret) => {
  expect(rowOf(sent)).toMatchObject({ token, secret });
});

test.each<[sent: object, hasKey: boolean]>([
  [{ token: 'the-token' }, true],
  [{ secret: 'the-secret' }, true],
  [{ token: 1234567890 }, true],
  [{ secret: false }, true],
  [{ token: null, secret: '' }, false],
  [{}, false],
])('knows whether a service has a key: %j', (sent, hasKey) => {
  const [row] = view([sent]).rows;
  expect(row?.hasKey).toBe(hasKey);
  expect(row?.token.isEmpty && row.secret.isEmpty).toBe(hasKey ? undefined : true);
});

test('reveals a credential when asked', () => {
  const [row] = view([{ token: 'the-token', secret: 'the-secret' }]).rows;
  expect([row?.token.reveal?.(), row?.secret.reveal?.()]).toEqual(['the-token', 'the-secret']);
});

test.each([null, 'epg', 17, [[]]])('shows %j as received, since it is no service', (sent) => {
  const shown = typeof sent === 'string' ? sent : JSON.stringify(sent);
  expect(rowOf(sent)).toMatchObject({ meaning: 'Unknown service', identifier: `${shown} [not as expected]` });
});

test('shows what was sent instead of the list', () => {
  const { rows } = view('none');
  expect(rows.map(({ identifier }) => factText(identifier))).toEqual(['none [not as expected]']);
});

test('separates Plex’s own test services', () => {
  const { rows, internal } = view([{ identifier: 'epg' }, { identifier: 'epg-dev' }, { identifier: 'epg-staging' }]);
  expect(rows.map(({ meaning }) => meaning)).toEqual(['TV guide']);
  expect(internal.map(({ meaning }) => meaning)).toEqual(['TV guide, development', 'TV guide, staging']);
});

test('shows a service twice if it was sent twice', () => {
  const service = { identifier: 'tvdb', endpoint: 'https://tvdb.example.com/' };
  expect(view([service, service]).rows).toHaveLength(2);
});

test.each<[sent: unknown, answer: string, aside: string | undefined]>([
  [undefined, 'plex.tv did not say which services it set up for you.', undefined],
  [[], 'No services on record.', undefined],
  [[{ token: 'x' }, { secret: 'y' }, {}], 'Plex keeps keys for you at two of its services.', '3'],
  [[{ status: 'online' }], 'Plex set up 1 service for you, without a key.', '1, all online'],
  [
    [{ token: 'x', endpoint: 'http://a.example', status: 'online' }, { status: 'offline' }],
    'Plex keeps keys for you at one of its services. One service is not encrypted.',
    '2',
  ],
])('answers how many services there are: %j', (sent, answer, aside) => {
  expect(view(sent)).toMatchObject({ answer });
  expect(view(sent).aside).toBe(aside);
});

test.each<[reply: object, shown: object]>([
  [{}, {}],
  [
    { providers: [], cloudSyncDevice: null },
    { Providers: 'None', 'Cloud sync device': 'None' },
  ],
  [
    { providers: [{ id: 7 }], cloudSyncDevice: 'nas' },
    { Providers: '[{"id":7}]', 'Cloud sync device': 'nas' },
  ],
])('shows providers and the cloud sync device if plex.tv sent them: %j', (reply, shown) => {
  const { facts } = servicesView(accountFrom(reply));
  expect(factTexts(facts)).toEqual(shown);
});
