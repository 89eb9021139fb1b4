import type { PlexClient } from '../plex/http/client.ts';
import { signIn } from '../plex/sign-in.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { createSamplePlexTv } from '../sample/sample-plex-tv.ts';
import { createSession, type Session } from '../session/session.ts';

/** Signs in to the sample plex.tv. `reply` is the unparsed account with its secrets. */
export async function sampleSession(login: string): Promise<{ session: Session; reply: object }> {
  const sample = sampleLogins.find((candidate) => candidate.login === login);
  if (!sample) throw new Error(`the sample has no login ${login}`);
  const plexTv = createSamplePlexTv();
  const replies: object[] = [];
  const client: PlexClient = {
    base: 'https://account.example/',
    clientIdentifier: 'browser-1',
    fetch: async (request) => {
      const response = await plexTv.fetch(request);
      if (replies.length === 0) replies.push(await response.clone().json());
      return response;
    },
  };
  const account = await signIn(client, { ...sample, rememberMe: false });
  const [reply = {}] = replies;
  return {
    session: createSession({ client }, { account, details: { method: 'password', isRemembered: false } }),
    reply,
  };
}
