import type { PlexClient } from '../plex/client.ts';
import { Secret } from '../plex/secret.ts';
import type { Store } from './browser-storage.ts';
import { isLongOver } from './end-of-sign-in.ts';
import { type Ending, endingOf, forgetOldMarks } from './ended-sessions.ts';
import { dropSession, sessionOfTab, storedAs } from './keep-session.ts';
import type { Session } from './session.ts';
import { rememberedSessions, removeStored, type StoredSession } from './stored-session.ts';

/** Who comes back: somebody who is signed in; somebody whose sign-in is over, and how; or nobody. */
export type Recalled = { session: Session } | { over: Ending | 'forgotten'; login: string } | undefined;

/**
 * Finds the session that this tab showed before, or in a new tab the latest that this browser remembers, and clears
 * away what is over. A tab never turns from one session to another.
 */
export function recallSession(client: PlexClient, now: Date): Recalled {
  const own = sessionOfTab();
  const recalled = own === undefined ? recallLatest(client, now) : recall(own, client, now);
  if (own !== undefined && !(recalled && 'session' in recalled)) dropSession(own);
  forgetOldMarks(now);
  return recalled;
}

/**
 * Other sign-ins to the same account that this browser remembers, from tabs that have long been closed, say. Who signs
 * out means the account, and would be startled to find it here again.
 */
export function alsoRemembered({ id, login, client }: Session, now: Date): Session[] {
  const others = rememberedSessions(now).filter((stored) => login !== '' && stored.login === login && stored.id !== id);
  return others.flatMap((stored) => {
    const recalled = open(stored, 'browser', client, now);
    return recalled && 'session' in recalled ? recalled.session : [];
  });
}

function recall(id: string, client: PlexClient, now: Date): Recalled {
  const ending = endingOf(id);
  const found = storedAs(id, now);
  if (ending) return { over: ending, login: '' };
  return found && open(found.stored, found.store, client, now);
}

function recallLatest(client: PlexClient, now: Date): Recalled {
  const remembered = rememberedSessions(now).map((stored) => open(stored, 'browser', client, now));
  return remembered.find((recalled) => recalled && 'session' in recalled) ?? remembered[0];
}

/** A session of this tab lasts until plex.tv says otherwise; one that is remembered is forgotten when it is long over. */
function open(stored: StoredSession, keeping: Store, client: PlexClient, now: Date): Recalled {
  const { id, login, how } = stored;
  const endsAt = new Date(stored.endsAt);
  if (endingOf(id)) {
    removeStored(keeping, id);
    return undefined;
  }
  if (keeping === 'browser' && isLongOver(endsAt, now)) {
    removeStored(keeping, id);
    return { over: 'forgotten', login };
  }
  return { session: { id, client, token: new Secret(stored.token), login, how, keeping, endsAt } };
}
