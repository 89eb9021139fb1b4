import { signIn } from './plex/sign-in.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { createRandomIdentifier } from './session/client-identifier.ts';
import type { NewSignIn, PlexTv, SampleLogin } from './session/session.ts';

/** A sample plex.tv of its own, beside the real one, with its first account signed in to. */
export async function openSample({ client }: PlexTv): Promise<{ plexTv: PlexTv; signedIn?: NewSignIn | undefined }> {
  const { fetch, logins: sampleLogins, approvePin } = createSamplePlexTv();
  // The sample answers at the paths of plex.tv, wherever this page is.
  const own = { base: location.origin, clientIdentifier: createRandomIdentifier(), fetch };
  const plexTv = { client: { ...client, ...own }, sampleLogins, approvePin };
  const [first] = sampleLogins;
  return { plexTv, signedIn: first && (await signInToSample(plexTv, first)) };
}

/** An account is signed in to at once; a failure is left to the form, with its login filled in. */
export async function chooseSample(plexTv: PlexTv, login: SampleLogin) {
  const signedIn = login.kind === 'account' ? await signInToSample(plexTv, login).catch(() => undefined) : undefined;
  return signedIn ? { plexTv, signedIn } : { plexTv, filledIn: login };
}

async function signInToSample({ client }: PlexTv, login: SampleLogin): Promise<NewSignIn> {
  const account = await signIn(client, { ...login, rememberMe: false });
  return { account, details: { method: 'password', isRemembered: false } };
}
