import type { Term } from '../../ui/terms.tsx';

export const servicesTerms: readonly Term[] = [
  ['Key', 'A token or a secret that Plex’s apps send to a service for you. Anyone who has it can act for you there.'],
  ['Not encrypted', 'The address begins with http: others on the network can read what is sent.'],
];
