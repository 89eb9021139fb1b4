import type { StorageArea } from './browser-storage.ts';
import { type EndReason, endedKeyPrefix, endReasonOf } from './ended-sessions.ts';
import { findStoredSession } from './store-session.ts';
import type { StoredSession } from './stored-session.ts';
import { closeChannels, listenToTabs, reopenChannels } from './tab-channel.ts';

type SessionEvents = {
  /** Another tab has ended the session. */
  onEnded: (ending: EndReason) => void;
  /** Another tab has renewed it. */
  onRenewed: (stored: StoredSession, store: StorageArea) => void;
  /** Another tab has plex.tv's latest answer. */
  onAnswered: (reply: unknown) => void;
};

/**
 * Hears of a session what other tabs do with it, by message, by a mark in storage where messages fail, and on return
 * from the back-forward cache, where neither arrives. @returns how to stop.
 */
export function watchSession(id: string, { onEnded, onRenewed, onAnswered }: SessionEvents): () => void {
  const stopHearing = listenToTabs(id, (message) => {
    if (message.kind === 'renewed' && message.stored.id === id) onRenewed(message.stored, message.store);
    if (message.kind === 'ended' && message.id === id) onEnded(message.ending);
    if (message.kind === 'answered' && message.id === id) onAnswered(message.reply);
  });

  function onStorage({ key }: StorageEvent) {
    const ending = key === endedKeyPrefix + id ? endReasonOf(id) : undefined;
    if (ending) onEnded(ending);
  }

  /** Rests unseen, so that its first picture on return is not of an account that was signed out meanwhile. */
  function onPageHide({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    closeChannels();
    setVisible(false);
  }

  function onPageShow({ persisted }: PageTransitionEvent) {
    if (!persisted) return;
    const ending = endReasonOf(id);
    if (ending) return onEnded(ending); // seen again once nobody watches this session any more
    reopenChannels();
    const found = findStoredSession(id, new Date());
    if (found) onRenewed(found.stored, found.store);
    setVisible(true);
  }

  window.addEventListener('storage', onStorage);
  window.addEventListener('pagehide', onPageHide);
  window.addEventListener('pageshow', onPageShow);
  return () => {
    stopHearing();
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pagehide', onPageHide);
    window.removeEventListener('pageshow', onPageShow);
    setVisible(true);
  };
}

function setVisible(isVisible: boolean) {
  document.documentElement.style.visibility = isVisible ? '' : 'hidden';
}
