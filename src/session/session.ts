import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { Secret } from '../plex/secret.ts';
import { randomIdentifier } from './client-identifier.ts';
import { endOfSignIn } from './end-of-sign-in.ts';

/** A login of the sample plex.tv, as its own list describes it. */
export type SampleLogin = {
  kind: 'account' | 'trouble';
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
  agree?: ((code: string, login: string) => boolean) | undefined;
};

/** How a sign-in can be made. Each has its words in `account/sign-in-life.ts`. */
export const waysToSignIn = ['password', 'plex-tv', 'device', 'token'] as const;

/** Here by password, at plex.tv's own page, by a code typed on another device, by a token. */
export type HowSignedIn = (typeof waysToSignIn)[number];

/** How a sign-in was made, and whether this browser is to remember it after the tab is closed. */
export type Manner = { how: HowSignedIn; isRemembered: boolean };

/** A sign-in that was just answered. */
export type Arrival = { account: Account; manner: Manner };

/** Where a sign-in is kept: nowhere but in this page, until the tab is closed, or on this browser until it ends. */
export type Keeping = 'page' | 'tab' | 'browser';

/** Somebody who is signed in. */
export type Session = {
  /** Random: tells this sign-in from any other, in all tabs. No secret. */
  id: string;
  client: PlexClient;
  token: Secret | undefined;
  /** E-mail or username, to fill the form in when the session has ended. */
  login: string;
  how: HowSignedIn;
  /** Where it is to be kept; what came of that, `keepSession` says. */
  keeping: Keeping;
  endsAt: Date;
  /** As it came with the sign-in, and when; undefined for somebody who comes back. */
  arrival?: { account: Account; at: Date };
};

/** A session from a sign-in that was just answered. One with the sample plex.tv, or without a token, is never kept. */
export function beginSession({ client, sampleLogins }: PlexTv, { account, manner }: Arrival): Session {
  const at = new Date();
  const kept = manner.isRemembered ? 'browser' : 'tab';
  return {
    id: randomIdentifier(),
    client,
    token: account.authToken ?? undefined,
    login: account.email || account.username || '',
    how: manner.how,
    keeping: sampleLogins ? 'page' : kept,
    endsAt: endOfSignIn(account.rememberExpiresAt, at),
    arrival: { account, at },
  };
}
