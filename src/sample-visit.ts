import { signIn } from './plex/sign-in.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { randomIdentifier } from './session/client-identifier.ts';
import type { Arrival, PlexTv, SampleLogin } from './session/session.ts';

/** A sample plex.tv of its own, beside the real one, with its first account signed in to. */
export async function openSample({ client }: PlexTv): Promise<{ plexTv: PlexTv; signedIn?: Arrival | undefined }> {
  const { fetch, logins: sampleLogins, agree } = createSamplePlexTv();
  // The sample answers at the paths of plex.tv, wherever this page is.
  const own = { base: location.origin, clientIdentifier: randomIdentifier(), fetch };
  const plexTv = { client: { ...client, ...own }, sampleLogins, agree };
  const [first] = sampleLogins;
  return { plexTv, signedIn: first && (await enter(plexTv, first)) };
}

/** An account is signed in to at once; a failure is left to the form, with its login filled in. */
export async function chooseSample(plexTv: PlexTv, login: SampleLogin) {
  const signedIn = login.kind === 'account' ? await enter(plexTv, login).catch(() => undefined) : undefined;
  return signedIn ? { plexTv, signedIn } : { plexTv, filledIn: login };
}

async function enter({ client }: PlexTv, login: SampleLogin): Promise<Arrival> {
  const account = await signIn(client, { ...login, rememberMe: false });
  return { account, manner: { how: 'password', isRemembered: false } };
}
