import type { Account } from '../plex/account.ts';
import type { BadgeContent } from '../ui/badge.tsx';
import type { Fact, FactValue } from '../ui/facts.tsx';
import { pinHash } from './as-it-came.ts';
import { factsAbout, whenSent } from './facts-about.ts';
import { asNumber, asYesNo, either, oneOf } from './values.ts';

const restrictionProfiles = { little_kid: 'Little kid', older_kid: 'Older kid', teen: 'Teen' };

/** More could not be told apart. */
const mostSeatsDrawn = 40;

type PlexHomeView = {
  answer: string;
  badge: BadgeContent | undefined;
  seats: { taken: number; all: number } | undefined;
  facts: Fact[];
};

/** Who else may use Plex under the same roof, and what this member may do there. */
export function plexHomeView(account: Account): PlexHomeView {
  const fact = factsAbout(account, '', account.oddities);
  const { homeSize, maxHomeSize } = account;
  return {
    answer: answer(account),
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
      ...whenSent(account, 'restriced', fact('restriced', 'Managed member (as “restriced”)', asYesNo)),
      fact('protected', 'Home PIN', either('Set', 'Not set')),
      fact('pin', 'Home PIN hash', () => pinHash),
      ...whenSent(
        account,
        'restrictionProfile',
        fact('restrictionProfile', 'Restriction profile', oneOf(restrictionProfiles)),
      ),
      ...whenSent(account, 'customRestrictions', fact('customRestrictions', 'Custom restrictions', restrictions)),
    ],
  };
}

function answer({ home, homeSize, maxHomeSize, homeAdmin }: Account): string {
  if (home === false || homeSize === 1) return 'You are in no Plex Home.';
  if (home !== true && !homeSize) return 'plex.tv did not say whether you are in a Plex Home.';
  const seats =
    homeSize && maxHomeSize ? `${homeSize} of ${maxHomeSize} seats in your Home are taken` : 'You are in a Plex Home';
  return homeAdmin ? `${seats}, and you are its admin.` : `${seats}.`;
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
