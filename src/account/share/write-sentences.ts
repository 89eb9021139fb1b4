import { isMediaServer } from '../../plex/access/is-media-server.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { displayName } from '../facts/display-name.ts';
import { limitedUserOf } from '../facts/home-membership.ts';
import { countLongUnused } from '../facts/long-unused.ts';
import { signInEnd } from '../facts/sign-in-end.ts';
import { servicesView } from '../services/services.ts';
import { type SensitiveData, type ShareChoice, sensitiveDataFinder } from './sensitive-data-finder.ts';
import { past, payment, type SentenceSource, subscriptions } from './subscription-sentences.ts';
import { codeSpan } from './write-markdown.ts';

/**
 * The account in about ten plain sentences for a forum or a support request, one per line. They have this page's own
 * words, numbers, the names of subscriptions and, if chosen, days and personal data. A sentence with a secret is left
 * out.
 */
export function writeSentences(
  account: Account,
  sources: AccountSources,
  now: Date,
  shown: ReadonlySet<ShareChoice>,
): string {
  const sensitiveDataIn = sensitiveDataFinder(account, sources);
  const quoteWord = (word: string) => {
    const isWord = /^[\p{L}\d]+(?:[ _-][\p{L}\d]+){0,5}$/u.test(word) && word.length <= 40;
    return isWord && sensitiveDataIn(word).length === 0 ? codeSpan(word) : undefined;
  };
  const source: SentenceSource = { account, sources, now, hasDates: shown.has('dates'), quoteWord };
  const sentences = [
    ...person(account, shown, sensitiveDataIn),
    ...[subscriptions, payment, past, unlocked, protection, managed, home, devices, sharing, services, privacy].map(
      (write) => write(source),
    ),
  ];
  return sentences
    .filter((sentence) => sentence !== '' && !sensitiveDataIn(sentence).includes('secret'))
    .map((sentence) => `${sentence}\n`)
    .join('');
}

/** The only sentence about the person. In code spans, forums interpret no Markdown, HTML, links or mentions. */
function person(
  account: Account,
  shown: ReadonlySet<ShareChoice>,
  sensitiveDataIn: (text: string) => SensitiveData[],
): string[] {
  const { email, username, id, uuid } = account;
  const values: [ShareChoice, unknown][] = [
    ['names', displayName(account)],
    ['names', username],
    ['email', email],
    ['ids', id],
    ['ids', uuid],
  ];
  const texts = values.flatMap(([choice, value]) => {
    const isShown = shown.has(choice) && (typeof value === 'number' || (typeof value === 'string' && value !== ''));
    // A display name may be an e-mail address, and an e-mail address often holds a name.
    const isSafe = sensitiveDataIn(String(value)).every((kind) => {
      return kind !== 'secret' && (shown.has(kind) || choice === 'email');
    });
    return isShown && isSafe ? codeSpan(String(value)) : [];
  });
  return texts.length > 0 ? [`Account: ${[...new Set(texts)].join(', ')}.`] : [];
}

function unlocked({ account: { entitlements, subscription } }: SentenceSource): string {
  const apps = entitlements?.includes('all') ? 'All apps are unlocked' : '';
  const count = subscription?.features?.length;
  const features = count ? `${count} ${count === 1 ? 'feature is' : 'features are'} switched on` : '';
  return sentenceOf([apps, features], ' and ');
}

function protection({ account, now }: SentenceSource): string {
  const { twoFactorEnabled, hasPassword, confirmed } = account;
  const { kind } = signInEnd(account, now);
  return sentenceOf([
    flag(twoFactorEnabled, 'two-factor sign-in is on', 'two-factor sign-in is off'),
    flag(hasPassword, 'a password is set', 'no password is set'),
    flag(confirmed, 'the e-mail address is confirmed', 'the e-mail address is not confirmed'),
    kind === 'implausible' ? 'the end that plex.tv gave for the sign-in cannot be right' : '',
    kind === 'past' ? 'the sign-in should have ended' : '',
  ]);
}

