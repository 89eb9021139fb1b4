import { PlexError } from '../plex/plex-error.ts';
import { signOut } from '../plex/sign-out.ts';
import { type EndReason, markEnded } from './ended-sessions.ts';
import type { Session } from './session.ts';
import { removeSession } from './store-session.ts';
import { notifyTabs } from './tab-channel.ts';

/**
 * Ends a session in this browser: removes it from storage, tells every other tab, and marks it so that no page shows it
 * again. Call this before `endSessionAtPlex`, so that it holds even if the page is closed meanwhile.
 */
export function forgetSession({ id, requestedStorage, endsAt }: Session, reason: EndReason): void {
  removeSession(id);
  if (requestedStorage === 'page') return; // no other tab knows the session
  markEnded(id, endsAt, reason);
  notifyTabs(id, { kind: 'ended', id, reason });
}

/**
 * Ends a session's token at plex.tv. Does nothing without a token; a token that was dead already counts as ended.
 *
 * @returns the error when plex.tv could not be reached or refused: the token then still works.
 */
export async function endSessionAtPlex({ client, token }: Session): Promise<PlexError | undefined> {
  if (!token) return undefined;
  try {
    await signOut(client, token);
    return undefined;
  } catch (error) {
    if (error instanceof PlexError) return error.endsSession ? undefined : error;
    throw error;
  }
}
