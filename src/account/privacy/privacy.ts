import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenSecret } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asDate, either, oneOf } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { sharedData, type WebhookRow } from './shared-data.ts';

const mailingStates = {
  active: 'Subscribed',
  unsubscribed: 'Unsubscribed',
  removed: 'Removed',
  error: 'plex.tv reports an error',
};

/** Plex's media type numbers. Recorded replies only hold 10. */
const mediaTypes: Record<string, string> = {
  1: 'Movies',
  2: 'Shows',
  3: 'Seasons',
  4: 'Episodes',
  8: 'Artists',
  9: 'Albums',
  10: 'Tracks',
};

type PrivacyView = {
  answer: string;
  remarks: string[];
  highlights: Fact[];
  webhooks: WebhookRow[];
  /** Plex's online sources, and whether each is on. */
  online: Fact[];
  facts: Fact[];
};

export function privacyView(account: Account, sources: AccountSources, now: Date): PrivacyView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const shared = sharedData(sources);
  return {
    answer: `${consent(account)} ${mail(account)}`,
    remarks: remarks(account),
    highlights: [...highlights(account, now), ...shared.highlights],
    webhooks: shared.webhooks,
    online: shared.online,
    facts: [
      fact('adsConsent', 'Consent to personalised ads', either('Given', 'Refused'), 'Not asked'),
      fact('adsConsentSetAt', 'Answered', asDate(now), 'Never'),
      fact('adsConsentReminderAt', 'Plex asks again', asDate(now), 'No date'),
      fact('mailingListStatus', 'Mailing list', oneOf(mailingStates)),
      fact('mailingListActive', 'Newsletter', either('Sent to you', 'Not sent to you')),
      fact('scrobbleTypes', 'Scrobbled media', asMediaTypes),
      ...factIfSent(account, 'queueEmail', fact('queueEmail', 'Queue e-mail address', hiddenSecret)),
      ...factIfSent(account, 'queueUid', fact('queueUid', 'Queue id', hiddenSecret)),
      ...shared.facts,
    ],
  };
}

function asMediaTypes(types: string): FactValue {
  if (types === '') return { text: 'None', isEmpty: true };
  const words = types
    .split(',')
    .map((type) => (Object.hasOwn(mediaTypes, type.trim()) ? mediaTypes[type.trim()] : undefined));
  const isKnown = words.every((word) => word !== undefined);
  return isKnown ? { text: `${words.join(', ')} (${types})` } : { text: types, mark: 'as plex.tv wrote it' };
}

/** The dates and kinds that the answer leaves out. */
function highlights(account: Account, now: Date): Fact[] {
  const { adsConsent, adsConsentSetAt, adsConsentReminderAt: reminder, mailingListStatus, scrobbleTypes } = account;
  const answered = adsConsent ? 'Agreed' : 'Refused';
  const reminderNote =
    reminder && `${reminder > now ? 'Plex asks' : 'Plex should have asked'} again on ${formatDate(reminder)}`;
  return [
    ...(typeof adsConsent === 'boolean' && adsConsentSetAt
      ? [
          {
            label: 'Personalised ads',
            value: { text: `${answered} on ${formatDate(adsConsentSetAt)}`, note: reminderNote || undefined },
          },
        ]
      : []),
    ...(reminder && !(typeof adsConsent === 'boolean' && adsConsentSetAt)
      ? [{ label: 'Ads', path: 'adsConsentReminderAt', value: { text: reminderNote || '' } }]
      : []),
    ...(mailingListStatus
      ? [{ label: 'Mailing list', path: 'mailingListStatus', value: oneOf(mailingStates)(mailingListStatus) }]
      : []),
    ...(scrobbleTypes ? [{ label: 'Scrobbled media', path: 'scrobbleTypes', value: asMediaTypes(scrobbleTypes) }] : []),
  ];
}

function consent({ adsConsent }: Account): string {
  if (adsConsent === true) return 'You agreed to personalised ads.';
  if (adsConsent === false) return 'You refused personalised ads.';
  return adsConsent === null ? 'Plex has not asked you about ads.' : 'plex.tv did not say whether you agreed to ads.';
}

function mail({ mailingListActive }: Account): string {
  if (mailingListActive === true) return 'Plex sends you its newsletter.';
  return mailingListActive === false
    ? 'Plex sends you no newsletter.'
    : 'plex.tv did not say whether it sends you mail.';
}

function remarks({ mailingListActive, mailingListStatus }: Account): string[] {
  const isContradictory =
    (mailingListActive === true && ['unsubscribed', 'removed'].includes(mailingListStatus ?? '')) ||
    (mailingListActive === false && mailingListStatus === 'active');
  return [
    isContradictory ? `But its mailing list says “${mailingListStatus}”.` : '',
    mailingListStatus === 'error' ? 'Its mailing list reports an error.' : '',
  ].filter((remark) => remark !== '');
}
