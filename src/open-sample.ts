import type { PlexClient } from './plex/http/client.ts';
import { signIn } from './plex/sign-in.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { createSession, type PlexTv, type SampleLogin } from './session/session.ts';
import { createRandomIdentifier } from './session/storage/client-identifier.ts';
import type { ScreenState } from './use-current-screen.ts';

export type SamplePlexTv = PlexTv & { sampleLogins: readonly SampleLogin[] };

/** Starts a sample plex.tv in this page. */
export function createSample(client: PlexClient): SamplePlexTv {
  const { fetch, logins, approvePin } = createSamplePlexTv();
  // The sample answers at plex.tv's paths, whatever the path of this page.
  const sampleClient = {
    ...client,
    base: location.origin,
    clientIdentifier: createRandomIdentifier(),
    isSample: true,
    fetch,
    isRelayed: false,
  };
  return { client: sampleClient, sampleLogins: logins, approvePin };
}

/** Signs in to a sample account. A login whose sign-in fails is filled into the form instead. */
export async function chooseSample(plexTv: PlexTv, login: SampleLogin): Promise<ScreenState> {
  if (login.kind === 'failure') return { state: 'signing-in', initialValues: login };
  try {
    const account = await signIn(plexTv.client, { ...login, rememberMe: false });
    const details = { method: 'password', isRemembered: false } as const;
    return { state: 'signed-in', session: createSession(plexTv, { account, details }) };
  } catch {
    return { state: 'signing-in', initialValues: login };
  }
}
