const identifiable = [
  'client:click',
  'client:search',
  'client:signin',
  'client:view',
  'device:linked',
  'device:seen',
  'purchase:plexpass',
  'server:shared',
  'subscription:created',
];
const anonymous = ['client:download', 'client:signin:failure', 'metadata:match', 'subtitle:server:search'];
const playback = ['playback:itemend', 'playback:itemstart', 'playback:failure', 'server:playback'];
const library = ['library:created', 'library:scan:complete'];

/** What Plex records, in the format recorded in 2022. */
export function privacy(optOutPlayback: boolean, optOutLibraryStats: boolean): object {
  const metrics = (events: readonly string[], status: string) => events.map((event) => ({ event, status }));
  return {
    optOutPlayback,
    optOutLibraryStats,
    domain: 'analytics.plex.tv',
    baseUrl: 'https://analytics.plex.tv',
    metrics: [
      ...metrics(identifiable, 'identifiable'),
      ...metrics(anonymous, 'anonymous'),
      ...metrics(playback, optOutPlayback ? 'off' : 'identifiable'),
      ...metrics(library, optOutLibraryStats ? 'off' : 'identifiable'),
    ],
  };
}

const sources = ['vod', 'epg', 'music', 'news', 'podcasts', 'metadata'];

/** The choices about Plex's online sources. `optedOut` have the given value, and the others `opt_in`. */
export function optOuts(optedOut: readonly string[], value = 'opt_out'): { key: string; value: string }[] {
  return sources.map((source) => ({
    key: `tv.plex.provider.${source}`,
    value: optedOut.includes(source) ? value : 'opt_in',
  }));
}
