import type { Account } from '../../plex/account.ts';
import type { BadgeContent } from '../../ui/badge.tsx';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenPinHash } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asNumber, asYesNo, either, oneOf } from '../facts/fact-values.ts';

const restrictionProfiles = { little_kid: 'Little kid', older_kid: 'Older kid', teen: 'Teen' };

/** More seats would be too narrow to see. */
const maxSeatsDrawn = 40;

type PlexHomeView = {
  answer: string;
  remarks: string[];
  badge: BadgeContent | undefined;
  seats: { taken: number; all: number } | undefined;
  facts: Fact[];
};

export function plexHomeView(account: Account): PlexHomeView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const { homeSize, maxHomeSize } = account;
  return {
    answer: answer(account),
    remarks: remarks(account),
    badge: roleBadge(account),
    seats:
      homeSize && maxHomeSize && homeSize > 1 && homeSize <= maxHomeSize && maxHomeSize <= maxSeatsDrawn
        ? { taken: homeSize, all: maxHomeSize }
        : undefined,
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

function answer(account: Account): string {
  const { home, homeSize, maxHomeSize, homeAdmin } = account;
  if (home === false || homeSize === 1) return 'You are not in a Plex Home.';
  if (home !== true && !homeSize) return 'plex.tv did not say whether you are in a Plex Home.';
  const seats = homeSize && maxHomeSize ? `${homeSize} of ${maxHomeSize} seats in your Home are taken` : '';
  const role = homeAdmin ? 'you are its admin' : memberRole(account);
  if (!seats) return role ? `You are in a Plex Home, and ${role}.` : 'You are in a Plex Home.';
  return role ? `${seats}, and ${role}.` : `${seats}.`;
}

function memberRole({ guest, restricted, restriced }: Account): string {
  if (guest) return 'you use its guest seat';
  return restricted || restriced ? 'you are a managed member' : '';
}

function remarks(account: Account): string[] {
  const { home, homeSize, homeAdmin, protected: hasPin } = account;
  if (home === false || homeSize === 1 || (home !== true && !homeSize)) return [];
  const sentences: string[] = [];
  if (hasPin === true)
    sentences.push(
      'A Home PIN is set: Plex asks for it when somebody switches to you. Reports differ on when it is really demanded.',
    );
  if (hasPin === false) sentences.push('Anyone in the Home can switch to you: no Home PIN is set.');
  if (!homeAdmin && memberRole(account)) sentences.push('The Home’s admin decides what you may watch.');
  return sentences;
}

function roleBadge({ homeAdmin, guest, restricted, restriced }: Account): BadgeContent | undefined {
  if (homeAdmin) return { tone: 'quiet', text: 'Home admin' };
  if (guest) return { tone: 'quiet', text: 'Guest' };
  return restricted || restriced ? { tone: 'quiet', text: 'Managed member' } : undefined;
}

function asRestrictions(restrictions: NonNullable<Account['customRestrictions']>): FactValue {
  const limits = Object.entries(restrictions).filter(([, limit]) => limit !== null && limit !== undefined);
  if (limits.length === 0) return { text: 'None', isEmpty: true };
  return {
    text: '',
    items: limits.map(([kind, limit]) => `${kind}: ${typeof limit === 'string' ? limit : JSON.stringify(limit)}`),
  };
}
