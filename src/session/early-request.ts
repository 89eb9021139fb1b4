import type { Session } from './session.ts';

/** A request for the account that was sent before the app's script had arrived. */
export type EarlyRequest = {
  sessionId: string;
  token: string;
  clientIdentifier: string;
  response: Promise<Response>;
  abort: () => void;
  /** Lets other tabs of the session ask. */
  release: () => void;
  /** Calls `release` if the app's script takes too long. */
  releaseTimer: ReturnType<typeof setTimeout>;
};

declare global {
  /** Set by `before-paint/request-account.ts`. The promise never rejects. */
  var earlyRequest: Promise<EarlyRequest | undefined> | undefined;
}

/**
 * Takes the early request, which is gone then. One that is not for this session is aborted.
 *
 * @returns undefined when there is none for this session.
 */
export async function takeEarlyRequest(session: Session | undefined): Promise<EarlyRequest | undefined> {
  const promise = globalThis.earlyRequest;
  globalThis.earlyRequest = undefined;
  const early = await promise;
  if (!early) return undefined;
  clearTimeout(early.releaseTimer);
  if (session && isFor(session, early)) return early;
  early.abort();
  early.release();
  return undefined;
}

function isFor({ id, token, client }: Session, early: EarlyRequest): boolean {
  return (
    early.sessionId === id && early.token === token?.reveal() && early.clientIdentifier === client.clientIdentifier
  );
}
