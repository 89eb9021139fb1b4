import { type AccountSources, dataOf, type SourceName } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { countOf } from './facts/count-words.ts';
import { personName } from './facts/display-name.ts';
import { homeRole, sharesHome } from './facts/home-membership.ts';
import { countLongUnused } from './facts/long-unused.ts';
import { type Checkup, checkup } from './security/checkup.ts';

/** A short answer with one detail, and the element with the full answer. */
export type GlanceItem = {
  title: string;
  answer: string;
  detail?: string | undefined;
  /** Whether the detail holds the name of a person. */
  isPersonal?: boolean;
  tone?: Tone | undefined;
  /** plex.tv has not answered yet. */
  isWaiting?: boolean;
  targetId: string;
};

type GlanceAnswer = Pick<GlanceItem, 'answer' | 'detail' | 'isPersonal' | 'tone' | 'isWaiting'>;

const roles: Record<string, string> = {
  Admin: 'you are the admin',
  Guest: 'you use the guest seat',
  'Managed member': 'you are managed by the admin',
};

const notSent = 'plex.tv did not say';
const waiting: GlanceAnswer = { answer: 'Waiting…', isWaiting: true };

export function glanceItems(account: Account, sources: AccountSources, now: Date): GlanceItem[] {
  return [
    { title: 'Security', ...security(checkup(account, sources, now)), targetId: 'security' },
    { title: 'Plex Home', ...plexHome(account, sources), targetId: 'plex-home' },
    { title: 'Devices', ...devices(sources, now), targetId: 'devices' },
    { title: 'Sharing', ...sharing(sources), targetId: 'sharing' },
  ];
}

function security({ attentionCount, waitingCount, checks, limitedAnswer }: Checkup): GlanceAnswer {
  if (limitedAnswer) return { answer: 'Nothing to do', detail: limitedAnswer.short };
  const [first, second] = checks.filter(({ verdict }) => verdict === 'attention');
  if (first) {
    const others = attentionCount === 2 ? second?.short : attentionCount > 2 && `${attentionCount - 1} more to look at`;
    return { answer: first.short, detail: others ? `and ${lowerFirst(others)}` : undefined, tone: 'warn' };
  }
  if (waitingCount > 0) return waiting;
  const best = checks.find(({ verdict }) => verdict === 'good');
  if (!best) return { answer: notSent };
  const isAllKnown = checks.every(({ verdict }) => verdict !== 'unknown');
  return isAllKnown
    ? { answer: 'Nothing to do', detail: best.short, tone: 'good' }
    : { answer: 'Nothing to do', detail: 'Not everything is known' };
}

function plexHome(account: Account, { home }: AccountSources): GlanceAnswer {
  const { homeSize, maxHomeSize } = account;
  const isShared = sharesHome(account);
  if (isShared === false) return { answer: 'Not in a Home' };
  if (isShared === undefined) return { answer: notSent };
  const seats = maxHomeSize ? `of ${maxHomeSize} seats` : undefined;
  const answer = homeSize ? countOf(homeSize, 'person', 'people') : 'In a Home';
  const admin = account.homeAdmin ? undefined : adminOf(home);
  if (admin) return { answer, detail: admin, isPersonal: true };
  return { answer, detail: account.homeAdmin ? roles.Admin : (roles[homeRole(account) ?? ''] ?? seats) };
}

/** "Jonas is the admin" */
function adminOf(home: AccountSources['home']): string | undefined {
  const admin = dataOf(home)?.users.find((user) => user.admin === true);
  const name = admin && personName(admin);
  return name ? `${name} is the admin` : undefined;
}

function devices({ devices: source }: AccountSources, now: Date): GlanceAnswer {
  const data = dataOf(source);
  if (!data) return unanswered(source);
  const unused = countLongUnused(data.devices, now);
  return {
    answer: data.devices.length === 0 ? 'None listed' : `${data.devices.length} signed in`,
    detail: unused > 0 ? `${unused} long unused` : undefined,
  };
}

function sharing({ friends: source, invitations }: AccountSources): GlanceAnswer {
  const friends = dataOf(source);
  if (!friends) return unanswered(source);
  const count = friends.filter(({ sharedServers }) => sharedServers?.some(({ owned }) => owned === true)).length;
  const offers = friends.filter(({ sharedServers }) => sharedServers?.some(({ owned }) => owned === false)).length;
  const invitationCount = dataOf(invitations)?.length ?? 0;
  return {
    answer: count === 0 ? 'With nobody' : `With ${countOf(count, 'person', 'people')}`,
    detail:
      (invitationCount > 0 && countOf(invitationCount, 'invitation waits', 'invitations wait')) ||
      (offers > 0 && `${countOf(offers, 'person shares', 'people share')} with you`) ||
      undefined,
  };
}

/** The text of a tile without data. */
function unanswered({ state }: AccountSources[SourceName]): GlanceAnswer {
  switch (state) {
    case 'failed':
      return { answer: 'Not loaded', detail: 'the request failed' };
    case 'stopped':
      return { answer: 'Not loaded', detail: 'you stopped waiting' };
    case 'unavailable':
      return { answer: 'Not available', detail: 'plex.tv does not tell you' };
    default:
      return waiting;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
