import type { HomeUser } from '../../plex/access/home-users.ts';
import type { Account } from '../../plex/account/account.ts';

/** A user who cannot change their own sign-in. */
export type LimitedUser = 'guest' | 'anonymous' | 'managed';

/** Undefined for a user with a sign-in of their own. Guests can also look like managed members, so check them first. */
export function limitedUserOf(account: Account): LimitedUser | undefined {
  if (account.guest === true) return 'guest';
  if (account.anonymous === true) return 'anonymous';
  return isManaged(account) ? 'managed' : undefined;
}

/** If `restricted` is missing, an account without username and e-mail address is a managed member. */
function isManaged({ restricted, restriced, username, email }: Account): boolean {
  if (restricted === true || restriced === true) return true;
  return restricted !== false && username === '' && email === '';
}

/** Whether others share a Home with this account. A Home with one member does not count. Undefined if not known. */
export function sharesHome({ home, homeSize }: Account): boolean | undefined {
  if (home === false || homeSize === 1) return false;
  if (typeof homeSize === 'number' && homeSize > 1) return true;
  return home === true ? true : undefined;
}

/** "Admin"; undefined if plex.tv did not say. */
export function homeRole({ homeAdmin, guest, restricted, restriced }: Account): string | undefined {
  if (homeAdmin) return 'Admin';
  if (guest) return 'Guest';
  if (restricted || restriced) return 'Managed member';
  return homeAdmin === false ? 'Member' : undefined;
}

/** Whether this account should set a Home PIN: others can switch to it, and it can change that. */
export function needsHomePin(account: Account): boolean {
  const { protected: hasPin, homeSize } = account;
  const isShared = sharesHome(account) === true && typeof homeSize === 'number';
  return isShared && hasPin === false && limitedUserOf(account) === undefined;
}

/** Whether a member of the Home is the account itself. */
export function isSelf(user: Pick<HomeUser, 'uuid' | 'id'>, { uuid, id }: Account): boolean {
  if (user.uuid && uuid) return user.uuid === uuid;
  return typeof id === 'number' && user.id === id;
}
