import { Hono } from 'hono/tiny';
import { approvePin } from './approve-pin.ts';
import { createFailedAttempts } from './failed-attempts.ts';
import { createPins } from './pins.ts';
import { replyBare } from './reply.ts';
import { type SampleLogin, sampleLogins } from './sample-logins.ts';
import { type Sessions, showUser, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';

const signInPath = '/api/v2/users/signin';
const signOutPath = '/api/v2/users/signout';
const userPath = '/api/v2/user';
const pinsPath = '/api/v2/pins';
const pinPath = '/api/v2/pins/:id{[0-9]+}';

type SamplePlexTv = {
  fetch: (request: Request) => Promise<Response>;
  /** Who can sign in. */
  logins: readonly SampleLogin[];
  /** What plex.tv's own pages do: somebody agrees to a PIN. False when none with this code waits. */
  approvePin: (code: string, login: string) => boolean;
  /** The time of a PIN is over. */
  endPin: (code: string) => void;
};

/**
 * A plex.tv of our own: the same paths, replies and errors, with invented accounts, in memory, for any origin. It
 * sends no CORS headers and answers no preflight, since plex.tv's are refused. `fetch` rejects with the reason of
 * the request's signal when that is aborted. `now` dates the accounts.
 */
export function createSamplePlexTv({ now = () => new Date() }: { now?: () => Date } = {}): SamplePlexTv {
  const sessions: Sessions = new Map();
  const attempts = createFailedAttempts(now);
  const pins = createPins(now);
  const app = new Hono();
  app.post(signInPath, (c) => signIn(c.req.raw, now, sessions, attempts));
  app.delete(signOutPath, (c) => signOut(c.req.raw, sessions));
  app.get(userPath, (c) => showUser(c.req.raw, sessions));
  app.post(pinsPath, (c) => pins.create(c.req.raw));
  app.get(pinPath, (c) => pins.show(c.req.raw, Number(c.req.param('id'))));
  for (const path of [signInPath, signOutPath, userPath, pinsPath, pinPath])
    app.all(path, () => replyBare(405, 'Method Not Allowed'));
  app.notFound(() => replyBare(404, 'Not Found'));
  app.onError((error) => {
    throw error;
  });

  // Node forgets a request that nobody holds, and its signal with it: one that waits could no longer be aborted.
  const requestsUnderWay = new Set<Request>();
  const fetch = async (request: Request) => {
    request.signal.throwIfAborted();
    requestsUnderWay.add(request);
    try {
      return await app.fetch(request);
    } finally {
      requestsUnderWay.delete(request);
    }
  };
  return {
    fetch,
    logins: sampleLogins,
    approvePin: (code, login) => approvePin(code, login, now(), pins, sessions),
    endPin: pins.end,
  };
}
