import { type Refusal, refusals } from './refusals.ts';
import { refuse, refuseInXml, replyFrameworkError, replyPage } from './reply.ts';
import { untilAborted, wait } from './wait.ts';

/** The failure of one login. When `signIn` returns undefined, the sign-in continues as usual. */
export type SampleFailure = {
  signIn?: (request: Request) => Response | Promise<Response | undefined>;
  /** plex.tv has ended the session when the client uses the token for the first time. */
  isEndedElsewhere?: true;
  signOut?: () => Response;
};

function failSignIn(refusal: Refusal, headers?: Record<string, string>): SampleFailure {
  return { signIn: (request) => refuse(request, refusal, headers) };
}

async function answerSlowly(request: Request): Promise<undefined> {
  await wait(8000, request.signal);
}

function gone(): Response {
  return new Response('<Response code="410" status="This endpoint is deprecated and was removed"/>', {
    status: 410,
    headers: { 'Content-Type': 'application/xml' },
  });
}

/**
 * The failures by login. Each has the format that plex.tv uses, with two exceptions: no Retry-After was ever recorded,
 * and code 1999 is invented, for the codes that plex.tv may add.
 */
export const sampleFailures: Readonly<Record<string, SampleFailure>> = {
  'wrong-password@example.com': failSignIn(refusals.notAuthenticatedAsRecorded),
  'locked@example.com': failSignIn(refusals.locked),
  'rate-limited@example.com': failSignIn(refusals.rateLimited, { 'Retry-After': '30' }),
  'managed@example.com': failSignIn(refusals.managedUser),
  'pin@example.com': failSignIn(refusals.homePinNeeded),
  'no-client-identifier@example.com': failSignIn(refusals.noClientIdentifier),
  'malformed@example.com': failSignIn(refusals.malformed),
  'unknown-error@example.com': failSignIn(refusals.unknownCode),
  'xml-error@example.com': { signIn: () => refuseInXml(refusals.notAuthenticated) },
  'gone@example.com': { signIn: gone },
  'not-found@example.com': { signIn: () => replyFrameworkError(404, 'Not Found') },
  'unavailable@example.com': { signIn: () => replyPage(503, '503 Service Temporarily Unavailable') },
  'empty-error@example.com': { signIn: () => new Response(null, { status: 500 }) },
  'captive-portal@example.com': { signIn: () => replyPage(200, 'Welcome to our Wi-Fi') },
  'not-an-account@example.com': {
    signIn: () => new Response('[]', { headers: { 'Content-Type': 'application/json' } }),
  },
  'slow@example.com': { signIn: answerSlowly },
  'never@example.com': { signIn: (request) => untilAborted(request.signal) },
  'ended@example.com': { isEndedElsewhere: true },
  'no-sign-out@example.com': { signOut: () => replyPage(503, '503 Service Temporarily Unavailable') },
};
