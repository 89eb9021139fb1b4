import type { Device } from '../../plex/access/devices.ts';
import { isMediaServer } from '../../plex/access/is-media-server.ts';
import type { AccountSources, Source } from '../../plex/access/sources.ts';
import type { Webhook } from '../../plex/access/webhooks.ts';
import type { Account } from '../../plex/account/account.ts';
import { librarySharingUrl, plexHomeUrl, webhooksUrl } from '../../plex/plex-pages.ts';
import { capitalizedCountWord, countOf } from '../facts/count-words.ts';
import { personName } from '../facts/display-name.ts';
import { dayMs, formatDate } from '../facts/format-date.ts';
import { isSelf } from '../facts/home-membership.ts';
import { joinWords } from '../facts/join-words.ts';
import { countLongUnused } from '../facts/long-unused.ts';
import { isServerOutdated } from '../facts/server-row.ts';
import { attention, type Finding, good, notApplicable, personal, type Rule, unknown } from './finding.ts';
import { isHomeHost } from './is-home-host.ts';

/** After this time, an unanswered invitation is probably forgotten. */
const longInvitationDays = 30;

/** In order of importance. */
export const accessRules: readonly Rule[] = [
  {
    id: 'servers',
    name: 'Media servers',
    todo: 'update your media server',
    link: { href: '#devices', text: 'Show the servers' },
    evaluate: (_, { resources }, now) =>
      evaluateSource(resources, 'Media servers', 'which versions they run', (data) => {
        const own = data.filter(({ owned, provides }) => owned === true && provides?.includes('server'));
        return servers(own, now);
      }),
  },
  {
    id: 'devices',
    name: 'Long-unused devices',
    todo: 'sign out devices that you no longer use',
    link: { href: '#devices', text: 'Show the devices' },
    evaluate: (_, { devices: source }, now) =>
      evaluateSource(source, 'Long-unused devices', 'which devices are signed in', ({ devices: all }) =>
        devices(all, now),
      ),
  },
  {
    id: 'webhooks',
    name: 'Webhooks',
    todo: 'check your webhooks',
    link: { href: webhooksUrl, text: 'Webhooks at plex.tv' },
    evaluate: (_, { webhooks: source }) =>
      source.state === 'unavailable' && source.reason === 'needs-plex-pass'
        ? notApplicable('You have no webhooks', 'They need a Plex Pass.')
        : evaluateSource(source, 'Webhooks', 'who is told what you play', webhooks),
  },
  {
    id: 'member-pins',
    name: 'PINs in your Home',
    todo: 'set Home PINs',
    link: { href: plexHomeUrl, text: 'Plex Home at plex.tv' },
    evaluate: memberPins,
  },
  {
    id: 'invitations',
    name: 'Invitations',
    todo: 'answer old invitations',
    link: { href: librarySharingUrl, text: 'Sharing at plex.tv' },
    evaluate: (_, { invitations: source }, now) =>
      evaluateSource(source, 'Invitations', 'whether any wait', (all) => {
        const waiting = all.flatMap(({ createdAt }) => createdAt ?? []);
        return invitations(all.length, waiting, now);
      }),
  },
];

/** A source that is slow counts as not known, so that no check is good without an answer. */
function evaluateSource<Data>(
  source: Source<Data>,
  name: string,
  question: string,
  evaluate: (data: Data) => Finding,
): Finding | 'waiting' {
  if (source.state === 'ready') return evaluate(source.data);
  if (source.state === 'waiting' && !source.isSlow) return 'waiting';
  return unknown(name, question);
}

function devices(all: readonly Device[], now: Date): Finding {
  const unused = countLongUnused(
    all.filter((device) => !isMediaServer(device)),
    now,
  );
  if (all.length === 0) return notApplicable('No devices are listed', 'plex.tv lists none for you.');
  if (unused === 0)
    return good('Every device was seen within a year', 'None of them looks forgotten.', 'No unused devices');
  return attention(
    `${countOf(unused, 'device has', 'devices have')} not been seen for a year`,
    'Each of them may still hold a key to your account. Sign out those that you no longer have.',
    countOf(unused, 'long-unused device', 'long-unused devices'),
  );
}