function managed({ account }: SentenceSource): string {
  const user = limitedUserOf(account);
  return user && user !== 'anonymous' ? 'The sign-in is managed by somebody else.' : '';
}

function home({ account }: SentenceSource): string {
  const { home: isInHome, homeSize, homeAdmin, protected: hasPin } = account;
  if (isInHome === false || homeSize === 1) return 'Not in a Plex Home.';
  if (!isInHome && !homeSize) return '';
  return sentenceOf([
    homeSize ? `in a Plex Home of ${homeSize}` : 'in a Plex Home',
    flag(homeAdmin, 'as its admin', 'not its admin'),
    flag(hasPin, 'with a Home PIN', 'without a Home PIN'),
  ]);
}

/** "43 devices are signed in, 2 of them servers, 31 not seen for over a year." */
function devices({ sources, now }: SentenceSource): string {
  const list = dataOf(sources.devices)?.devices;
  if (!list) return '';
  const servers = list.filter(isMediaServer).length;
  const unused = countLongUnused(list, now);
  return sentenceOf([
    list.length === 1 ? '1 device is signed in' : `${list.length} devices are signed in`,
    servers > 0 ? `${servers} of them ${servers === 1 ? 'a server' : 'servers'}` : '',
    unused > 0 ? `${unused} not seen for over a year` : '',
  ]);
}

/** "Shares with 3 people. 1 person shares with this account. 1 invitation waits." */
function sharing({ sources }: SentenceSource): string {
  const friends = dataOf(sources.friends);
  if (!friends) return '';
  const count = (isOwn: boolean) =>
    friends.filter(({ sharedServers }) => sharedServers?.some(({ owned }) => owned === isOwn)).length;
  const people = (number: number) => (number === 1 ? '1 person' : `${number} people`);
  const [own, theirs, waiting] = [count(true), count(false), dataOf(sources.invitations)?.length ?? 0];
  return [
    own > 0 ? `Shares with ${people(own)}.` : 'Shares with nobody.',
    theirs > 0 ? `${people(theirs)} ${theirs === 1 ? 'shares' : 'share'} with this account.` : '',
    waiting > 0 ? `${waiting} ${waiting === 1 ? 'invitation waits' : 'invitations wait'}.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Mail, ads, and what plex.tv and others learn about use. */
function privacy({ account: { adsConsent, mailingListActive }, sources }: SentenceSource): string {
  const settings = dataOf(sources.privacy);
  const webhooks = dataOf(sources.webhooks)?.length ?? 0;
  return sentenceOf([
    flag(adsConsent, 'personalised ads are allowed', 'personalised ads are refused'),
    flag(mailingListActive, 'the newsletter is on', 'the newsletter is off'),
    flag(settings?.optOutPlayback, 'playback data is not sent', 'playback data is sent'),
    flag(settings?.optOutLibraryStats, 'library statistics are not sent', 'library statistics are sent'),
    flag(
      dataOf(sources.watchStateSync)?.consent,
      'plex.tv keeps what was watched',
      'plex.tv does not keep what was watched',
    ),
    webhooks > 0 ? `${webhooks} ${webhooks === 1 ? 'webhook' : 'webhooks'}` : '',
  ]);
}

function services({ account }: SentenceSource): string {
  if (!account.services?.length) return '';
  const { rows, internal } = servicesView(account);
  const all = [...rows, ...internal];
  const offline = all.filter(({ status }) => status.text !== 'Online').length;
  const unencrypted = all.filter(({ isUnencrypted }) => isUnencrypted).length;
  return sentenceOf([
    all.length === 1 ? '1 service' : `${all.length} services`,
    offline === 0 ? 'all online' : `${offline} not online`,
    unencrypted > 0 ? `${unencrypted} not encrypted` : '',
  ]);
}

function flag(value: boolean | null | undefined, whenTrue: string, whenFalse: string): string {
  if (typeof value !== 'boolean') return '';
  return value ? whenTrue : whenFalse;
}

function sentenceOf(parts: readonly string[], separator = ', '): string {
  const text = parts.filter((part) => part !== '').join(separator);
  return text && `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
