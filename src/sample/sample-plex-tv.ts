import { Hono } from 'hono/tiny';
import { approvePin } from './approve-pin.ts';
import { createFailedAttempts } from './failed-attempts.ts';
import { createPins } from './pins.ts';
import { replyFrameworkError } from './reply.ts';
import { type SampleLogin, sampleLogins } from './sample-logins.ts';
import { createSessions, showUser, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';

const signInPath = '/api/v2/users/signin';
const signOutPath = '/api/v2/users/signout';
const userPath = '/api/v2/user';
const pinsPath = '/api/v2/pins';
const pinPath = '/api/v2/pins/:id{[0-9]+}';

type SamplePlexTv = {
  fetch: (request: Request) => Promise<Response>;
  logins: readonly SampleLogin[];
  /** Approves a PIN, as a person does on plex.tv's own pages. Returns false when no PIN with this code waits. */
  approvePin: (code: string, login: string) => boolean;
  /** Ends a PIN before its time. */
  endPin: (code: string) => void;
};

/**
 * A stand-in for plex.tv with the same paths, replies and errors. It keeps invented accounts in memory and accepts any
 * origin. Like plex.tv it sends no CORS headers and refuses preflights. `fetch` rejects with the signal's reason when
 * the request is aborted.
 *
 * @param now the clock. The dates in the accounts are relative to it.
 */
export function createSamplePlexTv({ now = () => new Date() }: { now?: () => Date } = {}): SamplePlexTv {
  const sessions = createSessions(now);
  const attempts = createFailedAttempts(now);
  const pins = createPins(now);
  const app = new Hono();
  app.post(signInPath, (c) => signIn(c.req.raw, now, sessions, attempts));
  app.delete(signOutPath, (c) => signOut(c.req.raw, sessions));
  app.get(userPath, (c) => showUser(c.req.raw, sessions));
  app.post(pinsPath, (c) => pins.create(c.req.raw));
  app.get(pinPath, (c) => pins.show(c.req.raw, Number(c.req.param('id'))));
  for (const path of [signInPath, signOutPath, userPath, pinsPath, pinPath])
    app.all(path, () => replyFrameworkError(405, 'Method Not Allowed'));
  app.notFound(() => replyFrameworkError(404, 'Not Found'));
  app.onError((error) => {
    throw error;
  });

  // Node can collect a waiting request and its signal as garbage, and then it cannot be aborted. Keep a reference.
  const pendingRequests = new Set<Request>();
  const fetch = async (request: Request) => {
    request.signal.throwIfAborted();
    pendingRequests.add(request);
    try {
      return await app.fetch(request);
    } finally {
      pendingRequests.delete(request);
    }
  };
  return {
    fetch,
    logins: sampleLogins,
    approvePin: (code, login) => approvePin(code, login, now(), pins, sessions),
    endPin: pins.end,
  };
}
