import type { Home } from '../../plex/access/home-users.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenPinHash } from '../facts/as-received.ts';
import { capitalizedCountWord } from '../facts/count-words.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asNumber, asYesNo, either, oneOf } from '../facts/fact-values.ts';
import { homeRole, needsHomePin, sharesHome } from '../facts/home-membership.ts';
import { joinWords } from '../facts/join-words.ts';
import { restrictionProfiles } from '../facts/restriction-profiles.ts';
import { sourcePath } from '../facts/source-path.ts';
import { homeMembers, type Member } from './home-members.ts';

/** More seats would be too narrow to see. */
const maxSeatsDrawn = 40;

type PlexHomeView = {
  answer: string;
  remarks: string[];
  /** Whether the answer and the remarks hold names. */
  isPersonal: boolean;
  /** "4 of 15 seats" */
  aside: string | undefined;
  seats: { taken: number; all: number } | undefined;
  /** About you, while the members are not known. */
  highlights: Fact[];
  /** The people in the Home. Undefined while plex.tv has not answered, and empty for a Home of one. */
  members: Member[] | undefined;
  facts: Fact[];
};

/** People do not read longer lists of names. */
const maxNames = 5;

export function plexHomeView(account: Account, sources: AccountSources): PlexHomeView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const home = dataOf(sources.home);
  const all = home && homeMembers(home, account);
  const isShared = sharesHome(account) ?? (all && all.length > 1);
  const isInHome = isShared === true;
  // For an account that is in no Home, plex.tv sends a Home with one member.
  const members = isShared === false ? [] : all;
  const homeSize = account.homeSize ?? all?.length;
  const { maxHomeSize } = account;
  return {
    answer: answer(account, isShared, members),
    remarks: [...remarks(account), ...pinRemarks(members ?? []), ...(isInHome && home ? homeRemarks(home) : [])],
    isPersonal: (members?.length ?? 0) > 0,
    aside: isInHome && homeSize && maxHomeSize ? `${homeSize} of ${maxHomeSize} seats` : undefined,
    seats:
      homeSize && maxHomeSize && homeSize > 1 && homeSize <= maxHomeSize && maxHomeSize <= maxSeatsDrawn
        ? { taken: homeSize, all: maxHomeSize }
        : undefined,
    highlights: isInHome && !members?.length ? highlights(account) : [],
    members,
    facts: [
      fact('home', 'In a Plex Home', asYesNo),
      fact('homeSize', 'Members', asNumber),
      fact('maxHomeSize', 'Seats', asNumber),
      fact('homeAdmin', 'Home admin', asYesNo),
      fact('guest', 'Guest seat', asYesNo),
      fact('restricted', 'Managed member', asYesNo),
      ...factIfSent(account, 'restriced', fact('restriced', 'Managed member (as “restriced”)', asYesNo)),
      fact('protected', 'Home PIN', either('Set', 'Not set')),
      fact('pin', 'Home PIN hash', () => hiddenPinHash),
      ...factIfSent(
        account,
        'restrictionProfile',
        fact('restrictionProfile', 'Restriction profile', oneOf(restrictionProfiles)),
      ),
      ...factIfSent(account, 'customRestrictions', fact('customRestrictions', 'Custom restrictions', asRestrictions)),
      ...(home ? homeFacts(home) : []),
    ],
  };
}

function highlights(account: Account): Fact[] {
  const { protected: hasPin, restrictionProfile } = account;
  const role = homeRole(account);
  const pin: FactValue =
    hasPin === true
      ? { text: 'Set' }
      : {
          text: 'Not set',
          ...(needsHomePin(account) && { tone: 'warn', note: 'Anyone in your Home can switch to you.' }),
        };
  return [
    ...(typeof hasPin === 'boolean' ? [{ label: 'Your Home PIN', value: pin }] : []),
    ...(role ? [{ label: 'Your role', value: { text: role } }] : []),
    ...(restrictionProfile
      ? [{ label: 'Your age profile', value: oneOf(restrictionProfiles)(restrictionProfile) }]
      : []),
  ];
}

