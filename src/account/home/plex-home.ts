import type { Account } from '../../plex/account/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenPinHash } from '../facts/as-received.ts';
import { countWordFirst } from '../facts/count-words.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asNumber, asYesNo, either, oneOf } from '../facts/fact-values.ts';
import { homeRole, needsHomePin, sharesHome } from '../facts/home-membership.ts';

const restrictionProfiles = { little_kid: 'Little kid', older_kid: 'Older kid', teen: 'Teen' };

/** More seats would be too narrow to see. */
const maxSeatsDrawn = 40;

type PlexHomeView = {
  answer: string;
  remarks: string[];
  /** "4 of 15 seats" */
  aside: string | undefined;
  seats: { taken: number; all: number } | undefined;
  highlights: Fact[];
  facts: Fact[];
};

export function plexHomeView(account: Account): PlexHomeView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const { homeSize, maxHomeSize } = account;
  const isInHome = sharesHome(account) === true;
  return {
    answer: answer(account),
    remarks: remarks(account),
    aside: isInHome && homeSize && maxHomeSize ? `${homeSize} of ${maxHomeSize} seats` : undefined,
    seats:
      homeSize && maxHomeSize && homeSize > 1 && homeSize <= maxHomeSize && maxHomeSize <= maxSeatsDrawn
        ? { taken: homeSize, all: maxHomeSize }
        : undefined,
    highlights: isInHome ? highlights(account) : [],
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
    ...(role ? [{ label: 'Your part', value: { text: role } }] : []),
    ...(restrictionProfile
      ? [{ label: 'Your age profile', value: oneOf(restrictionProfiles)(restrictionProfile) }]
      : []),
  ];
}

function answer(account: Account): string {
  const { homeSize } = account;
  const isShared = sharesHome(account);
  if (isShared === false) return 'You are not in a Plex Home.';
  if (isShared === undefined) return 'plex.tv did not say whether you are in a Plex Home.';
  const home = homeSize ? `${countWordFirst(homeSize)} people share this Home` : 'You are in a Plex Home';
  const role = roleSentence(account);
  return role ? `${home}, and ${role}.` : `${home}.`;
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
