import type { CDPSession } from '@playwright/test';
import { expect, test } from './test.ts';

/** Every string that the page's memory still holds after garbage collection. */
async function stringsInMemory(session: CDPSession): Promise<string[]> {
  let snapshot = '';
  const collect = ({ chunk }: { chunk: string }) => {
    snapshot += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  return JSON.parse(snapshot).strings;
}

test('removes the password from memory after sign-in, and the token after sign-out', async ({
  page,
  context,
  signIn,
}) => {
  const session = await context.newCDPSession(page);
  const count = async (text: string) =>
    (await stringsInMemory(session)).filter((string) => string.includes(text)).length;
  const password = ' p&ss+word=%20 ü ';
  const answer = page.waitForResponse('**/api/v2/users/signin');
  await signIn('odd@example.com');
  const { authToken } = await (await answer).json();
  await expect.poll(() => count(password)).toBe(0);
  expect(await count(authToken)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await expect.poll(() => count(authToken)).toBe(0);
});
