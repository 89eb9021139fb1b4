import { loadErrorWords } from './load-error.ts';

type Words = { what: string; why: string; todo: string };

/** For each kind of failure: what happened, why, and what to do. */
export const errorWords = {
  ...loadErrorWords,
  wrongLogin: {
    what: 'plex.tv did not accept this sign-in.',
    why: 'The e-mail address, the username or the password is wrong.',
    todo: 'Check both and try again. Accounts made with Google or Apple (in the past, Facebook) have no password: sign in at plex.tv.',
  },
  codeNeeded: {
    what: 'plex.tv asks for a verification code.',
    why: 'This account has two-factor sign-in.',
    todo: 'Enter the code from your authenticator app, or a backup code.',
  },
  wrongCode: {
    what: 'plex.tv did not accept this code.',
    why: 'It may have expired, or it was mistyped.',
    todo: 'Enter the code that your authenticator app shows now.',
  },
  notACode: {
    what: 'This is not a verification code.',
    why: 'A code has only digits and the letters A to Z. Each wrong code brings a lock closer, so it was not sent.',
    todo: 'Enter the code alone, without other text.',
  },
  emailOnly: {
    what: 'This account does not allow signing in with a username.',
    why: 'It only accepts its e-mail address.',
    todo: 'Enter the e-mail address instead of the username.',
  },
  lockedOut: {
    what: 'plex.tv has locked sign-ins for now.',
    why: 'Too many sign-ins failed, for this account or from this network. The lock lasts hours, sometimes days.',
    todo: 'Do not try again here: each try can make the lock longer. Sign in at plex.tv, or come back later.',
  },
  rateLimited: {
    what: 'plex.tv asks us to wait.',
    why: 'It received too many requests in a short time.',
    todo: 'Wait a moment, then try again.',
  },
  managedUser: {
    what: 'plex.tv does not let this user sign in.',
    why: 'Managed users of a Plex Home have no password of their own.',
    todo: 'Sign in as the owner of the Home.',
  },
  homePinNeeded: {
    what: 'plex.tv asks for a Home PIN.',
    why: 'A PIN protects this member of a Plex Home.',
    todo: 'Sign in with the account’s own e-mail and password.',
  },
  pinExpired: {
    what: 'plex.tv no longer knows this sign-in.',
    why: 'It has expired, or it was already used.',
    todo: 'Start again.',
  },
  signedOut: {
    what: 'You have been signed out.',
    why: 'plex.tv no longer accepts this sign-in. It expired, or it was ended on another device.',
    todo: 'Sign in again.',
  },
  noToken: {
    what: 'This account cannot be refreshed.',
    why: 'plex.tv sent no token with it.',
    todo: 'Sign out and sign in again to see the latest values.',
  },
  clientIdentifierMissing: {
    what: 'This page made a mistake.',
    why: 'plex.tv did not receive the identifier that this page sends for your browser.',
    todo: 'Reload the page. If it happens again, tell the person who hosts it.',
  },
  malformed: {
    what: 'plex.tv did not understand the request.',
    why: 'Something in the request is missing, or not in the format that plex.tv expects.',
    todo: 'Try again. If it happens again, tell the person who hosts this page.',
  },
  gone: {
    what: 'plex.tv no longer offers this.',
    why: 'This page uses an address that Plex has retired.',
    todo: 'Ask the person who hosts this page for a newer version.',
  },
  refused: {
    what: 'plex.tv refused the request.',
    why: 'The reason is one that this page does not know.',
    todo: 'Try again later, or sign in at plex.tv to see what it asks of you.',
  },
  serverError: {
    what: 'plex.tv has trouble.',
    why: 'Its servers failed to answer. You did nothing wrong.',
    todo: 'Try again in a few minutes.',
  },
  plexTvUnreachable: {
    what: 'plex.tv could not be reached.',
    why: 'The server of this page got no usable answer from plex.tv.',
    todo: 'Try again in a few minutes. If it keeps happening, tell the person who hosts this page.',
  },
  timedOut: {
    what: 'plex.tv did not answer in time.',
    why: 'At the moment plex.tv, or the connection to it, is very slow.',
    todo: 'Try again in a few minutes.',
  },
  unreachable: {
    what: 'Could not reach plex.tv.',
    why: 'You are offline, the server of this page is down, or something blocks the connection.',
    todo: 'Check your connection and any content blocker, then try again.',
  },
  accessBlocked: {
    what: 'Something in front of this page’s server answered.',
    why: 'The host of this page asks you to sign in there, or a proxy blocks the request. Your password and your Plex sign-in were not checked.',
    todo: 'Reload the page, and sign in to its host if it asks you to.',
  },
  hostRefused: {
    what: 'The server of this page refused the request.',
    why: 'It only answers to its own page, and it knows that page by another address.',
    todo: 'Reload the page. If it happens again, tell the person who hosts it: the answer below says what to set.',
  },
  hostRateLimited: {
    what: 'The server of this page asks you to wait.',
    why: 'It allows only a few requests from one address in a short time.',
    todo: 'Wait a minute, then try again.',
  },
  hostError: {
    what: 'The server of this page has trouble.',
    why: 'It failed to answer, or it is too busy. plex.tv was not the cause.',
    todo: 'Try again in a few minutes. If it keeps happening, tell the person who hosts this page.',
  },
  requestTooLarge: {
    what: 'The server of this page did not accept the request.',
    why: 'What you typed, or the cookies of this site, are too long for it.',
    todo: 'Check what you typed, then try again.',
  },
  relayMissing: {
    what: 'The server of this page does not pass requests on to plex.tv.',
    why: 'The page is there, but the relay that belongs to it is missing.',
    todo: 'Tell the person who hosts this page.',
  },
  notJson: {
    what: 'Something other than plex.tv answered.',
    why: 'The answer is not in the format of plex.tv. Usually a sign-in page of the network, a proxy or a missing relay causes this.',
    todo: 'Open another web page to see whether your network asks you to sign in, then try again.',
  },
  notAnAccount: {
    what: 'plex.tv sent no account.',
    why: 'The answer contains something else, or nothing.',
    todo: 'Try again. If it happens again, plex.tv may have changed: tell the person who hosts this page.',
  },
} as const satisfies Record<string, Words>;
