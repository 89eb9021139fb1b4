import { type AccountSources, type SourceName, sourceNames } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import { getAccount } from '../plex/get-account.ts';
import type { PlexClient } from '../plex/http/client.ts';
import { signIn } from '../plex/sign-in.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { createSamplePlexTv } from '../sample/sample-plex-tv.ts';
import { fetchSource } from '../session/sources/fetch-source.ts';
import { readySource, waitingSources } from './sources.ts';

/** The account and the sources of a sample login. `sent` is the text of all responses about access. */
export async function sampleSources(login: string, now: Date) {
  const plexTv = createSamplePlexTv({ now: () => now });
  const sent: string[] = [];
  const client: PlexClient = {
    base: 'https://account.example/',
    clientIdentifier: 'browser-1',
    fetch: async (request) => {
      const response = await plexTv.fetch(request);
      sent.push(await response.clone().text());
      return response;
    },
  };
  const sample = sampleLogins.find((candidate) => candidate.login === login) ?? { login, password: 'sample' };
  const { authToken: token } = await signIn(client, { ...sample, rememberMe: false });
  if (!token) throw new Error('the sample sent no token');
  const account: Account = await getAccount(client, token, new AbortController().signal);
  sent.length = 0;
  const request = { client, token, accountUuid: account.uuid ?? '', signal: new AbortController().signal };
  const entries = await Promise.all(
    sourceNames.map(async (name): Promise<[SourceName, unknown]> => {
      try {
        const { data, ...reply } = await fetchSource[name](request);
        return [name, { ...readySource(data as unknown), ...reply }];
      } catch {
        return [name, waitingSources[name]];
      }
    }),
  );
  return { account, sources: Object.fromEntries(entries) as unknown as AccountSources, sent: sent.join('\n') };
}
