import { Blob } from 'node:buffer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fault, type FaultServer, startFaultServer } from '../../../e2e/fault-server.ts';
import { answer } from '../../../e2e/faults.ts';
import { createApp } from '../../../server/app.ts';
import { createPlexTvClient } from '../../../server/relay/plex-tv-client.ts';
import { readSettings } from '../../../server/settings.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { getDevices } from '../access/devices.ts';
import { getHome } from '../access/home-users.ts';
import { PlexError } from '../errors/plex-error.ts';
import { getAccount } from '../get-account.ts';
import { Secret } from '../secrets/secret.ts';
import { signIn } from '../sign-in.ts';
import { signOut } from '../sign-out.ts';

let plexTv: FaultServer;
let server: RunningServer;
const client = {
  base: '',
  clientIdentifier: 'browser-1',
  fetch: (request: Request) => fetch(request),
  isRelayed: true,
};

beforeAll(async () => {
  // The server runs in Node, and Node's Response does not accept a Blob of jsdom.
  vi.stubGlobal('Blob', Blob);
  plexTv = await startFaultServer();
  const settings = readSettings({ PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '100000' });
  const plexTvClient = await createPlexTvClient(settings.plexTv);
  server = await startServer(createApp({ settings, plexTvClient, log: () => undefined }), '127.0.0.1', 0);
  client.base = `http://127.0.0.1:${server.port}/`;
});

afterAll(async () => {
  await server.stop(0);
  await plexTv.refuse();
});

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
  'GET /api/v2/home/users': () => getHome(client, new Secret('a token')),
  'GET /devices.xml': () => getDevices(client, new Secret('a token')),
};

function isCleaned(path: string): boolean {
  return path.includes('home') || path.includes('devices');
}

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
        // The relay replaces redirects, and statuses that make a browser send the request again. For requests about access
        // it also replaces what it cannot clean.
        const isPassedOn = status >= 400 && ![407, 408, 421, 425].includes(status);
        const statuses = isPassedOn ? [status, ...(isCleaned(path) ? [502] : [])] : [502];
        expect(statuses).toContain(failure.details.status);
        expect(plexTv.requests).toEqual([path]);
      }
    }
  },
  120_000,
);
