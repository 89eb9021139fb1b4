import type { Term } from '../../ui/terms.tsx';

export const privacyTerms: readonly Term[] = [
  [
    'Scrobbled media',
    'The kinds of media, by Plex’s type numbers, whose playback plex.tv passes on. 10 is a music track.',
  ],
  ['Mailing list', 'What Plex’s mail provider has on record: subscribed, unsubscribed, or removed.'],
  ['Queue e-mail address', 'Mail sent there adds videos to your queue: keep it to yourself.'],
];
