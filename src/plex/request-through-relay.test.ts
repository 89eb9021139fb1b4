import { Blob } from 'node:buffer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fault, type FaultServer, startFaultServer } from '../../e2e/fault-server.ts';
import { answer } from '../../e2e/faults.ts';
import { plexTvUpstream } from '../../server/relay/plex-tv-upstream.ts';
import { createRelay, type Relay } from '../../server/relay/relay.ts';
import { getAccount } from './get-account.ts';
import { PlexError } from './plex-error.ts';
import { Secret } from './secret.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

let plexTv: FaultServer;
let relay: Relay;

beforeAll(async () => {
  // The relay runs in Node, and Node's Response does not accept a Blob of jsdom.
  vi.stubGlobal('Blob', Blob);
  plexTv = await startFaultServer();
  relay = createRelay({
    upstream: await plexTvUpstream(new URL(plexTv.origin)),
    timeLimitMs: 5000,
    log: () => undefined,
    signInsPerMinute: 100_000,
  });
});

afterAll(() => plexTv.refuse());

const client = {
  base: 'http://localhost:4173/',
  clientIdentifier: 'browser-1',
  fetch: (request: Request) => relay.fetch(request),
};

const statuses = Array.from({ length: 300 }, (_, index) => 300 + index);

const forms: ((status: number) => Fault)[] = [
  (status) => answer(status, ''),
  (status) => answer(status, '<html><h1>Whatever</h1></html>', { 'Content-Type': 'text/html' }),
  (status) => answer(status, '{"error":"Whatever"}', { 'Content-Type': 'application/json', Location: '/elsewhere' }),
];

const calls = {
  'POST /api/v2/users/signin': () => signIn(client, { login: 'ada', password: 'a password', rememberMe: false }),
  'GET /api/v2/user': () => getAccount(client, new Secret('a token')),
  'DELETE /api/v2/users/signout': () => signOut(client, new Secret('a token')),
};

test.each(Object.entries(calls))(
  'every status from 300 to 599 has words, with any body: %s',
  async (path, call) => {
    for (const status of statuses) {
      for (const form of forms) {
        plexTv.fault = form(status);
        plexTv.requests.length = 0;
        const failure = await call().then(
          () => undefined,
          (error) => error,
        );
        expect(failure, `${status}`).toBeInstanceOf(PlexError);
        expect(Object.values(failure.words).every(Boolean)).toBe(true);
        // The relay replaces redirects, and statuses that make a browser or Node send the request again.
        const isPassedOn = status >= 400 && ![407, 408, 421, 425].includes(status);
        expect(failure.details.status).toBe(isPassedOn ? status : 502);
        // After 421 Node itself sends a request without a body again.
        expect(new Set(plexTv.requests)).toEqual(new Set([path]));
        if (path.startsWith('POST')) expect(plexTv.requests).toHaveLength(1);
      }
    }
  },
  120_000,
);