function answer(account: Account, isShared: boolean | undefined, members: Member[] | undefined): string {
  const { homeSize } = account;
  if (isShared === false) return 'You are not in a Plex Home.';
  if (isShared === undefined) return 'plex.tv did not say whether you are in a Plex Home.';
  if (members?.length) return describeMembers(members, homeSize ?? 0);
  const home = homeSize ? `${capitalizedCountWord(homeSize)} people share this Home` : 'You are in a Plex Home';
  const role = roleSentence(account);
  return role ? `${home}, and ${role}.` : `${home}.`;
}

/** "You, Jonas, Elsa and a guest share this Home. Jonas is its admin." */
function describeMembers(members: readonly Member[], homeSize: number): string {
  const you = members.find(({ isYou }) => isYou);
  const admin = members.find(({ role }) => role === 'Admin');
  const others = members.filter((member) => member !== you);
  const names = [you ? 'You' : '', ...others.map(({ name, role }) => (role === 'Guest' ? 'a guest' : name))];
  const size = Math.max(homeSize, members.length);
  const people =
    members.length <= maxNames && size === members.length
      ? capitalize(joinWords(names.filter((name) => name !== '')))
      : `${capitalizedCountWord(size)} people`;
  if (!admin) return `${people} share this Home.`;
  return `${people} share this Home. ${admin.isYou ? 'You are its admin.' : `${admin.name} is its admin.`}`;
}

/** Managed members without a PIN, since the admin can set one for them. */
function pinRemarks(members: readonly Member[]): string[] {
  const names = members.filter(({ role, hasPin }) => role === 'Managed' && hasPin === false).map(({ name }) => name);
  if (names.length === 0) return [];
  if (names.length > 3) return [`${capitalizedCountWord(names.length)} managed members have no Home PIN.`];
  return [
    `${joinWords(names)}, ${names.length === 1 ? 'a managed member, has' : 'managed members, have'} no Home PIN.`,
  ];
}

function homeRemarks({ subscription }: Home): string[] {
  return subscription === null ? [] : [`This Home has ${subscription ? 'a' : 'no'} Plex Pass.`];
}

function homeFacts({ name, id, subscription, guestEnabled }: Home): Fact[] {
  const fact = (key: string, label: string, value: FactValue | undefined): Fact => ({
    label,
    value: value ?? { text: 'plex.tv did not say', isEmpty: true, isNotSent: true },
    path: sourcePath('home', key),
  });
  return [
    fact('name', 'Name of the Home', name === null ? undefined : { text: name, isPersonal: true }),
    fact('id', 'Number of the Home', id === null ? undefined : { text: String(id), isPersonal: true }),
    fact('subscription', 'Plex Pass of the Home', subscription === null ? undefined : asYesNo(subscription)),
    fact(
      'guestEnabled',
      'Guest seat of the Home',
      guestEnabled === null ? undefined : either('On', 'Off')(guestEnabled),
    ),
  ];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function roleSentence({ homeAdmin, guest, restricted, restriced }: Account): string | undefined {
  if (homeAdmin) return 'you are its admin';
  if (guest) return 'you use its guest seat';
  return restricted || restriced ? 'you are a managed member' : undefined;
}

function remarks(account: Account): string[] {
  const { homeAdmin, guest, restricted, restriced } = account;
  const isLimited = !homeAdmin && (guest || restricted || restriced);
  return sharesHome(account) && isLimited ? ['The Home’s admin decides what you may watch.'] : [];
}

function asRestrictions(restrictions: NonNullable<Account['customRestrictions']>): FactValue {
  const limits = Object.entries(restrictions).filter(([, limit]) => limit !== null && limit !== undefined);
  if (limits.length === 0) return { text: 'None', isEmpty: true };
  return {
    text: '',
    items: limits.map(([kind, limit]) => `${kind}: ${typeof limit === 'string' ? limit : JSON.stringify(limit)}`),
  };
}
