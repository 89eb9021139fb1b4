import { expect, it } from 'vitest';
import { parseAccount } from '../../plex/account/parse-account.ts';
import { paymentProvider } from './payment-provider.ts';

function providerFor(subscription: object) {
  const account = parseAccount({ subscription });
  return account && paymentProvider(account, new Date());
}

it.each([
  ['braintree', '', 'app.plex.tv'],
  ['itunes', 'bought at Apple', 'apps.apple.com'],
  ['google_play', 'bought at Google Play', 'play.google.com'],
  ['amazon', 'bought at Amazon', 'www.amazon.com'],
  ['Roku', 'bought at Roku', 'my.roku.com'],
  ['moonbase', '“moonbase”, which this page does not know', 'support.plex.tv'],
  ['', 'did not say who takes the money', 'app.plex.tv'],
  [null, 'did not say who takes the money', 'app.plex.tv'],
])('links to the right page for payments through %j', (paymentService, words, host) => {
  const provider = providerFor({ active: true, paymentService });
  expect(provider?.sentence).toContain(words);
  expect(new URL(provider?.link?.href ?? '').host).toBe(host);
});

it('gives no link if there are no payments', () => {
  expect(providerFor({ active: false, paymentService: 'braintree' })).toBeUndefined();
  expect(providerFor({ active: true, plan: 'lifetime', paymentService: 'braintree' })).toBeUndefined();
});
