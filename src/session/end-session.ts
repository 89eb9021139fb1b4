import { PlexError } from '../plex/plex-error.ts';
import { signOut } from '../plex/sign-out.ts';
import { type EndReason, markEnded } from './ended-sessions.ts';
import type { Session } from './session.ts';
import { removeSession } from './store-session.ts';
import { notifyTabs } from './tab-channel.ts';

/**
 * Ends a session in this browser: it is stored no longer, every other tab that shows it is told, and none shows it
 * again. Before plex.tv is told, so that it holds even if the page is closed meanwhile.
 */
export function forgetSession({ id, requestedStorage, endsAt }: Session, ending: EndReason): void {
  removeSession(id);
  if (requestedStorage === 'page') return; // no other tab can know it
  markEnded(id, endsAt, ending);
  notifyTabs(id, { kind: 'ended', id, ending });
}

/**
 * Tells plex.tv that the session is over. A token that was dead already, or was never sent, needs no telling.
 *
 * @returns the reason when plex.tv could not be told, so that the page can say so: the token then still works.
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
