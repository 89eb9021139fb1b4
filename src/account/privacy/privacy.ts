import type { Account } from '../../plex/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenSecret } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asDate, either, oneOf } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';

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

type PrivacyView = { answer: string; remarks: string[]; facts: Fact[] };

export function privacyView(account: Account, now: Date): PrivacyView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  return {
    answer: `${consent(account)} ${mail(account)}`,
    remarks: remarks(account, now),
    facts: [
      fact('adsConsent', 'Consent to personalised ads', either('Given', 'Refused'), 'Not asked'),
      fact('adsConsentSetAt', 'Answered', asDate(now), 'Never'),
      fact('adsConsentReminderAt', 'Plex asks again', asDate(now), 'No date'),
      fact('mailingListStatus', 'Mailing list', oneOf(mailingStates)),
      fact('mailingListActive', 'Newsletter', either('Sent to you', 'Not sent to you')),
      fact('scrobbleTypes', 'Scrobbled media', asMediaTypes),
      ...factIfSent(account, 'queueEmail', fact('queueEmail', 'Queue e-mail address', hiddenSecret)),
      ...factIfSent(account, 'queueUid', fact('queueUid', 'Queue id', hiddenSecret)),
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

function consent({ adsConsent, adsConsentSetAt }: Account): string {
  const since = adsConsentSetAt ? ` on ${formatDate(adsConsentSetAt)}` : '';
  if (adsConsent === true) return `You agreed to personalised ads${since}.`;
  if (adsConsent === false) return `You refused personalised ads${since}.`;
  return adsConsent === null ? 'Plex has not asked you about ads.' : 'plex.tv did not say whether you agreed to ads.';
}

function mail({ mailingListActive }: Account): string {
  if (mailingListActive === true) return 'Plex sends you its newsletter.';
  return mailingListActive === false
    ? 'Plex sends you no newsletter.'
    : 'plex.tv did not say whether it sends you mail.';
}

function remarks(
  { adsConsentReminderAt: reminder, mailingListActive, mailingListStatus }: Account,
  now: Date,
): string[] {
  const reminderSentence =
    reminder && `Plex ${reminder > now ? 'asks' : 'should have asked'} about ads again on ${formatDate(reminder)}.`;
  const isContradictory =
    (mailingListActive === true && ['unsubscribed', 'removed'].includes(mailingListStatus ?? '')) ||
    (mailingListActive === false && mailingListStatus === 'active');
  return [
    reminderSentence || '',
    isContradictory ? `But its mailing list says “${mailingListStatus}”.` : '',
    mailingListStatus === 'error' ? 'Its mailing list reports an error.' : '',
  ].filter((remark) => remark !== '');
}
