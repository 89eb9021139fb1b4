import { expect, test } from './test.ts';

// The size budgets in package.json count files by these names, so a request for another name escapes every budget.
const firstLoad = [/^GET \/$/, /^GET \/assets\/index-[\w-]+\.js$/];
const accountScreen = /^GET \/assets\/(?!index-|sample-)[\w-]+\.(js|css)$/;

test('works after two requests, and fetches the account screen when the form is first used', async ({
  page,
  requests,
}) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  // Then the explanations beside the form follow: the page has drawn them already.
  const explainer = /^GET \/assets\/sign-in-explainer-[\w-]+\.js$/;
  await expect.poll(() => requests).toEqual([...firstLoad, explainer].map(expect.stringMatching));

  requests.length = 0;
  await page.getByLabel('E-mail or username').focus();
  for (const ending of ['js', 'css']) {
    await expect.poll(() => requests.join()).toMatch(new RegExp(`/assets/signed-in-[\\w-]+\\.${ending}`));
  }
  expect(requests.filter((request) => !accountScreen.test(request))).toEqual([]);

  requests.length = 0;
  await page.getByLabel('E-mail or username').fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('sample');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  // The panels about who has access follow.
  expect(requests.filter((request) => /\/assets\/(?:signed-in|password-sign-in)-/.test(request))).toEqual([]);
});
