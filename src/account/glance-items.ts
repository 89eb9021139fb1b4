import type { AccountSources } from '../plex/access/sources.ts';
import type { Account } from '../plex/account/account.ts';
import type { Tone } from '../ui/icon.tsx';
import { countOf } from './facts/count-words.ts';
import { formatDate, formatRelative } from './facts/format-date.ts';
import { homeRole, sharesHome } from './facts/home-membership.ts';
import { signInEnd } from './facts/sign-in-end.ts';
import { type Checkup, checkup } from './security/checkup.ts';

/** A short answer with one detail, and the element with the full answer. */
export type GlanceItem = {
  title: string;
  answer: string;
  detail?: string | undefined;
  tone?: Tone | undefined;
  targetId: string;
};

type GlanceAnswer = Pick<GlanceItem, 'answer' | 'detail' | 'tone'>;

const roles: Record<string, string> = {
  Admin: 'you are the admin',
  Guest: 'you use the guest seat',
  'Managed member': 'you are managed by the admin',
};

const notSent = 'plex.tv did not say';

export function glanceItems(account: Account, sources: AccountSources, now: Date): GlanceItem[] {
  return [
    { title: 'Security', ...security(checkup(account, sources, now)), targetId: 'security' },
    { title: 'Plex Home', ...plexHome(account), targetId: 'plex-home' },
    { title: 'Services', ...services(account), targetId: 'services' },
    { title: 'This sign-in', ...signIn(account, now), targetId: 'this-sign-in' },
  ];
}

function security({ attentionCount, checks, dependent }: Checkup): GlanceAnswer {
  if (dependent) return { answer: 'Nothing to do', detail: dependent.short };
  const [first, second] = checks.filter(({ verdict }) => verdict === 'attention');
  if (first) {
    const others = attentionCount === 2 ? second?.short : attentionCount > 2 && `${attentionCount - 1} more to look at`;
    return { answer: first.short, detail: others ? `and ${lowerFirst(others)}` : undefined, tone: 'warn' };
  }
  const best = checks.find(({ verdict }) => verdict === 'good');
  return best ? { answer: 'Nothing to do', detail: best.short, tone: 'good' } : { answer: notSent };
}

function plexHome(account: Account): GlanceAnswer {
  const { homeSize, maxHomeSize } = account;
  const isShared = sharesHome(account);
  if (isShared === false) return { answer: 'Not in a Home' };
  if (isShared === undefined) return { answer: notSent };
  const seats = maxHomeSize ? `of ${maxHomeSize} seats` : undefined;
  const detail = roles[homeRole(account) ?? ''] ?? seats;
  return { answer: homeSize ? countOf(homeSize, 'person', 'people') : 'In a Home', detail };
}

function services({ services: list }: Account): GlanceAnswer {
  if (!list) return { answer: notSent };
  if (list.length === 0) return { answer: 'None on record' };
  const keyCount = list.filter(({ token, secret }) => token || secret).length;
  return {
    answer: countOf(list.length, 'service', 'services'),
    detail: keyCount === 0 ? 'none with a key for you' : `${keyCount} with a key for you`,
  };
}

function signIn(account: Account, now: Date): GlanceAnswer {
  const end = signInEnd(account, now);
  switch (end.kind) {
    case 'known':
      return {
        answer: formatRelative(end.at, now).replace(/^in (.*)$/, '$1 left'),
        detail: `until ${formatDate(end.at)}`,
      };
    case 'past':
      return { answer: 'Past its end', detail: formatDate(end.at), tone: 'warn' };
    case 'unbelievable':
      return { answer: 'Not believable', detail: end.sent };
    case 'none':
      return { answer: 'No end given' };
    default:
      return { answer: notSent };
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
