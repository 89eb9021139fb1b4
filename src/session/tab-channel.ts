import * as v from 'valibot';
import { storedSessionSchema } from './stored-session.ts';

const messageSchema = v.variant('kind', [
  /** The session has ended, in every tab. */
  v.object({ kind: v.literal('ended'), id: v.string(), reason: v.picklist(['signed-out', 'refused']) }),
  /** The session has another token, or is stored elsewhere. */
  v.object({
    kind: v.literal('changed'),
    stored: storedSessionSchema,
    area: v.picklist(['tab', 'browser']),
  }),
  /** plex.tv's latest reply for the session, as received. */
  v.object({ kind: v.literal('reply'), id: v.string(), reply: v.unknown() }),
]);

type TabMessage = v.InferOutput<typeof messageSchema>;
type Listener = (message: TabMessage) => void;

/** The session that each listener is for. */
const listeners = new Map<Listener, string>();
const channels = new Map<string, BroadcastChannel>();

/**
 * Sends a message to the other tabs of a session. Nothing is stored. The channel's name holds the session's random id:
 * messages hold tokens, and other pages may share this origin.
 */
export function notifyTabs(id: string, message: TabMessage): void {
  openChannel(id)?.postMessage(message);
  if (!hasListener(id)) closeChannel(id);
}

/** Listens to the other tabs of a session. @returns a function that stops listening. */
export function listenToTabs(id: string, listener: Listener): () => void {
  listeners.set(listener, id);
  openChannel(id);
  return () => {
    listeners.delete(listener);
    if (!hasListener(id)) closeChannel(id);
  };
}

/** Closes all channels before the back-forward cache: an open channel keeps a page out of it. */
export function closeChannels(): void {
  for (const id of [...channels.keys()]) closeChannel(id);
}

/** Opens the channels again after the back-forward cache. */
export function reopenChannels(): void {
  for (const id of listeners.values()) openChannel(id);
}

function openChannel(id: string): BroadcastChannel | undefined {
  const existing = channels.get(id);
  if (existing) return existing;
  try {
    const channel = new BroadcastChannel(`plex-session:${id}`);
    channel.onmessage = ({ data }) => {
      const { success, output } = v.safeParse(messageSchema, data);
      if (!success) return;
      for (const [listener, sessionId] of listeners) if (sessionId === id) listener(output);
    };
    channels.set(id, channel);
    return channel;
  } catch {
    return undefined; // an old browser, or one that blocks channels along with storage
  }
}

function closeChannel(id: string): void {
  channels.get(id)?.close();
  channels.delete(id);
}

function hasListener(id: string): boolean {
  return [...listeners.values()].includes(id);
}
