import type { StorageArea } from '../storage/browser-storage.ts';
import { type EndReason, endReasonOf, isMarkKey } from '../storage/ended-sessions.ts';
import { sessionKeyPrefix } from '../storage/has-stored-session.ts';
import { findStoredSession } from '../storage/store-session.ts';
import type { StoredSession } from '../storage/stored-session.ts';
import { closeChannels, listenToTabs, reopenChannels, sessionChannel } from './tab-channel.ts';

/** Callbacks for the changes that other tabs make to a session. */
type SessionEvents = {
  onEnded: (reason: EndReason) => void;
  /** The session has another token, or is stored elsewhere. */
  onChanged: (stored: StoredSession, area: StorageArea) => void;
  /** plex.tv has sent the account to another tab. */
  onReply: (reply: unknown) => void;
};

/**
 * Watches what other tabs do with a session. Listens to messages, to storage where messages fail, and looks again after
 * the back-forward cache, where neither arrives.
 *
 * @returns a function that stops watching.
 */
export function watchSession(
  session: { id: string; accountUuid?: string },
  { onEnded, onChanged, onReply }: SessionEvents,
): () => void {
  const { id } = session;
  const stopListening = listenToTabs(sessionChannel(id), (message) => {
    if (message.kind === 'changed' && message.stored.id === id) onChanged(message.stored, message.area);
    if (message.kind === 'ended') onEnded(message.reason);
    if (message.kind === 'reply') onReply(message.reply);
  });

  // Another tab may have ended the session since this page read it from storage.
  const reason = endReasonOf(session);
  if (reason) onEnded(reason);

  function readAgain() {
    const found = findStoredSession(id);
    if (found) onChanged(found.stored, found.area);
  }

  function onStorage({ key }: StorageEvent) {
    const reason = isMarkKey(key, session) ? endReasonOf(session) : undefined;
    if (reason) onEnded(reason);
    if (key === sessionKeyPrefix + id) readAgain();
  }

  // Hide the page while it is in the back-forward cache, because the session may end in that time.
  function onPageHide({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    closeChannels();
    setVisible(false);
  }

  function onPageShow({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    const reason = endReasonOf(session);
    if (reason) return onEnded(reason); // the page becomes visible when nothing watches this session any more
    reopenChannels();
    readAgain();
    setVisible(true);
  }

  window.addEventListener('storage', onStorage);
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('pageshow', onPageShow);
  return () => {
    stopListening();
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pagehide', onPageHide);
    window.removeEventListener('pageshow', onPageShow);
    setVisible(true);
  };
}

function setVisible(isVisible: boolean) {
  document.documentElement.style.visibility = isVisible ? '' : 'hidden';
}
