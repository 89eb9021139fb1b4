import type { Term } from '../../ui/terms.tsx';

export const servicesTerms: readonly Term[] = [
  ['Token and secret', 'Keys that Plex’s apps send to this service for you. Anyone who has one can act for you there.'],
  ['Not encrypted', 'The address begins with http: others on the network can read what is sent.'],
];
