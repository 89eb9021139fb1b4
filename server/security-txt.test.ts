import { expect, test } from 'vitest';
import { runServer } from './test/run-server.ts';

const path = '/.well-known/security.txt';

test.each(['', '/account'])(
  'security.txt tells the contact until a day in the future: base path "%s"',
  async (basePath) => {
    const settings = { SECURITY_CONTACT: 'mailto:me@example.org', BASE_PATH: basePath };
    const { send } = await runServer({ settings });
    for (const prefix of ['', basePath]) {
      const reply = await send(prefix + path);
      expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=UTF-8']);
      expect(reply.headers.has('Content-Security-Policy')).toBe(true);
      const [, contact, expires = ''] = /^Contact: (.+)\nExpires: (.+)\n/.exec(await reply.text()) ?? [];
      expect(contact).toBe('mailto:me@example.org');
      const days = (Date.parse(expires) - Date.now()) / (24 * 60 * 60 * 1000);
      expect(days).toBeGreaterThan(150);
      // RFC 9116 recommends less than a year.
      expect(days).toBeLessThan(365);
    }
  },
);

test('there is no security.txt without a contact', async () => {
  const { send } = await runServer();
  expect((await send(path)).status).toBe(404);
});
