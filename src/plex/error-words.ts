type Words = { what: string; why: string; todo: string };

/** For each kind of failure: what happened, why, and what to do. */
export const errorWords = {
  wrongLogin: {
    what: 'plex.tv did not accept this sign-in.',
    why: 'The e-mail or username, or the password, is not right.',
    todo: 'Check both and try again. Accounts made with Google, Apple or Facebook have no password: sign in at plex.tv.',
  },
  codeNeeded: {
    what: 'plex.tv asks for a verification code.',
    why: 'This account has two-factor sign-in.',
    todo: 'Enter the code from your authenticator app, or a backup code.',
  },
  wrongCode: {
    what: 'plex.tv did not accept this code.',
    why: 'It may have expired, or been mistyped.',
    todo: 'Enter the code that your app shows now.',
  },
  emailOnly: {
    what: 'This account cannot be signed in to by username.',
    why: 'It only allows signing in with its e-mail address.',
    todo: 'Enter the e-mail address instead of the username.',
  },
  lockedOut: {
    what: 'plex.tv has locked sign-ins for now.',
    why: 'Too many of them failed, for this account or from this network. The lock lasts hours, sometimes days.',
    todo: 'Stop trying here: each try can lengthen it. Sign in at plex.tv, or come back later.',
  },
  rateLimited: {
    what: 'plex.tv asks us to wait.',
    why: 'It received too many requests in a short time.',
    todo: 'Wait a moment, then try again.',
  },
  managedUser: {
    what: 'plex.tv does not let this member sign in.',
    why: 'Managed members of a Plex Home have no password of their own.',
    todo: 'Sign in as the Home’s owner.',
  },
  homePinNeeded: {
    what: 'plex.tv asks for a Home PIN.',
    why: 'This member of a Plex Home is protected by one.',
    todo: 'Sign in with the account’s own e-mail and password.',
  },
  pinExpired: {
    what: 'plex.tv no longer knows this sign-in.',
    why: 'It has expired, or has been used.',
    todo: 'Start again.',
  },
  signedOut: {
    what: 'You have been signed out.',
    why: 'plex.tv no longer accepts this sign-in: it expired, or was ended on another device.',
    todo: 'Sign in again.',
  },
  noToken: {
    what: 'plex.tv cannot be asked again.',
    why: 'It sent no token along with this account.',
    todo: 'Sign out and in again to see the latest.',
  },
  clientIdentifierMissing: {
    what: 'This page made a mistake.',
    why: 'plex.tv did not receive the identifier that this page sends for your browser.',
    todo: 'Reload the page. If it happens again, tell whoever hosts it.',
  },
  malformed: {
    what: 'plex.tv did not understand the request.',
    why: 'Something in it is missing or not in the form plex.tv expects.',
    todo: 'Try again. If it happens again, tell whoever hosts this page.',
  },
  gone: {
    what: 'plex.tv no longer offers this.',
    why: 'This page uses an address that Plex has retired.',
    todo: 'Ask whoever hosts this page for a newer version.',
  },
  refused: {
    what: 'plex.tv refused the request.',
    why: 'It gave a reason that this page does not know.',
    todo: 'Try again later, or sign in at plex.tv to see what it asks for.',
  },
  serverError: {
    what: 'plex.tv has trouble.',
    why: 'Its servers failed to answer; the fault is not yours.',
    todo: 'Try again in a few minutes.',
  },
  plexTvUnreachable: {
    what: 'plex.tv could not be reached.',
    why: 'This page’s server got no usable answer from it.',
    todo: 'Try again in a few minutes. If it lasts, tell whoever hosts this page.',
  },
  timedOut: {
    what: 'plex.tv did not answer in time.',
    why: 'It, or the connection to it, is very slow at the moment.',
    todo: 'Try again in a few minutes.',
  },
  offline: {
    what: 'You are offline.',
    why: 'This device has no network connection.',
    todo: 'Connect, then try again. What you typed is still here.',
  },
  unreachable: {
    what: 'Could not reach plex.tv.',
    why: 'You are offline, this page’s server is down, or something in between blocks it.',
    todo: 'Check the connection and any blocker, then try again.',
  },
  loadFailed: {
    what: 'A part of this page could not be fetched.',
    why: 'The connection to this page’s own server broke, or the page was updated meanwhile.',
    todo: 'Check the connection, then reload the page.',
  },
  notJson: {
    what: 'Something other than plex.tv answered.',
    why: 'The answer is not in plex.tv’s form. Often a network’s own sign-in page, a proxy or a missing relay does this.',
    todo: 'Open another web page to see whether your network asks you to sign in, then try again.',
  },
  notAnAccount: {
    what: 'plex.tv sent no account.',
    why: 'The answer holds something else, or nothing.',
    todo: 'Try again. If it happens again, plex.tv may have changed: tell whoever hosts this page.',
  },
} as const satisfies Record<string, Words>;