function servers(own: readonly { name: string | null; productVersion: string | null }[], now: Date): Finding {
  if (own.length === 0) return notApplicable('You have no media server', 'plex.tv lists none for you.');
  const outdated = own.filter((server) => isServerOutdated(server, now));
  if (outdated.length === 0) {
    return good(
      'No media server is far behind',
      'None runs a version that is known to be over a year old.',
      'Servers are recent',
    );
  }
  const names = outdated.slice(0, 3).map(({ name }) => name ?? 'a server without a name');
  return personal(
    attention(
      outdated.length === 1
        ? 'A media server is over a year out of date'
        : `${capitalizedCountWord(outdated.length)} media servers are over a year out of date`,
      `It is about ${joinWords(names)}. Newer versions also close security holes: update on the server itself.`,
      'Old media server',
    ),
  );
}

/** Only the person knows which hosts are their own. So the check names a host on the internet and does not judge it. */
function webhooks(all: readonly Webhook[]): Finding {
  if (all.length === 0) return good('No webhook is set up', 'plex.tv tells no address what you play.', 'No webhooks');
  const outside = all.filter(({ host }) => host === null || !isHomeHost(host));
  const names = [...new Set(outside.map(({ host }) => host ?? 'an invalid address'))].slice(0, 3);
  if (outside.length === 0) {
    return good(
      'Your webhooks stay in your network',
      'They tell what you play only to addresses at home.',
      'Webhooks stay at home',
    );
  }
  if (outside.some(({ isEncrypted }) => isEncrypted === false)) {
    return personal(
      attention(
        'A webhook tells the internet what you play, without encryption',
        `Anyone on the way can read it. The host is ${joinWords(names)}. Change it to https, or remove it.`,
        'Webhook not encrypted',
      ),
    );
  }
  return {
    title: `${countOf(outside.length, 'webhook', 'webhooks')} to the internet`,
    short: 'Webhooks to the internet',
    verdict: 'information',
    why: `plex.tv tells ${joinWords(names)} what you play. Remove what you do not know.`,
    isPersonal: true,
  };
}

/** Only the admin of a Home can set the PINs of others. */
function memberPins(account: Account, { home }: AccountSources): Finding | 'waiting' | undefined {
  if (account.homeAdmin !== true || account.homeSize === 1) return undefined;
  return evaluateSource(home, 'PINs in your Home', 'who has a Home PIN', ({ users }) => {
    const others = users.filter((user) => !isSelf(user, account) && user.guest !== true);
    const hasKids = others.some(({ restricted }) => restricted === true);
    const withoutPin = others.filter((user) => user.restricted !== true && user.protected === false);
    if (!hasKids || withoutPin.length === 0) {
      return notApplicable(
        'No managed member can get around a restriction',
        'None of them can switch to somebody without a PIN.',
      );
    }
    const names = withoutPin.slice(0, 3).map((user) => personName(user) ?? 'somebody without a name');
    return {
      title: 'A managed member can switch to somebody without a PIN',
      short: 'Members without a PIN',
      verdict: 'information',
      why: `${joinWords(names)} ${withoutPin.length === 1 ? 'has' : 'have'} no Home PIN and may watch everything. A PIN is asked for when somebody switches.`,
      isPersonal: true,
    };
  });
}

function invitations(count: number, dates: readonly Date[], now: Date): Finding {
  if (count === 0) return notApplicable('No invitation waits', 'plex.tv lists none for you.');
  const oldest = [...dates].sort((a, b) => a.getTime() - b.getTime())[0];
  const isLong = oldest !== undefined && now.getTime() - oldest.getTime() > longInvitationDays * dayMs;
  if (!isLong)
    return good(
      `${countOf(count, 'invitation waits', 'invitations wait')} for your answer`,
      'None has waited for long.',
    );
  return {
    title: `An invitation has waited since ${formatDate(oldest)}`,
    short: 'Old invitation',
    verdict: 'information',
    why: 'Accept it, or decline it if you do not know the person.',
  };
}
