import * as v from 'valibot';
import { storedSessionSchema } from './stored-session.ts';

const messageSchema = v.variant('kind', [
  /** The session is over, in every tab. */
  v.object({ kind: v.literal('ended'), id: v.string(), ending: v.picklist(['signed-out', 'refused']) }),
  /** The same person has signed in again: another token for the same session. */
  v.object({ kind: v.literal('renewed'), stored: storedSessionSchema, store: v.picklist(['tab', 'browser']) }),
  /** What plex.tv has just sent for the session, as it came. */
  v.object({ kind: v.literal('answered'), id: v.string(), reply: v.unknown() }),
]);

type TabMessage = v.InferOutput<typeof messageSchema>;
type Listener = (message: TabMessage) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

/** Tells the other tabs of this page, from memory to memory: nothing is stored. */
export function tellTabs(message: TabMessage): void {
  open()?.postMessage(message);
  if (listeners.size === 0) closeChannel();
}

/** Hears what other tabs tell. @returns how to stop. */
export function hearTabs(listener: Listener): () => void {
  listeners.add(listener);
  open();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) closeChannel();
  };
}

/** A page that rests in the back-forward cache listens to nobody: an open channel would keep it out of there. */
export function closeChannel(): void {
  channel?.close();
  channel = undefined;
}

function open(): BroadcastChannel | undefined {
  if (channel) return channel;
  try {
    channel = new BroadcastChannel('plex-session');
  } catch {
    return undefined; // an old browser, or one that blocks it along with storage
  }
  channel.onmessage = ({ data }) => {
    const { success, output } = v.safeParse(messageSchema, data);
    if (success) for (const listener of listeners) listener(output);
  };
  return channel;
}

/** Listens again after the back-forward cache. */
export function reopenChannel(): void {
  if (listeners.size > 0) open();
}
