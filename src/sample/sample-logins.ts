/**
 * A login of the sample, with a description for the bar of the sample. A `failure` login shows one kind of failure. An
 * `access` login signs in, and then shows one state of the Home, the devices, the sharing or the privacy settings.
 */
export type SampleLogin = {
  kind: 'account' | 'failure' | 'access';
  /** Names the login in an address. */
  id: string;
  name: string;
  login: string;
  password: string;
  verificationCode?: string;
  about: string;
  /** An account that tests this page, rather than one that people have. */
  isForTesting?: true;
};

const password = 'sample';

function account(id: string, name: string, login: string, about: string): SampleLogin {
  return { kind: 'account', id, name, login, password, about };
}

function failure(name: string, login: string, about: string): SampleLogin {
  return { kind: 'failure', id: login.replace(/@.*/, ''), name, login, password, about };
}

function access(name: string, login: string, about: string): SampleLogin {
  return { kind: 'access', id: login.replace(/@.*/, ''), name, login, password, about };
}

/** Every login of the sample. The first one is shown first. */
export const sampleLogins: readonly SampleLogin[] = [
  account(
    'monthly',
    'Monthly Plex Pass, cancelled',
    'mara@example.com',
    'Runs for 12 more days. Two past subscriptions and a trial.',
  ),
  {
    ...account(
      'lifetime',
      'Lifetime Plex Pass, two-factor',
      'tomas@example.com',
      'The admin of a Home, with a PIN. The verification code is 123456.',
    ),
    verificationCode: '123456',
  },
  account('free', 'Free account', 'nina@example.com', 'Never had a Plex Pass, and has changed no settings.'),
  account('former', 'Former subscriber', 'ida@example.com', 'Had a Plex Pass years ago. Signs in by e-mail only.'),
  account(
    'member',
    'Managed Home member',
    'managed',
    'A child in a Plex Home. plex.tv lets no managed member sign in with a password. The sample does.',
  ),
  {
    ...account(
      'newest',
      'Newest format',
      'yusuf@example.com',
      'An account in the format that plex.tv uses since 2026, without lists of subscriptions.',
    ),
    isForTesting: true,
  },
  {
    ...account('odd', 'Odd account', 'odd@example.com', 'Wrong in every field. The password has spaces at both ends.'),
    password: ' p&ss+word=%20 ü ',
    isForTesting: true,
  },
  failure('Wrong password', 'wrong-password@example.com', 'No password works for it.'),
  failure('Username where only e-mail works', 'ida.larsen', 'The former subscriber. Only ida@example.com works.'),
  failure('Locked out', 'locked@example.com', 'Too many failed sign-ins from this address.'),
  failure('Too many requests', 'rate-limited@example.com', 'The answer asks you to wait for 30 seconds.'),
  failure('Managed user with a password', 'managed@example.com', 'Refused, because managed users have no password.'),
  failure('Home PIN needed', 'pin@example.com', 'The answer asks for a Home PIN.'),
  failure(
    'Missing client identifier',
    'no-client-identifier@example.com',
    'The error for a request without a client identifier.',
  ),
  failure('Malformed request', 'malformed@example.com', 'The error for a request in the wrong format.'),
  failure('Unknown error code', 'unknown-error@example.com', 'Code 1999, with a message from plex.tv.'),
  failure('XML error', 'xml-error@example.com', 'A wrong password, with the error in XML instead of JSON.'),
  failure('Removed endpoint', 'gone@example.com', 'Status 410, in an older kind of XML.'),
  failure('Not found', 'not-found@example.com', 'Status 404, without an error code.'),
  failure('Out of service', 'unavailable@example.com', 'Status 503 with a web page.'),
  failure('Empty error', 'empty-error@example.com', 'Status 500 without any text.'),
  failure('Hotel Wi-Fi', 'captive-portal@example.com', 'A web page in place of plex.tv, with status 200.'),
  failure('Not an account', 'not-an-account@example.com', 'Status 200 and an empty list.'),
  failure('Slow', 'slow@example.com', 'Answers after 8 seconds.'),
  failure('Never answers', 'never@example.com', 'Keeps the connection open forever.'),
  failure('Session ended elsewhere', 'ended@example.com', 'Signs in. Later plex.tv says that the session has ended.'),
  failure('Sign-out fails', 'no-sign-out@example.com', 'Signs in. The sign-out fails at plex.tv.'),
  access('Home of fifteen, 10,000 devices', 'many-devices@example.com', 'More than anybody has, and 200 friends.'),
  access('No devices at all', 'no-devices@example.com', 'Nothing is listed: no member, no device, no friend.'),
  access('Home fails', 'home-fails@example.com', 'Status 503 with a web page, for the Home alone.'),
  access('Devices fail', 'devices-fail@example.com', 'A web page in place of the devices, with status 200.'),
  access('Friends fail', 'friends-fail@example.com', 'Asks to wait for 30 seconds, for the friends alone.'),
  access('Invitations fail', 'invitations-fail@example.com', 'Status 500 and nothing else, for the invitations alone.'),
  access('Servers fail', 'servers-fail@example.com', 'The error for a malformed request, for the servers alone.'),
  access('Privacy fails', 'privacy-fails@example.com', 'Status 403, for the privacy settings alone.'),
  access('Watch history fails', 'watch-sync-fails@example.com', 'Status 404, for the sync of what was watched alone.'),
  access('Online sources fail', 'opt-outs-fail@example.com', 'Broken XML, for the online sources alone.'),
  access('Webhooks fail', 'webhooks-fail@example.com', 'Status 401, although the session is valid.'),
  access(
    'Everything about access fails',
    'access-fails@example.com',
    'Status 503 for the Home, the devices and everything else.',
  ),
  access(
    'Everything about access is refused',
    'access-refused@example.com',
    'Status 403 for the Home and everything else.',
  ),
  access('Everything about access is slow', 'access-slow@example.com', 'Each answer takes 12 seconds.'),
  access('Nothing about access is answered', 'access-never@example.com', 'Keeps these connections open forever.'),
  access(
    'Session ends after sign-in',
    'access-ended@example.com',
    'The token is no longer valid at the first request about access.',
  ),
  access(
    'A device stays signed in',
    'device-stays@example.com',
    'The 5th sign-out fails. The 8th device is already gone.',
  ),
  access('Too many devices at once', 'devices-limited@example.com', 'Asks to wait after 5 devices were signed out.'),
  access('Devices refused', 'devices-refused@example.com', 'Refuses the token after 3 devices were signed out.'),
];
