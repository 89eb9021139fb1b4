import { inventedJwt, inventedSecret } from './invented-secret.ts';

type Credentials = 'none' | 'token' | 'jwt' | 'token and secret';
type Row = readonly [identifier: string, endpoint: string, credentials: Credentials];

const commonRows: readonly Row[] = [
  ['epg', 'https://epg.provider.plex.tv', 'token'],
  ['epg-staging', 'https://epg-staging.provider.plex.tv', 'token'],
  ['epg-dev', 'https://epg-dev.provider.plex.tv', 'token'],
  ['eyeq', 'https://guide.example.com/webapi/xml/1.0/', 'token'],
  ['eyeq-channel-icons', 'http://icons.example.com/cds/2.0/image', 'none'],
  ['graph-dev', 'https://community-dev.plex.tv', 'none'],
  ['graph-staging', 'https://community-staging.plex.tv', 'none'],
  ['metadata', 'https://metadata.provider.plex.tv', 'token'],
  ['metadata-dev', 'https://metadata-dev.provider.plex.tv', 'token'],
  ['metadata-provider', 'https://mpm.plex.tv/', 'none'],
  ['tmsapi', 'https://tmsapi.plex.tv/v1.1/', 'token'],
  ['subtitles-search', 'https://metadata.provider.plex.tv/library/streams/matches', 'token'],
  ['acoustid', 'https://acoustid.plex.tv/', 'token'],
  ['lyricfind', 'https://lyricfind.plex.tv/', 'token and secret'],
  ['lyricfind-search', 'https://lyricfind.plex.tv/', 'token'],
  ['tvdb', 'https://tvdb.example.com/', 'token'],
];

const photoRows: readonly Row[] = [
  ['imagga-v2', 'https://photo-tags.example.com/v2', 'token and secret'],
  ['nominatim', 'https://places.example.com/v1', 'token'],
];

const laterRows: readonly Row[] = [
  ['community-dev', 'https://community-dev.plex.tv', 'none'],
  ['community-staging', 'https://community-staging.plex.tv', 'none'],
  ['community', 'https://community.plex.tv', 'none'],
  ['scrobbling', 'https://scrobbles.plex.tv', 'jwt'],
];

function token(owner: string, identifier: string, credentials: Credentials): string | null {
  // In recorded accounts a service and its -dev and -staging variants have the same token.
  const seed = `${owner} ${identifier.replace(/-(dev|staging)$/, '')}`;
  if (credentials === 'none') return null;
  return credentials === 'jwt' ? inventedJwt(seed) : inventedSecret(seed);
}

function service(owner: string, [identifier, endpoint, credentials]: Row) {
  const secret = credentials === 'token and secret' ? inventedSecret(`${owner} ${identifier} secret`, 32) : null;
  return { identifier, endpoint, token: token(owner, identifier, credentials), secret, status: 'online' };
}

function withoutNulls(entry: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
}

/** The 20 services of recorded replies of 2024. A missing credential is null. */
export function services(owner: string) {
  return [...commonRows, ...laterRows].map((row) => service(owner, row));
}

/** The 16 services of recorded replies of 2022. A missing credential is left out. */
export function earlyServices(owner: string) {
  return commonRows.map((row) => withoutNulls(service(owner, row)));
}

/** The 18 services of an account with a Plex Pass in 2022, which include two for photos. */
export function earlyPassServices(owner: string) {
  return [...commonRows, ...photoRows].map((row) => withoutNulls(service(owner, row)));
}
