import { avatarAddress, type SampleAccount } from '../accounts/base-account.ts';

/** A member of a Plex Home, in the format recorded in 2020 with the later `friendlyName`. */
export function member(id: number, uuid: string, title: string, details: object = {}): object {
  return {
    id,
    uuid,
    title,
    username: null,
    email: null,
    friendlyName: null,
    thumb: avatarAddress(uuid),
    hasPassword: false,
    restricted: false,
    restrictionProfile: null,
    admin: false,
    guest: false,
    protected: false,
    ...details,
  };
}

/** The account itself as a member of its Home. */
export function self(account: SampleAccount, details: object = {}): object {
  const { id, uuid, username, email, friendlyName, title, hasPassword, restricted, restrictionProfile } = account;
  return member(Number(id), String(uuid), String(friendlyName || title), {
    username: username || null,
    email: email || null,
    friendlyName: friendlyName || null,
    hasPassword,
    restricted,
    restrictionProfile: restrictionProfile ?? null,
    admin: account.homeAdmin,
    protected: account.protected,
    ...details,
  });
}

export function home(name: string, users: readonly unknown[], details: object = {}): object {
  return {
    id: 300_000 + name.length,
    name,
    guestUserID: null,
    guestUserUUID: null,
    guestEnabled: false,
    subscription: false,
    users,
    ...details,
  };
}
