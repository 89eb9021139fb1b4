import { connect } from 'node:net';
import { expect } from '../test.ts';
import { type Served, startNginx } from './start-nginx.ts';
import { startPreview } from './start-preview.ts';
import { test } from './test.ts';

const signInPath = '/api/v2/users/signin';

for (const [name, start] of [
  ['nginx', startNginx],
  ['npm start', startPreview],
] as const) {
  test.describe(name, () => {
    test('makes an address wait that tries to sign in too often, and no other', async ({ plexTv }) => {
      const settings = { PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '3', TRUSTED_PROXY: '127.0.0.1' };
      const server = await start(settings);
      const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(server, '127.0.0.1')));
      const statuses = tries.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(4).fill(201), ...Array(16).fill(429)]);
      const refusal = tries.find(({ status }) => status === 429);
      expect(refusal?.headers.get('Retry-After')).toBe('60');
      expect(refusal?.headers.get('Content-Type')).toBe('application/json');
      expect(await refusal?.json()).toEqual({
        errors: [{ status: 429, message: 'Too many sign-ins from your address: this relay makes you wait a minute.' }],
      });
      expect(plexTv.requests).toHaveLength(4);
      expect((await signIn(server, '[::1]')).status).toBe(201);
      expect((await fetch(`http://127.0.0.1:${server.port}/api/v2/user`)).status).toBe(201);
      await server.stop();
    });

    test('passes the limit of plex.tv itself on as it came', async ({ servers, plexTv }) => {
      plexTv.answer = (_, response) => {
        response.writeHead(429, { 'Content-Type': 'application/json' }).end('{"errors":[{"code":1003}]}');
      };
      const reply = await signIn(servers[name], '127.0.0.1');
      expect(reply.headers.has('Retry-After')).toBe(false);
      expect(await reply.json()).toEqual({ errors: [{ code: 1003 }] });
    });

    test('takes bodies up to 16 kB, told or untold, and nothing of a larger one', async ({ servers, plexTv }) => {
      const url = `http://127.0.0.1:${servers[name].port}${signInPath}`;
      const send = (size: number, isTold: boolean) => {
        const bytes = new Uint8Array(size).fill(120);
        const body = isTold ? bytes : new Blob([bytes]).stream();
        return fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
      };
      for (const isTold of [true, false]) {
        expect((await send(16 * 1024, isTold)).status).toBe(201);
        const reply = await send(16 * 1024 + 1, isTold);
        expect([reply.status, await reply.json()]).toEqual([
          413,
          { errors: [{ status: 413, message: 'The request is too large: over 16 kB.' }] },
        ]);
      }
      expect(plexTv.requests.map(({ body }) => body.length)).toEqual([16 * 1024, 16 * 1024]);
    });

    test('lets go of plex.tv when the browser is gone', async ({ servers, plexTv }) => {
      const isLetGo = new Promise((resolve) => {
        plexTv.answer = (request, response) => {
          response.once('close', resolve);
          request.socket.once('error', () => undefined);
          socket.destroy();
        };
      });
      const socket = connect(servers[name].port, '127.0.0.1');
      socket.write('GET /api/v2/user HTTP/1.1\r\nHost: x\r\n\r\n');
      await isLetGo;
      expect(plexTv.requests).toHaveLength(1);
    });

    test('logs no token, password, code, query, address or path of a stranger', async ({ servers, plexTv }) => {
      const { port, log } = servers[name];
      const secret = 'hunter2';
      const base = `http://127.0.0.1:${port}`;
      const headers = { 'X-Plex-Token': secret, Cookie: secret, 'User-Agent': secret, 'X-Forwarded-For': '192.0.2.77' };
      const body = `login=${secret}&password=${secret}&verificationCode=${secret}`;
      const answers = [201, 401, 302, 500];
      plexTv.answer = (request, response) => {
        const status = answers.shift();
        if (status) response.writeHead(status, { Location: `/${secret}`, 'Set-Cookie': secret }).end(secret);
        else request.socket.destroy();
      };
      for (let i = 0; i < 5; i++) {
        await fetch(`${base}${signInPath}?password=${secret}`, { method: 'POST', body, headers, redirect: 'manual' });
      }
      for (const path of [`/${secret}`, `/api/v2/user/${secret}`, `/?token=${secret}`, `/assets/${secret}.js`]) {
        await fetch(base + path, { headers });
      }
      await fetch(`${base}${signInPath}?${secret}`, { method: 'POST', body: secret.repeat(5000), headers });
      await fetch(`${base}${signInPath}?${secret}`, { method: 'POST', headers: { Origin: `http://${secret}` } });
      await expect.poll(log).toContain('POST /api/v2/users/signin 403');
      expect(await log()).not.toMatch(/hunter2|192\.0\.2\.77|127\.0\.0\.1 /);
    });
  });
}

test('gives up on a plex.tv that does not answer', async ({ servers, plexTv }) => {
  plexTv.answer = () => undefined;
  const reply = await fetch(`http://127.0.0.1:${servers.nginx.port}/api/v2/user`);
  expect([reply.status, await reply.json()]).toEqual([
    504,
    { errors: [{ status: 504, message: expect.stringContaining('plex.tv did not answer') }] },
  ]);
});

function signIn({ port }: Served, host: string): Promise<Response> {
  return fetch(`http://${host}:${port}${signInPath}`, { method: 'POST', body: 'login=x' });
}
