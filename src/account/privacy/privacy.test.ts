import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { waitingSources } from '../../test/sources.ts';
import { privacyView } from './privacy.ts';

const now = localNoon('2026-11-23');

function view(reply: object) {
  return privacyView(accountFrom(reply), waitingSources, now);
}

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['Consent to personalised ads', 'adsConsent', true, 'Given'],
  ['Consent to personalised ads', 'adsConsent', false, 'Refused'],
  ['Consent to personalised ads', 'adsConsent', null, 'Not asked'],
  ['Consent to personalised ads', 'adsConsent', 'perhaps', 'perhaps [not as expected]'],
  ['Answered', 'adsConsentSetAt', unixNoon('2019-04-26'), '26 April 2019 (7 years ago)'],
  ['Answered', 'adsConsentSetAt', null, 'Never'],
  ['Plex asks again', 'adsConsentReminderAt', unixNoon('2026-12-05'), '5 December 2026 (in 12 days)'],
  ['Plex asks again', 'adsConsentReminderAt', null, 'No date'],
  ['Plex asks again', 'adsConsentReminderAt', -1, '-1 [not as expected]'],
  ['Mailing list', 'mailingListStatus', 'active', 'Subscribed'],
  ['Mailing list', 'mailingListStatus', 'unsubscribed', 'Unsubscribed'],
  ['Mailing list', 'mailingListStatus', 'removed', 'Removed'],
  ['Mailing list', 'mailingListStatus', 'error', 'plex.tv reports an error'],
  ['Mailing list', 'mailingListStatus', 'lost', 'lost [as plex.tv wrote it]'],
  ['Mailing list', 'mailingListStatus', null, 'None'],
  ['Newsletter', 'mailingListActive', true, 'Sent to you'],
  ['Newsletter', 'mailingListActive', false, 'Not sent to you'],
  ['Scrobbled media', 'scrobbleTypes', '10', 'Tracks (10)'],
  [
    'Scrobbled media',
    'scrobbleTypes',
    '1, 2,3,4,8,9',
    'Movies, Shows, Seasons, Episodes, Artists, Albums (1, 2,3,4,8,9)',
  ],
  ['Scrobbled media', 'scrobbleTypes', '', 'None'],
  ['Scrobbled media', 'scrobbleTypes', '10,99,,x', '10,99,,x [as plex.tv wrote it]'],
  ['Scrobbled media', 'scrobbleTypes', 'constructor', 'constructor [as plex.tv wrote it]'],
  ['Scrobbled media', 'scrobbleTypes', 10, '10 [not as expected]'],
  ['Queue e-mail address', 'queueEmail', 'queue+abc@save.plex.tv', 'Hidden'],
  ['Queue id', 'queueUid', 'queue-uid', 'Hidden'],
])('shows %s of %s %j', (label, key, sent, shown) => {
  expect(factTexts(view({ [key]: sent }).facts)).toMatchObject({ [label]: shown });
});

test('says for each missing key that plex.tv did not send it, and omits rare keys', () => {
  expect(Object.values(factTexts(view({}).facts))).toEqual(Array(6).fill('plex.tv did not say'));
});

test.each<[adsConsent: unknown, answer: string]>([
  [true, 'You agreed to personalised ads'],
  [false, 'You refused personalised ads'],
])('answers whether the user agreed to ads, and when: %j', (adsConsent, answer) => {
  const adsConsentSetAt = unixNoon('2025-11-20');
  expect(view({ adsConsent, mailingListActive: true }).answer).toBe(`${answer}. Plex sends you its newsletter.`);
  expect(view({ adsConsent, adsConsentSetAt, mailingListActive: false }).answer).toBe(
    `${answer}. Plex sends you no newsletter.`,
  );
  const given = adsConsent ? 'Agreed' : 'Refused';
  expect(factTexts(view({ adsConsent, adsConsentSetAt }).highlights)).toEqual({
    'Personalised ads': `${given} on 20 November 2025`,
  });
});

test.each<[reply: object, answer: string]>([
  [{ adsConsent: null }, 'Plex has not asked you about ads. plex.tv did not say whether it sends you mail.'],
  [
    { adsConsent: null, adsConsentSetAt: 1_556_281_940 },
    'Plex has not asked you about ads. plex.tv did not say whether it sends you mail.',
  ],
  [
    { adsConsent: 'perhaps', mailingListActive: 7 },
    'plex.tv did not say whether you agreed to ads. plex.tv did not say whether it sends you mail.',
  ],
  [{}, 'plex.tv did not say whether you agreed to ads. plex.tv did not say whether it sends you mail.'],
])('claims nothing that plex.tv did not send: %j', (reply, answer) => {
  expect(view(reply)).toMatchObject({ answer, remarks: [] });
});

test.each<[reply: object, ...remarks: string[]]>([
  [{ mailingListActive: true, mailingListStatus: 'unsubscribed' }, 'But its mailing list says “unsubscribed”.'],
  [{ mailingListActive: true, mailingListStatus: 'removed' }, 'But its mailing list says “removed”.'],
  [{ mailingListActive: false, mailingListStatus: 'active' }, 'But its mailing list says “active”.'],
  [{ mailingListActive: true, mailingListStatus: 'active' }],
  [{ mailingListActive: false, mailingListStatus: 'unsubscribed' }],
  [{ mailingListActive: true, mailingListStatus: null }],
  [{ mailingListStatus: 'error' }, 'Its mailing list reports an error.'],
])('adds a contradiction of the mailing list: %j', (reply, ...remarks) => {
  expect(view(reply).remarks).toEqual(remarks);
});

const agreed = { adsConsent: true, adsConsentSetAt: unixNoon('2025-11-20') };

test.each<[reply: object, highlights: object]>([
  [
    { ...agreed, adsConsentReminderAt: unixNoon('2027-11-25') },
    { 'Personalised ads': 'Agreed on 20 November 2025 (Plex asks again on 25 November 2027)' },
  ],
  [
    { ...agreed, adsConsentReminderAt: unixNoon('2025-11-25') },
    { 'Personalised ads': 'Agreed on 20 November 2025 (Plex should have asked again on 25 November 2025)' },
  ],
  [{ adsConsentReminderAt: unixNoon('2027-11-25') }, { Ads: 'Plex asks again on 25 November 2027' }],
  [
    { mailingListStatus: 'removed', scrobbleTypes: '10' },
    { 'Mailing list': 'Removed', 'Scrobbled media': 'Tracks (10)' },
  ],
  [{}, {}],
])('shows the dates and kinds that the answer leaves out: %j', (reply, highlights) => {
  expect(factTexts(view(reply).highlights)).toEqual(highlights);
});
