/** What the words of each panel mean, for people who never set up a Plex server. */
export const terms = {
  profile: [
    ['SDH', 'Subtitles for the deaf and hard of hearing: they also name sounds and speakers.'],
    ['Forced subtitles', 'Only the parts in another language than the film’s own, such as an alien’s words.'],
    ['Accessible audio', 'A sound track that also describes what is to be seen.'],
  ],
  subscription: [
    ['Entitlements', 'The paid Plex apps that are unlocked for this account. They say nothing about a Plex Pass.'],
    ['Roles', 'What plex.tv counts the account as: “plexpass” is a Plex Pass member.'],
    ['Grace period', 'A payment failed; the subscription goes on for a while. Read off the key’s name.'],
    ['On hold', 'The subscription is paused. Read off the key’s name.'],
    ['Transfer', 'The subscription was moved between accounts. Read off the key’s name.'],
  ],
  services: [
    ['Token and secret', 'Keys that Plex’s apps show to this service for you. Who has one can act for you there.'],
    ['Not encrypted', 'The address begins with http: others on the network can read what is sent.'],
  ],
  home: [
    ['Plex Home', 'Up to 15 people under one roof, who switch between each other on shared devices.'],
    ['Home PIN', 'Asked for when somebody in the Home switches to this member. It does not protect sign-in elsewhere.'],
    ['Switching', 'Needs no password and no two-factor code: only the Home PIN, if there is one.'],
    ['Managed member', 'Has no e-mail and no password of their own; the Home’s admin sees to everything.'],
    ['Guest', 'A seat for visitors that the Home’s admin can switch on.'],
  ],
  privacy: [
    [
      'Scrobbled media',
      'The kinds of media, by Plex’s type numbers, whose playback plex.tv passes on. 10 is a music track.',
    ],
    ['Mailing list', 'What Plex’s mail provider has on record: subscribed, unsubscribed, or removed.'],
    ['Queue e-mail address', 'Mail sent there adds videos to your queue: keep it to yourself.'],
  ],
} satisfies Record<string, [term: string, meaning: string][]>;
