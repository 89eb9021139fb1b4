import { type Refusal, refusals } from './refusals.ts';
import { refuse, refuseInXml, replyBare, replyPage } from './reply.ts';
import { untilAborted, wait } from './wait.ts';

/** What goes wrong for one login. Where `signIn` gives no response, the sign-in goes on as usual. */
export type SampleFailure = {
  signIn?: (request: Request) => Response | Promise<Response | undefined>;
  isEndedElsewhere?: true;
  signOut?: () => Response;
};

function refusing(refusal: Refusal, headers?: Record<string, string>): SampleFailure {
  return { signIn: (request) => refuse(request, refusal, headers) };
}

async function answerLate(request: Request): Promise<undefined> {
  await wait(8000, request.signal);
}

function gone(): Response {
  return new Response('<Response code="410" status="This endpoint is deprecated and was removed"/>', {
    status: 410,
    headers: { 'Content-Type': 'application/xml' },
  });
}

/**
 * The troubles, by login. Each has the form that it was seen in with plex.tv, but for two: no Retry-After was ever
 * recorded, and 1999 is a code made up to stand for those that plex.tv may yet add.
 */
export const sampleFailures: Readonly<Record<string, SampleFailure>> = {
  'wrong-password@example.com': refusing(refusals.notAuthenticatedAsRecorded),
  'locked@example.com': refusing(refusals.locked),
  'rate-limited@example.com': refusing(refusals.rateLimited, { 'Retry-After': '30' }),
  'managed@example.com': refusing(refusals.managedUser),
  'pin@example.com': refusing(refusals.homePinNeeded),
  'no-client-identifier@example.com': refusing(refusals.noClientIdentifier),
  'malformed@example.com': refusing(refusals.malformed),
  'unknown-error@example.com': refusing(refusals.unheardOf),
  'xml-error@example.com': { signIn: () => refuseInXml(refusals.notAuthenticated) },
  'gone@example.com': { signIn: gone },
  'not-found@example.com': { signIn: () => replyBare(404, 'Not Found') },
  'unavailable@example.com': { signIn: () => replyPage(503, '503 Service Temporarily Unavailable') },
  'empty-error@example.com': { signIn: () => new Response(null, { status: 500 }) },
  'captive-portal@example.com': { signIn: () => replyPage(200, 'Welcome to our Wi-Fi') },
  'not-an-account@example.com': { signIn: () => Response.json([]) },
  'slow@example.com': { signIn: answerLate },
  'never@example.com': { signIn: (request) => untilAborted(request.signal) },
  'ended@example.com': { isEndedElsewhere: true },
  'no-sign-out@example.com': { signOut: () => replyPage(503, '503 Service Temporarily Unavailable') },
};
