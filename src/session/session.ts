import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { Secret } from '../plex/secret.ts';
import { createRandomIdentifier } from './client-identifier.ts';
import { sessionExpiry } from './session-expiry.ts';

/** A login of the sample plex.tv, as its own list describes it. */
export type SampleLogin = {
  kind: 'account' | 'failure';
  name: string;
  login: string;
  password: string;
  verificationCode?: string;
  about: string;
};

/** The plex.tv in use: the real one, or the sample that lives in the page and says who can sign in to it. */
export type PlexTv = {
  client: PlexClient;
  sampleLogins?: readonly SampleLogin[] | undefined;
  /** What the sample has in place of plex.tv's own page: somebody agrees to a PIN. */
  approvePin?: ((code: string, login: string) => boolean) | undefined;
};

/** How a sign-in can be made. Each has its words in `account/sign-in-life.ts`. */
export const signInMethods = ['password', 'plex-tv', 'device', 'token'] as const;

/** Here by password, at plex.tv's own page, by a code typed on another device, by a token. */
export type SignInMethod = (typeof signInMethods)[number];

/** How a sign-in was made, and whether this browser is to remember it after the tab is closed. */
export type SignInDetails = { method: SignInMethod; isRemembered: boolean };

/** A sign-in that was just answered. */
export type NewSignIn = { account: Account; details: SignInDetails };

/** Where a sign-in is kept: nowhere but in this page, until the tab is closed, or on this browser until it ends. */
export type StorageLocation = 'page' | 'tab' | 'browser';

/** Somebody who is signed in. */
export type Session = {
  /** Random: tells this sign-in from any other, in all tabs. No secret. */
  id: string;
  client: PlexClient;
  token: Secret | undefined;
  /** E-mail or username, to fill the form in when the session has ended. */
  login: string;
  method: SignInMethod;
  /** Where it is to be kept; what came of that, `keepSession` says. */
  requestedStorage: StorageLocation;
  endsAt: Date;
  /** As it came with the sign-in, and when; undefined for somebody who comes back. */
  initial?: { account: Account; at: Date };
};

/** A session from a sign-in that was just answered. One with the sample plex.tv, or without a token, is never kept. */
export function createSession({ client, sampleLogins }: PlexTv, { account, details }: NewSignIn): Session {
  const at = new Date();
  const kept = details.isRemembered ? 'browser' : 'tab';
  return {
    id: createRandomIdentifier(),
    client,
    token: account.authToken ?? undefined,
    login: account.email || account.username || '',
    method: details.method,
    requestedStorage: sampleLogins ? 'page' : kept,
    endsAt: sessionExpiry(account.rememberExpiresAt, at),
    initial: { account, at },
  };
}
