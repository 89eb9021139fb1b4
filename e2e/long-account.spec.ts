import type { Page } from '@playwright/test';
import { answerSignIn, manyPastSubscriptions } from './long-account.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ page, fillIn }) => {
  await answerSignIn(page.context(), manyPastSubscriptions(1000));
  await fillIn('long@example.com');
  await page.evaluate(() => location.replace('#past-subscriptions'));
});

const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click();

/** Runs in the page. Focuses Refresh as soon as it is there, right after the page itself has moved the focus. */
function focusRefresh() {
  new MutationObserver((_, observer) => {
    const refresh = document.querySelector<HTMLElement>('header [aria-label="Refresh"]');
    if (!refresh) return;
    observer.disconnect();
    requestAnimationFrame(() => refresh.focus());
  }).observe(document, { childList: true, subtree: true });
}

test('shows a long account, and goes to the section in its address', async ({ page }) => {
  await signIn(page);
  const panel = page.getByRole('region', { name: 'Past subscriptions' });
  await expect(panel).toContainText('The last of 1000 ended');
  await expect(panel.getByRole('heading', { name: 'Past subscriptions' })).toBeFocused();
  await expect(panel).toBeInViewport({ ratio: 0.1 });
});

test('keeps the focus where the person has put it while long lists are read', async ({ page }) => {
  await page.evaluate(focusRefresh);
  await signIn(page);
  await expect(page.getByRole('region', { name: 'Past subscriptions' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
});
