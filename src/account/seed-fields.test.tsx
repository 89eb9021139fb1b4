import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fullReply } from '../test/full-reply.ts';
import { localNoon, unixNoon } from '../test/local-noon.ts';
import { renderSection } from '../test/render-section.tsx';

const now = localNoon('2026-11-23');

const subscriptionRecord = {
  ...fullReply.subscriptions[0],
  renewsAt: unixNoon('2026-12-05'),
  endsAt: unixNoon('2027-12-05'),
  billing: { paymentMethodId: 17, internalPaymentMethod: { kind: 'card' } },
  transfer: { from: 1 },
  id: 7,
};

const reply = {
  ...fullReply,
  country: 'NL',
  joinedAt: unixNoon('2019-04-26'),
  rememberExpiresAt: unixNoon('2026-12-05'),
  adsConsentSetAt: unixNoon('2025-11-20'),
  adsConsentReminderAt: unixNoon('2027-11-25'),
  subscription: { ...fullReply.subscription, subscribedAt: localNoon('2019-04-26').toISOString() },
  subscriptions: [subscriptionRecord],
  pastSubscriptions: [subscriptionRecord],
  trials: [subscriptionRecord],
};

/** A pattern checks the beginning only: the exact time follows a date, and buttons follow a secret. */
type Shown = string | RegExp;

type ShownFact = { label: string | null; text: string | null | undefined };

const drawnFacts = new Map<string, ShownFact[]>();

/** The facts of a region. Each region is drawn once: to ask jsdom for a hundred single facts takes seconds. */
function factsOf(title: string): ShownFact[] {
  const facts = drawnFacts.get(title) ?? drawFacts(title);
  drawnFacts.set(title, facts);
  return facts;
}

/** The fields of a panel are below its highlights, so they come first here. */
function drawFacts(title: string): ShownFact[] {
  const region = renderSection(title, reply, now);
  const definitions = within(region).queryAllByRole('definition');
  const rows = within(region)
    .queryAllByRole('term')
    .map(({ textContent }, index) => {
      // The name of the field in the reply follows its value.
      const value = definitions[index]?.querySelector('div:has(+ code)') ?? definitions[index];
      return { label: textContent, text: value?.textContent };
    });
  return [...rows.reverse(), ...foldedFacts(region)];
}

/** The fields that take part of a sentence, such as "2 are “No”: Guest seat, Managed member." */
function foldedFacts(region: HTMLElement): ShownFact[] {
  const isSentence = /^(?:\d+ fields? (?:is|are) empty|\d+ (?:is|are) “No”): [^:]*\.$/;
  const sentences = within(region).queryAllByText((_, element) => isSentence.test(element?.textContent?.trim() ?? ''));
  return sentences.flatMap(({ textContent }) => {
    const labels = textContent
      .trim()
      .replace(/^[^:]*: |\.$/g, '')
      .split(', ');
    return labels.map((label) => ({ label, text: textContent.includes(' “No”: ') ? 'No' : 'None' }));
  });
}

function expectFact(region: string, label: string, shown: Shown) {
  const text = factsOf(region).find((fact) => fact.label === label)?.text;
  if (typeof shown === 'string') expect(text).toBe(shown);
  else expect(text).toMatch(shown);
}

