import type { Account } from '../../plex/account.ts';
import type { BadgeContent } from '../../ui/badge.tsx';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenPinHash } from '../facts/as-received.ts';
import { factIfSent, factBuilder } from '../facts/fact-builder.ts';
import { asNumber, asYesNo, either, oneOf } from '../facts/fact-values.ts';

const restrictionProfiles = { little_kid: 'Little kid', older_kid: 'Older kid', teen: 'Teen' };

/** More could not be told apart. */
const mostSeatsDrawn = 40;

type PlexHomeView = {
  answer: string;
  remarks: string[];
  badge: BadgeContent | undefined;
  seats: { taken: number; all: number } | undefined;
  facts: Fact[];
};

/** Who else may use Plex under the same roof, and what this member may do there. */
export function plexHomeView(account: Account): PlexHomeView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const { homeSize, maxHomeSize } = account;
  return {
    answer: answer(account),
    remarks: remarks(account),
    badge: role(account),
    seats:
      homeSize && maxHomeSize && homeSize > 1 && homeSize <= maxHomeSize && maxHomeSize <= mostSeatsDrawn
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
      ...factIfSent(account, 'customRestrictions', fact('customRestrictions', 'Custom restrictions', restrictions)),
    ],
  };
}

function answer(account: Account): string {
  const { home, homeSize, maxHomeSize, homeAdmin } = account;
  if (home === false || homeSize === 1) return 'You are in no Plex Home.';
  if (home !== true && !homeSize) return 'plex.tv did not say whether you are in a Plex Home.';
  const seats = homeSize && maxHomeSize ? `${homeSize} of ${maxHomeSize} seats in your Home are taken` : '';
  const part = homeAdmin ? 'you are its admin' : partOf(account);
  if (!seats) return part ? `You are in a Plex Home, and ${part}.` : 'You are in a Plex Home.';
  return part ? `${seats}, and ${part}.` : `${seats}.`;
}

function partOf({ guest, restricted, restriced }: Account): string {
  if (guest) return 'you use its guest seat';
  return restricted || restriced ? 'you are a managed member' : '';
}

/** What the PIN does here, and who decides for those who do not decide themselves. */
function remarks(account: Account): string[] {
  const { home, homeSize, homeAdmin, protected: hasPin } = account;
  if (home === false || homeSize === 1 || (home !== true && !homeSize)) return [];
  const told: string[] = [];
  if (hasPin === true) told.push('Switching to you takes your Home PIN.');
  if (hasPin === false) told.push('Anyone in the Home can switch to you: no Home PIN is set.');
  if (!homeAdmin && partOf(account)) told.push('The Home’s admin decides what you may watch.');
  return told;
}

function role({ homeAdmin, guest, restricted, restriced }: Account): BadgeContent | undefined {
  if (homeAdmin) return { tone: 'quiet', text: 'Home admin' };
  if (guest) return { tone: 'quiet', text: 'Guest' };
  return restricted || restriced ? { tone: 'quiet', text: 'Managed member' } : undefined;
}

function restrictions(limits: NonNullable<Account['customRestrictions']>): FactValue {
  const set = Object.entries(limits).filter(([, limit]) => limit !== null && limit !== undefined);
  if (set.length === 0) return { text: 'None', isEmpty: true };
  return {
    text: '',
    items: set.map(([kind, limit]) => `${kind}: ${typeof limit === 'string' ? limit : JSON.stringify(limit)}`),
  };
}
