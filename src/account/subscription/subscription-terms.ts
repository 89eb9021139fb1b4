import type { Term } from '../../ui/terms.tsx';

export const subscriptionTerms: readonly Term[] = [
  ['Entitlements', 'The paid Plex apps that are unlocked for this account. They say nothing about a Plex Pass.'],
  ['Roles', 'What plex.tv counts the account as: “plexpass” is a Plex Pass member.'],
  ['Grace period', 'A payment failed; the subscription goes on for a while. Read off the key’s name.'],
  ['On hold', 'The subscription is paused. Read off the key’s name.'],
  ['Transfer', 'The subscription was moved between accounts. Read off the key’s name.'],
];
