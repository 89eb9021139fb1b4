import { stringsInMemory } from './strings-in-memory.ts';
import { expect, test } from './test.ts';

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
