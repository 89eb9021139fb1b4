import { signIn } from './plex/sign-in.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { createSession, type PlexTv, type SampleLogin, type Session } from './session/session.ts';
import { createRandomIdentifier } from './session/storage/client-identifier.ts';
import type { Visitor } from './visitor.ts';

/** Starts a sample plex.tv in this page and signs in to its first account. */
export async function openSample({ client }: PlexTv): Promise<Visitor> {
  const { fetch, logins: sampleLogins, approvePin } = createSamplePlexTv();
  // The sample answers at plex.tv's paths, whatever the path of this page.
  const sampleClient = {
    ...client,
    base: location.origin,
    clientIdentifier: createRandomIdentifier(),
    isSample: true,
    fetch,
    isRelayed: false,
  };
  const plexTv: PlexTv = { client: sampleClient, sampleLogins, approvePin };
  const [first] = sampleLogins;
  return first
    ? { plexTv, state: 'signed-in', session: await signInToSample(plexTv, first) }
    : { plexTv, state: 'signing-in' };
}

/** Signs in to a sample account. A login that fails goes into the form instead, for the person to try. */
export async function chooseSample(plexTv: PlexTv, login: SampleLogin): Promise<Visitor> {
  const session = login.kind !== 'failure' ? await signInToSample(plexTv, login).catch(() => undefined) : undefined;
  return session ? { plexTv, state: 'signed-in', session } : { plexTv, state: 'signing-in', initialValues: login };
}

async function signInToSample(plexTv: PlexTv, login: SampleLogin): Promise<Session> {
  const account = await signIn(plexTv.client, { ...login, rememberMe: false });
  return createSession(plexTv, { account, details: { method: 'password', isRemembered: false } });
}
