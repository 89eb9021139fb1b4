import type { Account } from '../plex/account/account.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { Secret } from '../plex/secrets/secret.ts';
import { signInExpiry } from '../plex/secrets/token-expiry.ts';
import { sessionExpiry } from './session-expiry.ts';
import { createRandomIdentifier } from './storage/client-identifier.ts';
import { clearAccountMark } from './storage/ended-sessions.ts';

/** A login of the sample plex.tv. */
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

/** The plex.tv in use: the real one, or the sample, which lists its logins. */
export type PlexTv = {
  client: PlexClient;
  sampleLogins?: readonly SampleLogin[] | undefined;
  /** Stands in for plex.tv's own sign-in page: approves a PIN for a login. False when no PIN has this code. */
  approvePin?: ((code: string, login: string) => boolean) | undefined;
};

export const signInMethods = ['password', 'plex-tv', 'device', 'token'] as const;

/** With a password, at plex.tv's own page, with a code typed on another device, or with a pasted token. */
type SignInMethod = (typeof signInMethods)[number];

/** `isRemembered`: whether this browser keeps the session after the tab is closed. */
type SignInDetails = { method: SignInMethod; isRemembered: boolean };

/** A sign-in that plex.tv has just accepted. */
export type NewSignIn = {
  account: Account;
  details: SignInDetails;
  /** The client identifier that the token belongs to. Without it, that of the client. */
  clientIdentifier?: string;
};

/** Where a session is stored: in this page's memory only, for the tab, or in the browser until it expires. */
export type StorageLocation = 'page' | 'tab' | 'browser';

export type Session = {
  /** 128 random bits in hexadecimal. The same in all tabs of the session. Not a secret of plex.tv's. */
  id: string;
  client: PlexClient;
  token: Secret | undefined;
  /** E-mail or username. The form shows it again when the session has ended. */
  login: string;
  method: SignInMethod;
  /** plex.tv's UUID of the account; missing where plex.tv sent none. */
  accountUuid?: string;
  /** The storage that the person asked for. `storeSession` returns the actual one. */
  requestedStorage: StorageLocation;
  endsAt: Date;
  /** The account from the sign-in reply, and when it came. Missing for a session restored from storage. */
  initial?: { account: Account; receivedAt: Date };
  /** The request for the account that began before the page was drawn. Only the first caller gets it. */
  takeFirstRequest?: (signal: AbortSignal) => Promise<Account> | undefined;
};

/** Creates a session from a new sign-in. A session of the sample plex.tv, or without a token, is never stored. */
export function createSession(plexTv: PlexTv, { account, details, clientIdentifier }: NewSignIn): Session {
  const { client, sampleLogins } = plexTv;
  const receivedAt = new Date();
  const storage = details.isRemembered ? 'browser' : 'tab';
  const accountUuid = account.uuid && account.uuid.length <= 64 ? account.uuid : undefined;
  // The account may have been signed out here before.
  if (accountUuid && !sampleLogins) clearAccountMark(accountUuid);
  return {
    id: createRandomIdentifier(),
    client: clientIdentifier ? { ...client, clientIdentifier } : client,
    token: account.authToken ?? undefined,
    login: account.email || account.username || '',
    method: details.method,
    ...(accountUuid && { accountUuid }),
    requestedStorage: sampleLogins || !account.authToken ? 'page' : storage,
    endsAt: sessionExpiry(signInExpiry(account), receivedAt),
    initial: { account, receivedAt },
  };
}
