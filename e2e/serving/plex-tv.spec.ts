import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { expect } from '../test.ts';
import { startNameServer } from './name-server.ts';
import { type Served, startNginx } from './start-nginx.ts';
import { test } from './test.ts';

/** A certificate that vouches for itself, for `host`. */
function certify(host: string, folder: string): { file: string; key: Buffer; cert: Buffer } {
  const [key, file] = [join(folder, `${host}.key`), join(folder, `${host}.crt`)];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', file],
  ]);
  if (made.status !== 0) throw new Error(`This test needs the openssl command. ${made.error ?? made.stderr}`);
  return { file, key: readFileSync(key), cert: readFileSync(file) };
}

/** A plex.tv behind TLS, and the names that it was asked for by in the handshake. */
async function startSecure({ key, cert }: { key: Buffer; cert: Buffer }) {
  const names: unknown[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    names.push((request.socket as TLSSocket & { servername?: string }).servername);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, names, stop: () => server.close() };
}

const askFor = async ({ port }: Served) => (await fetch(`http://127.0.0.1:${port}/api/v2/user`)).status;

test('nginx asks only a plex.tv that can prove its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'statement-certificates-'));
  chmodSync(folder, 0o755);
  const right = certify('plex.test', folder);
  const wrong = certify('other.test', folder);
  const nameServer = await startNameServer();
  const [rightName, wrongName] = [await startSecure(right), await startSecure(wrong)];
  const statuses: number[] = [];
  for (const [port, trusted] of [
    [rightName.port, right.file],
    [rightName.port, wrong.file],
    [wrongName.port, wrong.file],
  ] as const) {
    const nginx = await startNginx({
      PLEX_TV_ORIGIN: `https://plex.test:${port}`,
      NGINX_LOCAL_RESOLVERS: nameServer.address,
      TRUSTED_CERTIFICATES: trusted,
    });
    statuses.push(await askFor(nginx));
    await nginx.stop();
  }
  // Proven; not vouched for by anybody trusted; proven to be somebody else.
  expect(statuses).toEqual([200, 502, 502]);
  expect(rightName.names).toEqual(['plex.test']);
  expect(wrongName.names).toEqual([]);
  expect(new Set(nameServer.asked)).toEqual(new Set(['plex.test']));
  for (const { stop } of [rightName, wrongName, nameServer]) stop();
  rmSync(folder, { recursive: true });
});

test('nginx starts without a name server, serves the page, and says that plex.tv cannot be reached', async () => {
  const nginx = await startNginx({ NGINX_LOCAL_RESOLVERS: '127.0.0.1:9' });
  expect((await fetch(nginx.url)).status).toBe(200);
  const reply = await fetch(`${nginx.url}api/v2/user`);
  expect([reply.status, await reply.json()]).toEqual([
    502,
    { errors: [{ status: 502, message: 'The relay could not reach plex.tv.' }] },
  ]);
  await nginx.stop();
});

test('nginx counts the sign-ins of visitors behind a proxy one by one, if it was told of the proxy', async ({
  plexTv,
}) => {
  for (const [trusted, expected] of [
    ['127.0.0.1', [201, 201, 201]],
    ['unix:', [201, 201, 429]],
  ] as const) {
    const settings = { PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '1', TRUSTED_PROXY: trusted };
    const nginx = await startNginx(settings);
    const statuses: number[] = [];
    for (const visitor of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const headers = { 'X-Forwarded-For': visitor };
      const reply = await fetch(`http://127.0.0.1:${nginx.port}/api/v2/users/signin`, { method: 'POST', headers });
      statuses.push(reply.status);
    }
    expect(statuses).toEqual(expected);
    await nginx.stop();
  }
  expect(JSON.stringify(plexTv.requests)).not.toContain('192.0.2');
});
