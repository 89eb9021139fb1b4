import type { Term } from '../../ui/terms.tsx';

export const subscriptionTerms: readonly Term[] = [
  ['Apps', 'The paid Plex apps that are unlocked for this account. They say nothing about a Plex Pass.'],
  ['Roles', 'The groups that plex.tv puts the account in: “plexpass” is a Plex Pass member.'],
  [
    'Payment failed',
    'plex.tv calls it a grace period: the subscription still works for a while. Guessed from the name.',
  ],
  ['On hold', 'The subscription is paused. Guessed from the name.'],
  ['Transfer', 'The subscription was moved between accounts. Guessed from the name.'],
];
