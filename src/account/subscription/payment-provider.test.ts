import { expect, it } from 'vitest';
import { parseAccount } from '../../plex/parse-account.ts';
import { paymentProvider } from './payment-provider.ts';

function placeFor(subscription: object) {
  const account = parseAccount({ subscription });
  return account && paymentProvider(account);
}

it.each([
  ['braintree', 'You pay Plex itself, by card.', 'app.plex.tv'],
  ['itunes', 'bought at Apple', 'apps.apple.com'],
  ['google_play', 'bought at Google Play', 'play.google.com'],
  ['amazon', 'bought at Amazon', 'www.amazon.com'],
  ['Roku', 'bought at Roku', 'my.roku.com'],
  ['moonbase', '“moonbase”, which this page does not know', 'support.plex.tv'],
  ['', 'did not say who takes the money', 'app.plex.tv'],
  [null, 'did not say who takes the money', 'app.plex.tv'],
])('sends somebody who pays through %j to the right place', (paymentService, words, host) => {
  const place = placeFor({ active: true, paymentService });
  expect(place?.sentence).toContain(words);
  expect(new URL(place?.link?.href ?? '').host).toBe(host);
});

it('sends nobody anywhere who pays nothing', () => {
  expect(placeFor({ active: false, paymentService: 'braintree' })).toBeUndefined();
  expect(placeFor({ active: true, plan: 'lifetime', paymentService: 'braintree' })).toBeUndefined();
});
