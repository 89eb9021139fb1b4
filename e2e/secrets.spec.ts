import { expect, test } from './test.ts';

/** Every value in a reply that is a credential. */
function secretsIn(reply: object): string[] {
  return Object.entries(reply).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return typeof value === 'string' && value && /token|secret|^pin$|^queue/i.test(key) ? [value] : [];
  });
}

/** The stored form of a session. */
const storedSession =
  /^\{"version":1,"id":"[0-9a-f]{32}","token":"[\w-]{20}","endsAt":\d{13},"login":"[^"]*","method":"password"(?:,"accountUuid":"[0-9a-f]{16}")?,"clientIdentifier":"[0-9a-f]{32}"\}$/;

for (const [login, password, storageName] of [
  ['mara@example.com', 'sample', 'sessionStorage'],
  ['nina@example.com', 'sample', 'localStorage'],
  ['odd@example.com', ' p&ss+word=%20 ü ', 'sessionStorage'],
] as const) {
  test(`stores the token only in ${storageName}, and no password anywhere, after sign-in as ${login}`, async ({
    page,
    context,
    requests,
    fillIn,
  }) => {
    const consoleLines: string[] = [];
    context.on('console', (message) => consoleLines.push(message.text()));
    await fillIn(login, 'a wrong password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    const form = await page.content();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByLabel('Remember me').setChecked(storageName === 'localStorage');

    const [answer] = await Promise.all([
      page.waitForResponse('**/api/v2/users/signin'),
      page.getByRole('button', { name: 'Sign in', exact: true }).click(),
    ]);
    await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    const account = await page.content();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => requests).toContain('GET /api/v2/user?includeSubscriptions=1');

    const pageState = await page.evaluate(() =>
      JSON.stringify([
        document.title,
        location.href,
        history.state,
        document.cookie,
        window.name,
        performance.getEntries(),
      ]),
    );
    const storage = await page.evaluate(() => ({
      localStorage: Object.entries(localStorage),
      sessionStorage: Object.entries(sessionStorage),
    }));
    const isSession = ([key, value]: [string, string]) => key.startsWith('plex-session:') && storedSession.test(value);
    const sessions = storage[storageName].filter(isSession);
    expect(sessions).toHaveLength(1);
    storage[storageName] = storage[storageName].filter((entry) => !isSession(entry));
    const databases = await page.evaluate(() => indexedDB.databases());
    const caches = await page.evaluate(() => globalThis.caches.keys());
    expect([await context.cookies(), databases, caches]).toEqual([[], [], []]);

    const places = {
      form,
      account,
      refreshed: await page.content(),
      pageState,
      consoleLines,
      requests,
      storage: JSON.stringify(storage),
    };
    const reply = await answer.json();
    expect(JSON.parse(sessions[0]?.[1] ?? '').token).toBe(reply.authToken);
    const secrets = [...new Set([password, 'a wrong password', ...secretsIn(reply)])];
    expect(secrets.length).toBeGreaterThan(5);
    for (const [place, content] of Object.entries(places)) {
      for (const secret of secrets.filter((candidate) => candidate !== 'sample')) {
        expect.soft(String(content).includes(secret), `${place} holds ${secret}`).toBe(false);
      }
    }

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    const after = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const secret of secretsIn(reply)) expect.soft(after).not.toContain(secret);
  });
}
