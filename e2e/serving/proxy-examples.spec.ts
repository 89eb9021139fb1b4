import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { makeCertificate } from './make-certificate.ts';
import { runCaddy } from './run-caddy.ts';
import { runNginx } from './run-nginx.ts';
import { startServer } from './start-server.ts';

const hosting = readFileSync(resolve(import.meta.dirname, '../../docs/hosting.md'), 'utf8');
const names = ['account.example.org', 'example.org'];

/** The examples of docs/hosting.md in `language`: for a domain of its own, and for a path. */
function examplesIn(language: 'caddyfile' | 'nginx'): [domain: string, path: string] {
  const [domain, path, ...others] = [...hosting.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))];
  expect(others).toEqual([]);
  return [domain?.[1] ?? '', path?.[1] ?? ''];
}

/** Replaces `from`, which must be in the example. */
function replace(example: string, from: string, to: string): string {
  expect(example).toContain(from);
  return example.replaceAll(from, to);
}

type Start = (example: string, serverPort: number) => Promise<{ port: number; stop: () => Promise<void> }>;

const proxies: Record<'caddyfile' | 'nginx', Start> = {
  caddyfile: (example, serverPort) =>
    runCaddy((folder, port) => {
      const { cert, key } = makeCertificate(folder, names);
      const site = replace(example, '127.0.0.1:4173', `127.0.0.1:${serverPort}`);
      // Caddy would fetch a certificate for these names.
      return replace(site, 'example.org {', `example.org:${port} {\n tls ${cert} ${key}`);
    }),
  nginx: (example, serverPort) =>
    runNginx((folder, port) => {
      const { cert, key } = makeCertificate(folder, names);
      const site = replace(example, '127.0.0.1:4173', `127.0.0.1:${serverPort}`);
      const onPort = replace(site, 'listen 443 ssl', `listen ${port} ssl`);
      return replace(replace(onPort, '/etc/ssl/certs/account.pem', cert), '/etc/ssl/private/account.key', key);
    }),
};

const test = base.extend<{ startExample: (language: keyof typeof proxies, isPath: boolean) => Promise<number> }>({
  // Chromium finds the proxy under both names.
  launchOptions: async ({ launchOptions }, use) => {
    const rules = `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(', ')}`;
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), rules] });
  },
  ignoreHTTPSErrors: true,
  // biome-ignore lint/correctness/noEmptyPattern: how Playwright wants it
  startExample: async ({}, use) => {
    const stops: (() => Promise<void>)[] = [];
    await use(async (language, isPath) => {
      const server = await startServer({
        PLEX_TV_ORIGIN: 'sample',
        SIGN_INS_PER_MINUTE: '1',
        TRUSTED_PROXY: '127.0.0.1',
        ...(isPath && { BASE_PATH: '/account' }),
      });
      const proxy = await proxies[language](examplesIn(language)[isPath ? 1 : 0], server.port);
      stops.push(proxy.stop, server.stop);
      return proxy.port;
    });
    for (const stop of stops) await stop();
  },
});

/** Sends a sign-in from an address of this computer, and resolves with the status of the response. */
function signInFrom(localAddress: string, port: number, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((done, reject) => {
    const [servername = ''] = names;
    const sent = request({
      ...{ host: '127.0.0.1', port, path: '/api/v2/users/signin', method: 'POST', localAddress, servername },
      rejectUnauthorized: false,
      headers: {
        Host: `${servername}:${port}`,
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Plex-Client-Identifier': 'test-client',
        ...headers,
      },
    });
    sent.on('response', (response) => done(response.resume().statusCode ?? 0)).on('error', reject);
    sent.end('login=nina%40example.com&password=sample');
  });
}

for (const language of ['caddyfile', 'nginx'] as const) {
  for (const [title, isPath, address] of [
    ['a domain of its own', false, (port: number) => `https://account.example.org:${port}/`],
    ['a path', true, (port: number) => `https://example.org:${port}/account`],
  ] as const) {
    test(`the ${language} example for ${title} serves a sign-in over TLS`, async ({ page, startExample }) => {
      const port = await startExample(language, isPath);
      const response = await page.goto(address(port));
      expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
      if (!isPath) expect(response?.headers()['strict-transport-security']).toBe('max-age=31536000');
      await page.getByLabel('E-mail or username').fill('nina@example.com');
      await page.getByRole('textbox', { name: 'Password' }).fill('sample');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'nina.okafor' })).toBeVisible();
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
    });
  }

  test(`the ${language} example counts sign-ins by the visitor's address`, async ({ startExample }) => {
    const port = await startExample(language, false);
    const statuses: number[] = [];
    for (const address of ['127.0.0.2', '127.0.0.2', '127.0.0.2', '127.0.0.3']) {
      statuses.push(await signInFrom(address, port));
    }
    expect(statuses).toEqual([201, 201, 429, 201]);
    // A visitor cannot escape the limit with an invented address.
    expect(await signInFrom('127.0.0.2', port, { 'X-Forwarded-For': '192.0.2.1' })).toBe(429);
  });
}