const seedFields: [field: string, region: string, label: string, shown: Shown][] = [
  ['ads_consent', 'Privacy and mail', 'Consent to personalised ads', 'Given'],
  ['ads_consent_reminder_at', 'Privacy and mail', 'Plex asks again', /^25 November 2027 \(in 1 year\)/],
  ['ads_consent_set_at', 'Privacy and mail', 'Answered', /^20 November 2025 \(1 year ago\)/],
  ['auth_token', 'Security', 'Account token', /^Hidden/],
  ['country', 'Profile', 'Country', 'Netherlands (NL)'],
  ['email', 'Profile', 'E-mail', 'ada@example.com'],
  ['friendly_name', 'Profile', 'Full name', 'Ada L.'],
  ['entitlements', 'Subscription', 'Apps', /All apps.*iOS/],
  ['home_size', 'Plex Home', 'Members', '2'],
  ['id', 'Profile', 'Account number', '12345'],
  ['joined_at', 'Profile', 'Joined', /^26 April 2019 \(7 years ago\)/],
  ['locale', 'Profile', 'Locale', 'en'],
  ['mailing_list_status', 'Privacy and mail', 'Mailing list', 'Subscribed'],
  ['max_home_size', 'Plex Home', 'Seats', '15'],
  ['profile', 'Profile', 'Subtitles', 'With foreign audio'],
  ['remember_expires_at', 'Security', 'This sign-in lasts until', /^5 December 2026 \(in 12 days\)/],
  ['scrobble_types', 'Privacy and mail', 'Scrobbled media', 'Tracks (10)'],
  ['subscription', 'Subscription', 'Plex Pass', 'Active'],
  ['subscription_description', 'Subscription', 'Description', 'Lifetime Plex Pass'],
  ['thumb', 'Profile', 'Avatar', /^https:\/\/plex\.tv\/users\/212acf24b07315e5\/avatar\?c=1/],
  ['title', 'Profile', 'Title at plex.tv', 'Ada'],
  ['username', 'Profile', 'Username', 'ada'],
  ['uuid', 'Profile', 'Account UUID', '212acf24b07315e5'],
  ['attribution_partner', 'Profile', 'Came through a partner', 'partner'],
  ['past_subscriptions', 'Past subscriptions', 'Type', 'Plex Pass'],
  ['trials', 'Trials', 'Type', 'Plex Pass'],
  ['anonymous', 'Security', 'Anonymous account', 'No'],
  ['backup_codes_created', 'Security', 'Backup codes', 'Not created'],
  ['confirmed', 'Security', 'E-mail confirmed', 'Yes'],
  ['email_only_auth', 'Security', 'Sign in by', 'E-mail address or username'],
  ['experimental_features', 'Security', 'Experimental features', 'Off'],
  ['guest', 'Plex Home', 'Guest seat', 'No'],
  ['has_password', 'Security', 'Password', 'Set'],
  ['home', 'Plex Home', 'In a Plex Home', 'Yes'],
  ['home_admin', 'Plex Home', 'Home admin', 'Yes'],
  ['mailing_list_active', 'Privacy and mail', 'Newsletter', 'Sent to you'],
  ['pin', 'Plex Home', 'Home PIN hash', 'Set, never shown'],
  ['protected', 'Plex Home', 'Home PIN', 'Set'],
  ['restricted', 'Plex Home', 'Managed member', 'No'],
  ['roles', 'Subscription', 'Roles', 'Plex Pass member'],
  ['subscriptions', 'Subscription', 'Type', 'Plex Pass'],
  ['two_factor_enabled', 'Security', 'Two-factor sign-in', 'On'],
];

test.each(seedFields)('shows %s in %s as %s: %s', (_, region, label, shown) => {
  expectFact(region, label, shown);
});

test('shows services, the 43rd field, in Services', () => {
  expect(seedFields).toHaveLength(42);
  const region = renderSection('Services', reply, now);
  const [service] = within(within(region).getByRole('list', { name: 'Services' })).getAllByRole('listitem');
  expect(service).toHaveTextContent(/^TV guide epg.*epg\.provider\.plex\.tv/);
});

test.each<[key: string, label: string, shown: Shown]>([
  ['active', 'Plex Pass', 'Active'],
  ['status', 'Status', 'Active'],
  ['subscribedAt', 'Subscribed', /^26 April 2019 \(7 years ago\)/],
  ['paymentService', 'Payment', 'Card, by Plex (braintree)'],
  ['plan', 'Plan', 'Lifetime'],
])('shows subscription.%s in Subscription as %s: %s', (_, label, shown) => {
  expectFact('Subscription', label, shown);
});

