import type { Term } from '../../ui/terms.tsx';

export const privacyTerms: readonly Term[] = [
  [
    'Scrobbled media',
    'The kinds of media, by Plex’s type numbers, whose playback plex.tv passes on. 10 is a music track.',
  ],
  ['Mailing list', 'What Plex’s mail provider has on record: subscribed, unsubscribed, or removed.'],
  ['Webhook', 'An address, yours or somebody else’s, to which plex.tv reports what is played on your servers.'],
  ['Online sources', 'What Plex itself offers beside your own media. Plex does not show a source that is off.'],
  ['Queue e-mail address', 'Mail to this address adds videos to your queue. Keep it secret.'],
];
