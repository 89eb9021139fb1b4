/** A login of the sample, with a description for the sign-in form. A `failure` login shows one kind of failure. */
export type SampleLogin = {
  kind: 'account' | 'failure';
  name: string;
  login: string;
  password: string;
  verificationCode?: string;
  about: string;
};

const password = 'sample';

function account(name: string, login: string, about: string): SampleLogin {
  return { kind: 'account', name, login, password, about };
}

function failure(name: string, login: string, about: string): SampleLogin {
  return { kind: 'failure', name, login, password, about };
}

/** Every login of the sample. The first one suits a first look best. */
export const sampleLogins: readonly SampleLogin[] = [
  account(
    'Monthly Plex Pass, cancelled',
    'mara@example.com',
    'Runs for 12 more days. Two past subscriptions and a trial.',
  ),
  {
    ...account(
      'Lifetime Plex Pass, two-factor',
      'tomas@example.com',
      'Home admin with a PIN. Asks for the code 123456.',
    ),
    verificationCode: '123456',
  },
  account('Free account', 'nina@example.com', 'Has never paid, and has no settings of its own.'),
  account('Former subscriber', 'ida@example.com', 'Had a Plex Pass years ago. Signs in by e-mail only.'),
  account(
    'Managed Home member',
    'managed',
    'A child in a Plex Home. At plex.tv it has no password. Here it signs in directly.',
  ),
  account('Newest format', 'yusuf@example.com', 'The format of plex.tv in 2026, without lists of subscriptions.'),
  {
    ...account('Odd account', 'odd@example.com', 'Everything wrong at once. The password has spaces at both ends.'),
    password: ' p&ss+word=%20 ü ',
  },
  failure('Wrong password', 'wrong-password@example.com', 'No password is right.'),
  failure('Username where only e-mail works', 'ida.larsen', 'The former subscriber. Only ida@example.com works.'),
  failure('Locked out', 'locked@example.com', 'Too many failed sign-ins from this address.'),
  failure('Too many requests', 'rate-limited@example.com', 'Asks to wait for 30 seconds.'),
  failure('Managed user with a password', 'managed@example.com', 'Refused. Managed users cannot sign in themselves.'),
  failure('Home PIN needed', 'pin@example.com', 'Refused until a Home PIN is given.'),
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
  failure('Empty error', 'empty-error@example.com', 'Status 500 and nothing else.'),
  failure('Hotel Wi-Fi', 'captive-portal@example.com', 'A web page in place of plex.tv, with status 200.'),
  failure('Not an account', 'not-an-account@example.com', 'Status 200 and an empty list.'),
  failure('Slow', 'slow@example.com', 'Answers after 8 seconds.'),
  failure('Never answers', 'never@example.com', 'Keeps the connection open forever.'),
  failure('Session ended elsewhere', 'ended@example.com', 'Signs in. Later plex.tv says that the session has ended.'),
  failure('Sign-out fails', 'no-sign-out@example.com', 'Signs in. The sign-out fails at plex.tv.'),
];
