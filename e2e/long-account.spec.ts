import { answerSignIn, manyPastSubscriptions } from './long-account.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ page, fillIn }) => {
  await answerSignIn(page.context(), manyPastSubscriptions(1000));
  await fillIn('long@example.com');
  await page.evaluate(() => location.replace('#past-subscriptions'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
});

test('shows a long account, and goes to the section in its address', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'Past subscriptions' });
  await expect(panel).toContainText('The last of 1000 ended');
  await expect(panel.getByRole('heading', { name: 'Past subscriptions' })).toBeFocused();
  await expect(panel).toBeInViewport({ ratio: 0.1 });
});

test('keeps the focus where the person has put it while long lists are read', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Refresh' });
  await button.focus();
  await expect(page.getByRole('region', { name: 'Past subscriptions' })).toBeVisible();
  await expect(button).toBeFocused();
});
