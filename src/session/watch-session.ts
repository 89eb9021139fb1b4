import type { Store } from './browser-storage.ts';
import { type Ending, endedPrefix, endingOf } from './ended-sessions.ts';
import { storedAs } from './keep-session.ts';
import type { StoredSession } from './stored-session.ts';
import { closeChannels, hearTabs, reopenChannels } from './tab-channel.ts';

type Heard = {
  /** Another tab has ended the session. */
  onEnded: (ending: Ending) => void;
  /** Another tab has renewed it. */
  onRenewed: (stored: StoredSession, store: Store) => void;
  /** Another tab has plex.tv's latest answer. */
  onAnswered: (reply: unknown) => void;
};

/**
 * Hears of a session what other tabs do with it, by message, by a mark in storage where messages fail, and on return
 * from the back-forward cache, where neither arrives. @returns how to stop.
 */
export function watchSession(id: string, { onEnded, onRenewed, onAnswered }: Heard): () => void {
  const stopHearing = hearTabs(id, (message) => {
    if (message.kind === 'renewed' && message.stored.id === id) onRenewed(message.stored, message.store);
    if (message.kind === 'ended' && message.id === id) onEnded(message.ending);
    if (message.kind === 'answered' && message.id === id) onAnswered(message.reply);
  });

  function noticeMark({ key }: StorageEvent) {
    const ending = key === endedPrefix + id ? endingOf(id) : undefined;
    if (ending) onEnded(ending);
  }

  /** Rests unseen, so that its first picture on return is not of an account that was signed out meanwhile. */
  function rest({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    closeChannels();
    setVisible(false);
  }

  function wake({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    const ending = endingOf(id);
    if (ending) return onEnded(ending); // seen again once nobody watches this session any more
    reopenChannels();
    const found = storedAs(id, new Date());
    if (found) onRenewed(found.stored, found.store);
    setVisible(true);
  }

  window.addEventListener('storage', noticeMark);
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', wake);
  return () => {
    stopHearing();
    window.removeEventListener('storage', noticeMark);
    window.removeEventListener('pagehide', rest);
    window.removeEventListener('pageshow', wake);
    setVisible(true);
  };
}

function setVisible(isVisible: boolean) {
  document.documentElement.style.visibility = isVisible ? '' : 'hidden';
}