test('shows each of subscription.features in Subscription', () => {
  const region = renderSection('Subscription', reply, now);
  for (const feature of reply.subscription.features) expect(region).toHaveTextContent(feature);
});

describe.each(['Subscription', 'Past subscriptions', 'Trials'])('a record in %s', (region) => {
  test.each<[key: string, label: string, shown: Shown]>([
    ['id', 'Record id', '7'],
    ['mode', 'Mode', 'Lifetime'],
    ['renewsAt', 'Renews', /^5 December 2026 \(in 12 days\)/],
    ['endsAt', 'Ends', /^5 December 2027 \(in 1 year\)/],
    ['canceled', 'Cancelled', 'No'],
    ['gracePeriod', 'Payment failed', 'Yes'],
    ['onHold', 'On hold', 'No'],
    ['canReactivate', 'Can be reactivated', 'Yes'],
    ['canUpgrade', 'Can be upgraded', 'No'],
    ['canDowngrade', 'Can be downgraded', 'Yes'],
    ['canConvert', 'Can be converted', 'No'],
    ['type', 'Type', 'Plex Pass'],
    ['transfer', 'Transfer', '{"from":1}'],
    ['state', 'State', 'Active'],
    ['billing.paymentMethodId', 'Payment method', '17'],
    ['billing.internalPaymentMethod', 'Internal payment method', '{"kind":"card"}'],
  ])('shows %s as %s: %s', (_, label, shown) => {
    expectFact(region, label, shown);
  });
});

test.each<[key: string, label: string, shown: Shown]>([
  ['identifier', 'Identifier', 'epg'],
  ['endpoint', 'Endpoint', /^https:\/\/epg\.provider\.plex\.tv/],
  ['status', 'Status', 'Online'],
  ['token', 'Token', /^Hidden/],
  ['secret', 'Secret', /^Hidden/],
])('shows services[].%s in Services as %s: %s', (_, label, shown) => {
  expectFact('Services', label, shown);
});

test.each<[key: string, label: string, shown: Shown]>([
  ['autoSelectAudio', 'Audio and subtitle tracks', 'Chosen automatically'],
  ['defaultAudioLanguage', 'Audio language', 'English (en)'],
  ['defaultAudioLanguages', 'Audio languages', 'English (en), Swedish (sv)'],
  ['defaultAudioAccessibility', 'Audio description', 'Prefer without accessible audio'],
  ['defaultSubtitleLanguage', 'Subtitle language', 'Swedish (sv)'],
  ['defaultSubtitleLanguages', 'Subtitle languages', 'Swedish (sv), English (en)'],
  ['autoSelectSubtitle', 'Subtitles', 'With foreign audio'],
  ['defaultSubtitleAccessibility', 'Subtitles for the deaf (SDH)', 'Only SDH'],
  ['defaultSubtitleForced', 'Forced subtitles', 'Only without forced'],
  ['watchedIndicator', 'Watched marks', 'On movies and shows'],
  ['mediaReviewsVisibility', 'Reviews shown (setting)', /^0/],
  ['mediaReviewsLanguages', 'Review languages', 'English (en)'],
  ['mediaPostsVisibility', 'Posts about media', 'Shown'],
])('shows profile.%s in Profile as %s: %s', (_, label, shown) => {
  expectFact('Profile', label, shown);
});

test.each(['Profile', 'Subscription', 'Past subscriptions', 'Trials', 'Plex Home', 'Security', 'Privacy and mail'])(
  'gives every fact of a list in %s its own label',
  (title) => {
    const lists = [...renderSection(title, reply, now).querySelectorAll('dl')];
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      const labels = [...list.querySelectorAll('dt')].map(({ textContent }) => textContent);
      expect(labels).toEqual([...new Set(labels)]);
    }
  },
);
