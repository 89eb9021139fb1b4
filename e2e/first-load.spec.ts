import { expect, test } from './test.ts';

// The budgets in package.json count chunks by these names: index-* for the first load, all but sample-* and logins-* for the account.
const first = [
  'GET /',
  expect.stringMatching(/^GET \/assets\/index-[\w-]+\.css$/),
  expect.stringMatching(/^GET \/assets\/index-[\w-]+\.js$/),
  'GET /icon.svg',
];

test('loads in four requests, and fetches the account screen when the form is first touched', async ({
  page,
  requests,
}) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  // The icon counts once: the picture in the page is the tab's too, which the browser fetches for itself.
  expect([...new Set(requests)].toSorted()).toEqual(first);

  requests.length = 0;
  await page.getByLabel('E-mail or username').focus();
  await expect.poll(() => requests.join()).toContain('/assets/account-page-');
  expect(requests.filter((request) => /^GET \/assets\/(?!index-|sample-|logins-)[\w-]+\.js$/.test(request))).toEqual(
    requests,
  );

  requests.length = 0;
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(requests.filter((request) => request.includes('/assets/'))).toEqual([]);
});
