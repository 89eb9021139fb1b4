import type { Term } from '../../ui/terms.tsx';

export const plexHomeTerms: readonly Term[] = [
  ['Plex Home', 'Up to 15 people under one roof, who switch between each other on shared devices.'],
  [
    'Home PIN',
    'Asked for when somebody in the Home switches to this member. Reports differ on when plex.tv really asks for it. It does not protect sign-in elsewhere.',
  ],
  ['Switching', 'Needs no password and no two-factor code. Plex may ask for the Home PIN, if there is one.'],
  ['Managed member', 'Has no e-mail and no password of their own; the Home’s admin manages everything.'],
  ['Guest', 'A seat for visitors that the Home’s admin can switch on.'],
];
