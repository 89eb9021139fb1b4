import { loadErrorWords } from './load-error.ts';

type Words = { what: string; why: string; action: string };

/** For each kind of failure: what happened, why, and what to do. */
export const errorWords = {
  ...loadErrorWords,
  wrongLogin: {
    what: 'plex.tv did not accept this sign-in.',
    why: 'The e-mail address, the username or the password is wrong.',
    action:
      'Check them and try again. An account that was made with Google or Apple (in the past, Facebook) has no password: continue at plex.tv.',
  },
  codeNeeded: {
    what: 'plex.tv asks for a verification code.',
    why: 'Two-factor sign-in is on for this account.',
    action: 'Enter the code from your authenticator app, or a backup code.',
  },
  wrongCode: {
    what: 'plex.tv did not accept this code.',
    why: 'It may have expired, or it was mistyped.',
    action: 'Enter the code that your authenticator app shows now.',
  },
  notACode: {
    what: 'This is not a verification code.',
    why: 'A code has only digits and the letters A to Z. It was not sent, because plex.tv locks an account after several wrong codes.',
    action: 'Enter the code alone, without other text.',
  },
  emailOnly: {
    what: 'This account cannot sign in with its username.',
    why: 'plex.tv accepts only its e-mail address.',
    action: 'Enter your e-mail address instead.',
  },
  lockedOut: {
    what: 'plex.tv has locked sign-ins for now.',
    why: 'Too many sign-ins failed, for this account or from this network. The lock lasts hours, sometimes days.',
    action:
      'Do not try again here, because each attempt can make the lock longer. Continue at plex.tv, or come back later.',
  },
  rateLimited: {
    what: 'plex.tv asks you to wait.',
    why: 'It received too many requests in a short time.',
    action: 'Wait a moment, then try again.',
  },
  managedUser: {
    what: 'plex.tv does not let this user sign in.',
    why: 'Managed users of a Plex Home have no password of their own.',
    action: 'Sign in as the owner of the Home.',
  },
  homePinNeeded: {
    what: 'plex.tv asks for a Home PIN.',
    why: 'A PIN protects this member of a Plex Home.',
    action: 'Sign in with this member’s own e-mail address and password.',
  },
  pinExpired: {
    what: 'plex.tv no longer knows this sign-in.',
    why: 'The sign-in has expired, or it was already used.',
    action: 'Start again.',
  },
  signedOut: {
    what: 'You have been signed out.',
    why: 'plex.tv no longer accepts this sign-in. It has expired, or somebody ended it on another device.',
    action: 'Sign in again.',
  },
  noToken: {
    what: 'This account cannot be refreshed.',
    why: 'plex.tv sent no token with it.',
    action: 'Sign out and sign in again to see the latest values.',
  },
  clientIdentifierMissing: {
    what: 'This page made a mistake.',
    why: 'plex.tv did not receive the identifier that this page sends for your browser.',
    action: 'Reload the page. If it happens again, tell the person who hosts it.',
  },
  malformed: {
    what: 'plex.tv did not understand the request.',
    why: 'Something in the request is missing, or not in the format that plex.tv expects.',
    action: 'Try again. If it happens again, tell the person who hosts this page.',
  },
  gone: {
    what: 'plex.tv no longer offers this.',
    why: 'This page uses an address that Plex has closed.',
    action: 'Ask the person who hosts this page for a newer version.',
  },
  refused: {
    what: 'plex.tv refused the request.',
    why: 'This page does not know the reason.',
    action: 'Try again later, or sign in at plex.tv to see what plex.tv asks you to do.',
  },
  serverError: {
    what: 'plex.tv is not working right now.',
    why: 'Its servers reported an error. You did nothing wrong.',
    action: 'Try again in a few minutes.',
  },
  plexTvUnreachable: {
    what: 'plex.tv could not be reached.',
    why: 'The server of this page got no usable answer from plex.tv.',
    action: 'Try again in a few minutes. If it keeps happening, tell the person who hosts this page.',
  },
  timedOut: {
    what: 'plex.tv did not answer in time.',
    why: 'At the moment plex.tv is very slow, or the connection to it is.',
    action: 'Try again in a few minutes.',
  },
  unreachable: {
    what: 'Could not reach plex.tv.',
    why: 'You are offline, the server of this page is down, or something blocks the connection.',
    action: 'Check your connection, and turn off content blockers for this page. Then try again.',
  },
  accessBlocked: {
    what: 'Something between you and this page’s server answered.',
    why: 'The website that hosts this page may ask you to sign in, or a proxy blocked the request. Your Plex password was not checked.',
    action: 'Reload the page. If a sign-in of the website appears, complete it.',
  },
  hostRefused: {
    what: 'The server of this page refused the request.',
    why: 'It answers only its own page, and it expects that page at another address.',
    action:
      'Reload the page. If it happens again, tell the person who hosts it. The message below says what to change.',
  },
  hostRateLimited: {
    what: 'The server of this page asks you to wait.',
    why: 'It allows only a few requests from one address in a short time.',
    action: 'Wait a minute, then try again.',
  },
  hostError: {
    what: 'The server of this page is not working right now.',
    why: 'It reported an error, or it is too busy. plex.tv is not the cause.',
    action: 'Try again in a few minutes. If it keeps happening, tell the person who hosts this page.',
  },
  requestTooLarge: {
    what: 'The server of this page did not accept the request.',
    why: 'What you typed, or the cookies of this site, are too long for this server.',
    action: 'Check what you typed, then try again.',
  },
  relayMissing: {
    what: 'The server of this page does not pass requests on to plex.tv.',
    why: 'The page was installed without the small server that belongs to it.',
    action: 'Tell the person who hosts this page.',
  },
  notJson: {
    what: 'Something other than plex.tv answered.',
    why: 'The answer is not in the format of plex.tv. It may come from the sign-in page of your network, or from a proxy.',
    action: 'Open another web page to see whether your network asks you to sign in, then try again.',
  },
  notAnAccount: {
    what: 'plex.tv sent no account.',
    why: 'The answer was empty, or it was not an account.',
    action: 'Try again. If it happens again, plex.tv may have changed: tell the person who hosts this page.',
  },
} as const satisfies Record<string, Words>;
