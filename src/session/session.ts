import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { PlexError } from '../plex/plex-error.ts';
import { signOut } from '../plex/sign-out.ts';

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

/** Somebody who is signed in. It lives in memory only and is gone with the page. */
export type Session = {
  client: PlexClient;
  /** As it came with the sign-in; its `authToken` is this session's token. */
  account: Account;
  signedInAt: Date;
};

/**
 * Tells plex.tv that the session is over. A token that was dead already, or was never sent, needs no telling.
 *
 * @returns the reason when plex.tv could not be told, so that the page can say so: the token then still works.
 */
export async function endSession({ client, account }: Session): Promise<PlexError | undefined> {
  if (!account.authToken) return undefined;
  try {
    await signOut(client, account.authToken);
    return undefined;
  } catch (error) {
    if (error instanceof PlexError) return error.endsSession ? undefined : error;
    throw error;
  }
}
