import type { Home, HomeUser } from '../../plex/access/home-users.ts';
import type { Account } from '../../plex/account/account.ts';
import { personName } from '../facts/display-name.ts';
import { isSelf } from '../facts/home-membership.ts';
import { restrictionProfiles } from '../facts/restriction-profiles.ts';
import { sourcePath } from '../facts/source-path.ts';

export type Member = {
  /** The path of the member in the reply. */
  path: string;
  name: string;
  username: string | undefined;
  avatar: string;
  isYou: boolean;
  role: 'Admin' | 'Guest' | 'Managed' | 'Member' | undefined;
  /** Undefined where plex.tv did not say. */
  hasPin: boolean | undefined;
  /** The age profile of a managed member: "Older kid". */
  profile: string | undefined;
};

/** The members of a Home: the admin first, then you, and the guest last. */
export function homeMembers(home: Home, account: Account): Member[] {
  const members = home.users.map((user, index) => member(user, index, account));
  return members
    .map((item, index) => ({ item, order: [orderOf(item), index] as const }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ item }) => item);
}

function member(user: HomeUser, index: number, account: Account): Member {
  const { username, thumb, restrictionProfile } = user;
  const name = personName(user) ?? 'Nameless member';
  return {
    path: sourcePath('home', `users[${index}]`),
    name,
    username: username && username !== name ? username : undefined,
    avatar: thumb ?? '',
    isYou: isSelf(user, account),
    role: partOf(user),
    hasPin: user.protected ?? undefined,
    profile: restrictionProfile ? profileName(restrictionProfile) : undefined,
  };
}

/** A guest is also restricted, so check for a guest first. */
function partOf({ admin, guest, restricted }: HomeUser): Member['role'] {
  if (admin) return 'Admin';
  if (guest) return 'Guest';
  if (restricted) return 'Managed';
  return admin === false ? 'Member' : undefined;
}

/** An unknown profile is shown as plex.tv wrote it. */
function profileName(profile: string): string {
  return (Object.hasOwn(restrictionProfiles, profile) && restrictionProfiles[profile]) || profile;
}

function orderOf({ role, isYou }: Member): number {
  if (role === 'Admin') return 0;
  if (isYou) return 1;
  return role === 'Guest' ? 3 : 2;
}
