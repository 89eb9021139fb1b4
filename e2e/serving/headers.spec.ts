import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pagePolicy, policyInPage, replyPolicy, securityHeaders } from '../../server/security-headers.ts';
import { expect } from '../test.ts';
import { sendRaw } from './send-raw.ts';
import { test } from './test.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const script = readdirSync(`${dist}/assets`).find((file) => /^index-.*\.js$/.test(file)) ?? '';

const page = { ...securityHeaders, 'Content-Security-Policy': pagePolicy };
const reply = { ...securityHeaders, 'Content-Security-Policy': replyPolicy, 'Cache-Control': 'no-store' };
const kept = { ...page, 'Cache-Control': 'public, max-age=31536000, immutable' };
const asked = { ...page, 'Cache-Control': 'no-cache' };

const signIn = '/api/v2/users/signin';

for (const name of ['nginx', 'npm start'] as const) {
  test.describe(name, () => {
    for (const [title, path, init, status, headers] of [
      ['the page', '/', {}, 200, asked],
      ['the page by its file name', '/index.html', {}, 200, asked],
      ['the script before the first paint', '/theme.js', {}, 200, asked],
      ['a file with a hash in its name', `/assets/${script}`, {}, 200, kept],
      ['such a file that is not there', '/assets/index-00000000.js', {}, 404, asked],
      ['nothing', '/nothing/here', {}, 404, asked],
      ['a form sent to the page', '/', { method: 'POST', body: 'password=x' }, 405, asked],
      ['a reply', '/api/v2/user', {}, 201, reply],
      ['a path that is not relayed', '/api/v2/home', {}, 404, reply],
      ['a method that is not relayed', signIn, { method: 'PUT' }, 405, reply],
      ['another site', signIn, { method: 'POST', headers: { Origin: 'http://x.example' } }, 403, reply],
      ['a body over 16 kB', signIn, { method: 'POST', body: 'x'.repeat(16 * 1024 + 1) }, 413, reply],
    ] as const) {
      test(`sends its headers with ${title}`, async ({ servers }) => {
        const response = await fetch(`http://127.0.0.1:${servers[name].port}${path}`, init);
        expect(response.status).toBe(status);
        expect(Object.fromEntries(response.headers)).toMatchObject(lowerCased(headers));
        expect(response.headers.get('Server') ?? 'nginx').toBe('nginx');
        expect(response.headers.has('X-Powered-By')).toBe(false);
        expect(response.headers.has('Strict-Transport-Security')).toBe(false);
      });
    }

    test('sends them with what it cannot read, too', async ({ servers }) => {
      for (const request of ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/1.1\r\n bad\r\n\r\n']) {
        const received = await sendRaw(servers[name].port, request);
        expect.soft(received).toMatch(/^HTTP\/1\.1 400 /);
        for (const [header, value] of Object.entries(page)) {
          expect.soft(received, request).toContain(`${header}: ${value}\r\n`);
        }
      }
      const long = `GET /api/v2/user HTTP/1.1\r\nHost: x\r\nX-Plex-Token: ${'t'.repeat(40_000)}\r\n\r\n`;
      const received = await sendRaw(servers[name].port, long);
      expect(received).toMatch(/^HTTP\/1\.1 431 /);
      expect(received).toContain(`X-Frame-Options: DENY\r\n`);
    });

    test('serves what was compressed beforehand', async ({ servers }) => {
      for (const path of ['/', `/assets/${script}`, '/theme.js']) {
        const url = `http://127.0.0.1:${servers[name].port}${path}`;
        const packed = await fetch(url, { headers: { 'Accept-Encoding': 'gzip' } });
        expect(packed.headers.get('Content-Encoding')).toBe('gzip');
        expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
        expect(packed.headers.get('Content-Type')).toMatch(/^(?:text\/html|(?:application|text)\/javascript)/);
        const plain = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
        expect(plain.headers.get('Content-Encoding')).toBeNull();
        expect(await packed.text()).toBe(await plain.text());
      }
    });

    test('answers on IPv4 and IPv6', async ({ servers }) => {
      for (const host of ['127.0.0.1', '[::1]']) {
        const base = `http://${host}:${servers[name].port}`;
        expect((await fetch(base)).status).toBe(200);
        expect((await fetch(`${base}/api/v2/user`, { headers: { Origin: base } })).status).toBe(201);
      }
    });
  });
}

test('has the policy in the page itself, for hosts that send no headers', async ({ servers }) => {
  const html = await (await fetch(servers.nginx.url)).text();
  const [, meta] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(meta?.replaceAll('&#39;', "'")).toBe(policyInPage);
  expect(pagePolicy).not.toContain('unsafe');
});

test('leads from a path without its slash to the page', async ({ sites }) => {
  const below = sites['/deep/statement'];
  const response = await fetch(below.url.slice(0, -1), { redirect: 'manual' });
  expect([response.status, response.headers.get('Location')]).toEqual([308, '/deep/statement/']);
  expect(response.headers.get('Content-Security-Policy')).toBe(pagePolicy);
  expect((await fetch(`http://localhost:${below.port}/api/v2/user`)).status).toBe(404);
});

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
