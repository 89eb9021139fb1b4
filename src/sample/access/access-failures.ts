import { type Refusal, refusals } from '../refusals.ts';
import { refuse, refuseInXml, replyFrameworkError, replyPage, replyText } from '../reply.ts';
import { untilAborted, wait } from '../wait.ts';

/** The names of the requests about access that can fail. */
const accessCalls = [
  'home',
  'devices',
  'friends',
  'invitations',
  'resources',
  'privacy',
  'watchStateSync',
  'optOuts',
  'webhooks',
] as const;

export type AccessCall = (typeof accessCalls)[number];

/** How a request fails. When it returns undefined, the request is answered as usual. */
type Fail = (request: Request) => Response | Promise<Response | undefined>;

/** How the sign-out of a device fails. `before` is how many devices this session has signed out, or tried to. */
type FailSignOut = (request: Request, before: number) => Response | undefined;

export type AccessFailure = { [Call in AccessCall]?: Fail } & {
  deviceSignOut?: FailSignOut;
  /** The first request about access ends the token. */
  endsToken?: true;
};

const unavailable: Fail = () => replyPage(503, '503 Service Temporarily Unavailable');
const wait30Seconds = { 'Retry-After': '30' };

function refuseWith(refusal: Refusal, headers?: Record<string, string>): Fail {
  return (request) => refuse(request, refusal, headers);
}

function everywhere(fail: Fail): AccessFailure {
  return Object.fromEntries(accessCalls.map((call) => [call, fail]));
}

async function answerSlowly(request: Request): Promise<undefined> {
  await wait(12_000, request.signal);
}

/**
 * The failures by login, in the formats of the sign-ins that fail. It is not known which of them plex.tv sends for these
 * requests.
 */
export const accessFailures: Readonly<Record<string, AccessFailure>> = {
  'home-fails@example.com': { home: unavailable },
  'devices-fail@example.com': { devices: () => replyPage(200, 'Welcome to our Wi-Fi') },
  'friends-fail@example.com': { friends: refuseWith(refusals.rateLimited, wait30Seconds) },
  'invitations-fail@example.com': { invitations: () => new Response(null, { status: 500 }) },
  'servers-fail@example.com': { resources: refuseWith(refusals.malformed) },
  'privacy-fails@example.com': { privacy: refuseWith(refusals.forbidden) },
  'watch-sync-fails@example.com': { watchStateSync: () => replyFrameworkError(404, 'Not Found') },
  'opt-outs-fail@example.com': { optOuts: () => replyText(200, 'application/xml', '<optOuts><optOut key="tv.plex') },
  'webhooks-fail@example.com': { webhooks: () => refuseInXml(refusals.notAuthenticated) },
  'access-fails@example.com': everywhere(unavailable),
  'access-refused@example.com': everywhere(refuseWith(refusals.forbidden)),
  'access-slow@example.com': everywhere(answerSlowly),
  'access-never@example.com': everywhere((request) => untilAborted(request.signal)),
  'access-ended@example.com': { endsToken: true },
  // One device stays signed in, and one was signed out elsewhere in the meantime.
  'device-stays@example.com': {
    deviceSignOut: (_, before) => {
      if (before === 4) return replyPage(503, '503 Service Temporarily Unavailable');
      return before === 7 ? replyFrameworkError(404, 'Not Found') : undefined;
    },
  },
  'devices-limited@example.com': {
    deviceSignOut: (request, before) => (before < 5 ? undefined : refuse(request, refusals.rateLimited, wait30Seconds)),
  },
  'devices-refused@example.com': {
    deviceSignOut: (request, before) => (before < 3 ? undefined : refuse(request, refusals.notAuthenticated)),
  },
};
