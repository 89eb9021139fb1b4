import * as v from 'valibot';
import {
  clientIdentifierSchema,
  storedSessionSchema,
  timestampSchema,
  tokenSchema,
} from '../storage/stored-session.ts';

/** The client identifier that a token belongs to. Missing in messages of earlier versions. */
const clientIdentifier = v.exactOptional(clientIdentifierSchema);

const messageSchema = v.variant('kind', [
  /** The session, or every session of the account, has ended. plex.tv has ended the token of `clientIdentifier`. */
  v.object({ kind: v.literal('ended'), reason: v.picklist(['signed-out', 'refused']), clientIdentifier }),
  /** The session has another token, or is stored elsewhere. */
  v.object({ kind: v.literal('changed'), stored: storedSessionSchema, area: v.picklist(['tab', 'browser']) }),
  /** plex.tv's latest reply for the session, as received. */
  v.object({ kind: v.literal('reply'), reply: v.unknown() }),
  /** A newer sign-in of the account has replaced its token for a client identifier. */
  v.object({ kind: v.literal('new-token'), token: tokenSchema, endsAt: timestampSchema, clientIdentifier }),
  /** Asks which session of the account uses a token. */
  v.object({ kind: v.literal('who-uses-token'), token: tokenSchema }),
  /** A session of the account uses the token. */
  v.object({ kind: v.literal('token-used'), token: tokenSchema }),
  /** Asks for another token of the account: plex.tv has refused this one. */
  v.object({ kind: v.literal('token-wanted'), refused: tokenSchema }),
]);

export type TabMessage = v.InferOutput<typeof messageSchema>;
type Listener = (message: TabMessage) => void;

/** The name of the channel that each listener is for. */
const listeners = new Map<Listener, string>();
const channels = new Map<string, BroadcastChannel>();

/** The channel of the tabs that show one session. Other pages of this origin do not know the session's random id. */
export const sessionChannel = (id: string) => `plex-session:${id}`;

/** The channel of all sessions of one account. Other pages of this origin do not know the account's UUID. */
export const accountChannel = (accountUuid: string) => `plex-account:${accountUuid}`;

/**
 * Sends a message to the other tabs that listen to a channel. Does nothing when the browser cannot send it, for example
 * because it is nested too deeply to be cloned.
 */
export function notifyTabs(channelName: string, message: TabMessage): void {
  try {
    openChannel(channelName)?.postMessage(message);
  } catch {
    // The other tabs ask plex.tv themselves.
  }
  if (!hasListener(channelName)) closeChannel(channelName);
}

/** Sends a message to all listeners of a channel, also in this tab, which `BroadcastChannel` skips. */
export function notifyAll(channelName: string, message: TabMessage): void {
  notifyTabs(channelName, message);
  deliver(channelName, message);
}

/** Listens to the other tabs. @returns a function that stops listening. */
export function listenToTabs(channelName: string, listener: Listener): () => void {
  listeners.set(listener, channelName);
  openChannel(channelName);
  return () => {
    listeners.delete(listener);
    if (!hasListener(channelName)) closeChannel(channelName);
  };
}

/** Closes all channels before the back-forward cache: an open channel keeps a page out of it. */
export function closeChannels(): void {
  for (const name of [...channels.keys()]) closeChannel(name);
}

/** Opens the channels again after the back-forward cache. */
export function reopenChannels(): void {
  for (const name of listeners.values()) openChannel(name);
}

function openChannel(name: string): BroadcastChannel | undefined {
  const existing = channels.get(name);
  if (existing) return existing;
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      const { success, output } = v.safeParse(messageSchema, data);
      if (success) deliver(name, output);
    };
    channels.set(name, channel);
    return channel;
  } catch {
    return undefined; // an old browser, or one that blocks channels along with storage
  }
}

function deliver(name: string, message: TabMessage): void {
  for (const [listener, listenerChannel] of [...listeners]) if (listenerChannel === name) listener(message);
}

function closeChannel(name: string): void {
  channels.get(name)?.close();
  channels.delete(name);
}

function hasListener(name: string): boolean {
  return [...listeners.values()].includes(name);
}
