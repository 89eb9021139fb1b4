import { expect, test } from './test.ts';

/** Everything in a reply that is a credential: what opens something, or finds somebody. */
function secretsIn(reply: object): string[] {
  return Object.entries(reply).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return typeof value === 'string' && value && /token|secret|^pin$|^queue/i.test(key) ? [value] : [];
  });
}

for (const [login, password] of [
  ['mara@example.com', 'sample'],
  ['odd@example.com', ' p&ss+word=%20 ü '],
] as const) {
  test(`leaves no token and no password anywhere after sign-in: ${login}`, async ({
    page,
    context,
    requests,
    fillIn,
  }) => {
    const said: string[] = [];
    context.on('console', (message) => said.push(message.text()));
    await fillIn(login, 'a wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    const form = await page.content();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);

    const [answer] = await Promise.all([
      page.waitForResponse('**/api/v2/users/signin'),
      page.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    const account = await page.content();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => requests).toContain('GET /api/v2/user?includeSubscriptions=1');

    const left = await page.evaluate(() =>
      JSON.stringify([
        document.title,
        location.href,
        history.state,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        window.name,
        performance.getEntries(),
      ]),
    );
    const databases = await page.evaluate(() => indexedDB.databases());
    const caches = await page.evaluate(() => globalThis.caches.keys());
    expect([await context.cookies(), databases, caches]).toEqual([[], [], []]);

    const places = { form, account, refreshed: await page.content(), left, said, requests };
    const secrets = [...new Set([password, 'a wrong password', ...secretsIn(await answer.json())])];
    expect(secrets.length).toBeGreaterThan(5);
    for (const [place, content] of Object.entries(places)) {
      for (const secret of secrets.filter((candidate) => candidate !== 'sample')) {
        expect.soft(String(content).includes(secret), `${place} holds ${secret}`).toBe(false);
      }
    }
  });
}
