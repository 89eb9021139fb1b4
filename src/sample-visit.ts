import { signIn } from './plex/sign-in.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { randomIdentifier } from './session/client-identifier.ts';
import type { Arrival, PlexTv, SampleLogin } from './session/session.ts';

/** A sample plex.tv of its own, beside the real one. */
export function openSample({ client }: PlexTv): PlexTv {
  const { fetch, logins } = createSamplePlexTv();
  return { client: { ...client, clientIdentifier: randomIdentifier(), fetch }, sampleLogins: logins };
}

/** Signs in to the sample. @throws PlexError, as the real one would. */
export async function enterSample({ client }: PlexTv, login: SampleLogin): Promise<Arrival> {
  const account = await signIn(client, { ...login, rememberMe: false });
  return { account, manner: { how: 'password', isRemembered: false } };
}
