import type { Device } from '../../plex/access/devices.ts';
import { type AccountSources, dataOf, type Source } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import {
  accountSettingsUrl,
  authorizedDevicesUrl,
  librarySharingUrl,
  passwordResetHelpUrl,
  plexHomeUrl,
  webhooksUrl,
} from '../../plex/plex-pages.ts';
import { countOf } from '../facts/count-words.ts';
import { isVisible, personName } from '../facts/display-name.ts';
import { formatDate } from '../facts/format-date.ts';
import { limitedUserOf, sharesHome } from '../facts/home-membership.ts';
import { joinWords } from '../facts/join-words.ts';

export type BreakInStep = {
  id: string;
  title: string;
  /** The present state of this account. */
  now: string;
  todo: string;
  link: { href: string; text: string };
  /** Whether `now` holds names, addresses or hosts. */
  isPersonal: boolean;
};

const maxNames = 3;

/**
 * The steps to take when somebody else may have used the account, most urgent first. None for a user who cannot change
 * their own sign-in.
 */
export function breakInSteps(account: Account, sources: AccountSources): BreakInStep[] {
  if (limitedUserOf(account)) return [];
  const steps = [
    {
      id: 'password',
      title: 'Password',
      now: passwordNow(account),
      todo: 'Set a new one, and tick “Sign out connected devices”. That ends every other sign-in.',
      link: { href: passwordResetHelpUrl, text: 'How to reset it' },
      isPersonal: false,
    },
    {
      id: 'devices',
      title: 'Devices',
      now: nowOf(sources.devices, ({ devices }) => devicesNow(devices)),
      todo: 'Sign out what you do not know.',
      link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
      isPersonal: true,
    },
    {
      id: 'home-pins',
      title: 'Home PINs',
      now: pinsNow(account, sources),
      todo: 'Set a new PIN for yourself, and see whether you know everybody in the Home.',
      link: { href: plexHomeUrl, text: 'Plex Home at plex.tv' },
      isPersonal: true,
    },
    {
      id: 'sharing',
      title: 'Sharing',
      now: `${sharesNow(sources)} ${invitationsNow(sources)}`,
      todo: 'End what you have not set up.',
      link: { href: librarySharingUrl, text: 'Sharing at plex.tv' },
      isPersonal: true,
    },
    {
      id: 'webhooks',
      title: 'Webhooks',
      now: webhooksNow(sources.webhooks),
      todo: 'Remove every address that you do not know: plex.tv tells it what you play.',
      link: { href: webhooksUrl, text: 'Webhooks at plex.tv' },
      isPersonal: true,
    },
    {
      id: 'email',
      title: 'E-mail address',
      now: emailNow(account),
      todo: 'If it is not yours, correct it before anything else: plex.tv sends new passwords there.',
      link: { href: accountSettingsUrl, text: 'Account at plex.tv' },
      isPersonal: true,
    },
  ];
  return steps;
}

/** A sentence about the data of a source, or about why there is none. */
function nowOf<Data>(source: Source<Data>, describe: (data: Data) => string): string {
  const data = dataOf(source);
  if (data !== undefined) return describe(data);
  return source.state === 'waiting' ? 'plex.tv has not answered yet.' : 'This page could not read it.';
}

function passwordNow({ hasPassword, twoFactorEnabled }: Account): string {
  const password = choose(hasPassword, 'A password is set', 'No password is set');
  const twoFactor = choose(twoFactorEnabled, 'two-factor sign-in is on', 'two-factor sign-in is off');
  if (!password) return twoFactor ? `T${twoFactor.slice(1)}.` : 'plex.tv did not say how you sign in.';
  return twoFactor ? `${password}, and ${twoFactor}.` : `${password}.`;
}

/** After a break-in, the device that signed in last is the most suspicious. */
function devicesNow(devices: readonly Device[]): string {
  const count = countOf(devices.length, 'device is signed in', 'devices are signed in');
  const newest = devices.reduce<Device | undefined>((newestSoFar, device) => {
    const isNewer = device.createdAt !== null && !(newestSoFar?.createdAt && newestSoFar.createdAt >= device.createdAt);
    return isNewer ? device : newestSoFar;
  }, undefined);
  if (!newest?.createdAt) return `${count}.`;
  const name = [newest.name, newest.product].find((text) => isVisible(text ?? '')) ?? 'one without a name';
  return `${count}. The newest is ${name}, since ${formatDate(newest.createdAt)}.`;
}

function pinsNow(account: Account, { home }: AccountSources): string {
  if (sharesHome(account) === false) return 'You are not in a Plex Home.';
  const own =
    choose(account.protected, 'You have a Home PIN.', 'You have no Home PIN.') ??
    'plex.tv did not say whether you have one.';
  const users = dataOf(home)?.users;
  if (!users?.length) return own;
  const without = users.filter((user) => user.protected === false).length;
  return `${own} ${countOf(users.length, 'person is', 'people are')} in the Home, ${without} of them without a PIN.`;
}

function sharesNow({ friends }: AccountSources): string {
  return nowOf(friends, (all) => {
    const names = all
      .filter(({ sharedServers }) => sharedServers?.some(({ owned }) => owned === true))
      .map((friend) => personName(friend) ?? 'somebody without a name');
    return names.length === 0 ? 'You share with nobody.' : `You share with ${named(names)}.`;
  });
}

function invitationsNow({ invitations }: AccountSources): string {
  const count = dataOf(invitations)?.length ?? 0;
  return count > 0 ? `${countOf(count, 'invitation waits', 'invitations wait')} for your answer.` : '';
}

function webhooksNow(source: AccountSources['webhooks']): string {
  if (source.state === 'unavailable' && source.reason === 'needs-plex-pass') return 'None: they need a Plex Pass.';
  return nowOf(source, (webhooks) => {
    if (webhooks.length === 0) return 'None are set up.';
    return `plex.tv tells ${named([...new Set(webhooks.map(({ host }) => host ?? 'an invalid address'))])} what you play.`;
  });
}

function emailNow({ email, confirmed }: Account): string {
  if (!email) return 'plex.tv has none for you.';
  const state = choose(confirmed, 'It is confirmed.', 'It is not confirmed.');
  return [`plex.tv writes to ${email}.`, state].filter(Boolean).join(' ');
}

function choose(value: boolean | null | undefined, whenTrue: string, whenFalse: string): string | undefined {
  if (typeof value !== 'boolean') return undefined;
  return value ? whenTrue : whenFalse;
}

function named(names: readonly string[]): string {
  return names.length <= maxNames
    ? joinWords(names)
    : joinWords([...names.slice(0, maxNames), `${names.length - maxNames} more`]);
}
