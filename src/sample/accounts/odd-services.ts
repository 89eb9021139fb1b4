import { imageWithScript, rightToLeft } from './hostile-text.ts';
import { inventedSecret } from './invented-secret.ts';

/** Services with every kind of missing credential, endpoints that must not become links, and invalid items. */
export const oddServices: readonly unknown[] = [
  { identifier: 'epg', endpoint: 'https://epg.provider.plex.tv', token: inventedSecret('odd epg'), status: 'online' },
  { identifier: 'tvdb', endpoint: 'https://tvdb.example.com/', token: '', secret: '', status: 'online' },
  { identifier: 'community', endpoint: 'https://community.plex.tv', token: null, secret: null, status: 'online' },
  { identifier: 'eyeq-channel-icons', endpoint: 'http://icons.example.com/cds/2.0/image', status: 'offline' },
  {
    identifier: 'lyricfind',
    endpoint: 'https://lyricfind.plex.tv/',
    token: inventedSecret('odd lyricfind'),
    secret: inventedSecret('odd lyricfind secret', 32),
    status: 'hibernating',
  },
  {
    identifier: 'scrobbling',
    endpoint: 'javascript:alert(document.cookie)',
    token: { value: inventedSecret('odd scrobbling') },
    secret: [inventedSecret('odd scrobbling secret', 32)],
    status: 1,
  },
  { identifier: imageWithScript, endpoint: 'not a url', token: 1234567890123456, secret: false, status: null },
  { identifier: rightToLeft, endpoint: { host: 'plex.tv' }, refreshToken: inventedSecret('odd refreshToken', 40) },
  { identifier: 'tvdb', endpoint: 'https://tvdb.example.com/', token: inventedSecret('odd tvdb'), status: 'online' },
  {},
  null,
  'epg',
  17,
];
