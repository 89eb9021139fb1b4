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

/** With the session that each listens for. */
const listeners = new Map<Listener, string>();
const channels = new Map<string, BroadcastChannel>();

/**
 * Tells the other tabs of a session, from memory to memory: nothing is stored. The channel has the session's own random
 * name, since what passes through holds tokens, and other pages may share this origin.
 */
export function notifyTabs(id: string, message: TabMessage): void {
  open(id)?.postMessage(message);
  if (![...listeners.values()].includes(id)) close(id);
}

/** Hears what other tabs of a session tell. @returns how to stop. */
export function listenToTabs(id: string, listener: Listener): () => void {
  listeners.set(listener, id);
  open(id);
  return () => {
    listeners.delete(listener);
    if (![...listeners.values()].includes(id)) close(id);
  };
}

/** A page that rests in the back-forward cache listens to nobody: an open channel would keep it out of there. */
export function closeChannels(): void {
  for (const id of [...channels.keys()]) close(id);
}

/** Listens again after the back-forward cache. */
export function reopenChannels(): void {
  for (const id of listeners.values()) open(id);
}

function open(id: string): BroadcastChannel | undefined {
  const known = channels.get(id);
  if (known) return known;
  try {
    const channel = new BroadcastChannel(`plex-session:${id}`);
    channel.onmessage = ({ data }) => {
      const { success, output } = v.safeParse(messageSchema, data);
      if (!success) return;
      for (const [listener, wanted] of listeners) if (wanted === id) listener(output);
    };
    channels.set(id, channel);
    return channel;
  } catch {
    return undefined; // an old browser, or one that blocks it along with storage
  }
}

function close(id: string): void {
  channels.get(id)?.close();
  channels.delete(id);
}
