import { Hono } from 'hono/tiny';
import { createAccessEndpoints } from './access/access-endpoints.ts';
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
const homePath = '/api/v2/home/users';
const devicesPath = '/devices.xml';
const devicePath = '/devices/:file{[0-9]+\\.xml}';
const friendsPath = '/api/v2/friends';
const resourcesPath = '/api/v2/resources';
const privacyPath = '/api/v2/user/privacy';
const watchStateSyncPath = '/api/v2/user/view_state_sync';
const optOutsPath = '/api/v2/user/:uuid/settings/opt_outs';
const webhooksPath = '/api/v2/user/webhooks';

const paths = [
  signInPath,
  signOutPath,
  userPath,
  pinsPath,
  pinPath,
  homePath,
  devicesPath,
  devicePath,
  friendsPath,
  resourcesPath,
  privacyPath,
  watchStateSyncPath,
  optOutsPath,
  webhooksPath,
];

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
  const access = createAccessEndpoints(now, sessions);
  const app = new Hono();
  app.post(signInPath, (c) => signIn(c.req.raw, now, sessions, attempts));
  app.delete(signOutPath, (c) => signOut(c.req.raw, sessions));
  app.get(userPath, (c) => showUser(c.req.raw, sessions));
  app.post(pinsPath, (c) => pins.create(c.req.raw));
  app.get(pinPath, (c) => pins.show(c.req.raw, Number(c.req.param('id'))));
  app.get(homePath, (c) => access.home(c.req.raw));
  app.get(devicesPath, (c) => access.devices(c.req.raw));
  app.delete(devicePath, (c) => access.signOutDevice(c.req.raw, Number.parseInt(c.req.param('file'), 10)));
  app.get(friendsPath, (c) => access.friends(c.req.raw));
  app.get(resourcesPath, (c) => access.resources(c.req.raw));
  app.get(privacyPath, (c) => access.privacy(c.req.raw));
  app.get(watchStateSyncPath, (c) => access.watchStateSync(c.req.raw));
  app.get(optOutsPath, (c) => access.optOuts(c.req.raw, c.req.param('uuid')));
  app.get(webhooksPath, (c) => access.webhooks(c.req.raw));
  for (const path of paths) app.all(path, () => replyFrameworkError(405, 'Method Not Allowed'));
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
