import type { Friend, SharedServer } from '../../plex/access/friends.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { capitalizedCountWord, countWord } from '../facts/count-words.ts';
import { isVisible, personName } from '../facts/display-name.ts';
import { asDate } from '../facts/fact-values.ts';
import { lastSeenValue } from '../facts/last-seen.ts';
import { type ServerRow, serverRows } from '../facts/server-row.ts';
import { sourcePath } from '../facts/source-path.ts';
import { permissionWords, restrictionWords } from './restriction-words.ts';

/** A person, and the libraries that are shared. */
export type PersonRow = {
  path: string;
  name: string;
  username: string | undefined;
  avatar: string;
  /** When they were last seen on a shared server: "Yesterday", "Never". */
  seen: FactValue;
  /** "Attic: Films, Series" for each server. */
  libraries: string;
  /** "no downloads", "films only rated G or PG" */
  restrictions: string[];
  facts: Fact[];
};

/** A server of somebody else. */
export type SharedServerRow = {
  path: string;
  name: string;
  owner: string;
  seen: FactValue;
  libraries: string;
  facts: Fact[];
};

type SharingView = {
  answer: string;
  /** People who can open the account's servers. */
  people: PersonRow[];
  /** People who have invited the account. */
  invitations: PersonRow[];
  /** The servers that are shared with the account. */
  shared: SharedServerRow[];
  /** The names of friends with whom nothing is shared. */
  notSharing: string[];
};

/** People do not read longer lists of titles. */
const maxTitles = 3;

export function sharingView(sources: AccountSources, now: Date): SharingView {
  const friends = dataOf(sources.friends) ?? [];
  const servers = serverRows(dataOf(sources.resources) ?? [], now);
  const rows = friends.map((friend, index) => ({
    friend,
    own: sharesOf(friend).filter(({ owned }) => owned === true),
    theirs: sharesOf(friend).filter(({ owned }) => owned === false),
    path: sourcePath('friends', `friends[${index}]`),
  }));
  const people = rows
    .filter(({ own }) => own.length > 0)
    .map(({ friend, own, path }) => shareRow(friend, own, path, now));
  const invitations = (dataOf(sources.invitations) ?? []).map((friend, index) =>
    shareRow(friend, sharesOf(friend), sourcePath('invitations', `friends[${index}]`), now, true),
  );
  const fromFriends = rows.flatMap(({ friend, theirs, path }) =>
    theirs.map((share) => sharedRow(friend, share, path, servers, now)),
  );
  const named = new Set(rows.flatMap(({ theirs }) => theirs.map(({ machineIdentifier }) => machineIdentifier)));
  const others = servers
    .filter(({ owner, identifier }) => owner !== undefined && (identifier === null || !named.has(identifier)))
    .map(fromServer);
  const shared = [...fromFriends, ...others];
  return {
    answer: answer(people, rows, invitations.length, shared),
    people,
    invitations,
    shared,
    notSharing: rows.filter(({ own, theirs }) => own.length + theirs.length === 0).map(({ friend }) => nameOf(friend)),
  };
}

/** Shares that one side has ended are left out. */
function sharesOf({ sharedServers }: Friend): SharedServer[] {
  return (sharedServers ?? []).filter(({ deletedAt, leftAt }) => deletedAt === null && leftAt === null);
}

type FriendShares = { friend: Friend; own: SharedServer[] };

function isPending({ accepted }: SharedServer): boolean {
  return accepted === false;
}

function answer(people: PersonRow[], rows: FriendShares[], invitationCount: number, shared: SharedServerRow[]): string {
  const accepted = rows.filter(({ own }) => own.some((share) => !isPending(share))).length;
  const waiting = `${countWord(invitationCount)} ${invitationCount === 1 ? 'invitation waits' : 'invitations wait'} for your answer`;
  const open = (verb: string) => `${capitalizedCountWord(accepted)} ${accepted === 1 ? 'person' : 'people'} ${verb}`;
  if (accepted > 0) {
    return invitationCount > 0
      ? `${open('can open your servers')}, and ${waiting}.`
      : `${open('can open your servers')}.`;
  }
  const nobody = people.length > 0 ? 'Nobody has accepted what you share.' : 'You share your servers with nobody.';
  const theirs =
    shared.length > 0
      ? ` ${capitalizedCountWord(shared.length)} ${shared.length === 1 ? 'server is' : 'servers are'} shared with you.`
      : '';
  return `${nobody}${theirs}${invitationCount > 0 ? ` ${waiting.charAt(0).toUpperCase()}${waiting.slice(1)}.` : ''}`;
}

function shareRow(friend: Friend, shares: SharedServer[], path: string, now: Date, isInvitation = false): PersonRow {
  const name = nameOf(friend);
  const { username, thumb } = friend;
  const seenDates = shares.flatMap(({ lastSeenAt }) => lastSeenAt ?? []);
  const lastSeen = [...seenDates].sort((a, b) => b.getTime() - a.getTime())[0];
  const settings = shares.map((share) => share.sharingSettings ?? friend.sharingSettings);
  return {
    path,
    name,
    username: username && username !== name ? username : undefined,
    avatar: thumb ?? '',
    seen: lastSeen ? lastSeenValue(lastSeen, now) : { text: 'Never', isEmpty: true },
    libraries: shares.map((share) => shareText(share, isInvitation)).join(' · ') || 'No library named',
    restrictions: [...new Set(settings.flatMap(restrictionWords))],
    facts: [...friendFacts(friend, path, now), ...shares.flatMap((share) => shareFacts(share, friend, path, now))],
  };
}

function friendFacts({ email, createdAt, home, restricted, status }: Friend, path: string, now: Date): Fact[] {
  return [
    ...(email ? [{ label: 'E-mail', value: { text: email, isPersonal: true }, path: `${path}.email` }] : []),
    ...(createdAt
      ? [
          {
            label: status === 'accepted' ? 'Friends since' : 'Invited',
            value: asDate(now)(createdAt),
            path: `${path}.createdAt`,
          },
        ]
      : []),
    ...(home ? [{ label: 'In your Home', value: { text: 'Also in your Home' }, path: `${path}.home` }] : []),
    ...(restricted ? [{ label: 'Managed', value: { text: 'Is a managed member' }, path: `${path}.restricted` }] : []),
  ];
}

function shareFacts(share: SharedServer, { sharingSettings }: Friend, path: string, now: Date): Fact[] {
  const { acceptedAt, lastSeenAt, libraries } = share;
  const name = serverName(share);
  const settings = share.sharingSettings ?? sharingSettings;
  const at = `${path}.sharedServers[${name}]`;
  const since: FactValue = acceptedAt
    ? asDate(now)(acceptedAt)
    : { text: isPending(share) ? 'Not accepted yet' : 'plex.tv did not say', isEmpty: !isPending(share) };
  return [
    { label: `${name}, since`, isLabelPersonal: true, value: since, path: `${at}.acceptedAt` },
    {
      label: `${name}, last used`,
      isLabelPersonal: true,
      value: lastSeenAt ? asDate(now)(lastSeenAt) : { text: 'Never seen' },
      path: `${at}.lastSeenAt`,
    },
    ...(libraries && libraries.length > maxTitles
      ? [
          {
            label: `${name}, libraries`,
            value: { text: libraries.map(({ title }) => title ?? 'without a name').join(', '), isPersonal: true },
            path: `${at}.libraries`,
          },
        ]
      : []),
    ...(settings
      ? [
          {
            label: `${name}, permissions`,
            isLabelPersonal: true,
            value: { text: [permissionWords(settings), ...restrictionWords(settings)].join('; ') },
            path: `${at}.sharingSettings`,
          },
        ]
      : []),
  ];
}

/** "Attic: all 5 libraries", "Attic: Films, Series and 2 more" */
function shareText(share: SharedServer, isInvitation: boolean): string {
  return `${serverName(share)}: ${librariesText(share)}${isPending(share) && !isInvitation ? ' (not accepted yet)' : ''}`;
}

function librariesText({ allLibraries, numLibraries, libraries }: SharedServer): string {
  const count = numLibraries ?? libraries?.length;
  if (allLibraries) return count ? `all ${count} libraries` : 'all libraries';
  const titles = (libraries ?? []).flatMap(({ title }) => title ?? []);
  if (titles.length === 0)
    return count === undefined ? 'libraries not named' : `${count} ${count === 1 ? 'library' : 'libraries'}`;
  if (titles.length <= maxTitles) return titles.join(', ');
  return `${titles.slice(0, maxTitles - 1).join(', ')} and ${titles.length - maxTitles + 1} more`;
}

function sharedRow(
  friend: Friend,
  share: SharedServer,
  path: string,
  servers: readonly ServerRow[],
  now: Date,
): SharedServerRow {
  const { machineIdentifier, lastSeenAt, acceptedAt } = share;
  const server = servers.find(({ identifier }) => identifier !== null && identifier === machineIdentifier);
  return {
    path: server?.path ?? path,
    name: serverName(share),
    owner: nameOf(friend),
    seen: server?.seen ?? lastSeenValue(null, now),
    libraries: librariesText(share),
    facts: [
      ...(acceptedAt ? [{ label: 'Shared since', value: asDate(now)(acceptedAt), path: `${path}.acceptedAt` }] : []),
      ...(lastSeenAt
        ? [{ label: 'You last used it', value: asDate(now)(lastSeenAt), path: `${path}.lastSeenAt` }]
        : []),
      ...(server?.facts ?? []),
    ],
  };
}

/** A server that no friend lists: it is of somebody in the same Home, or of a friend that plex.tv does not list. */
function fromServer({ path, name, owner = 'somebody', seen, facts }: ServerRow): SharedServerRow {
  return { path, name, owner, seen, libraries: 'Libraries not named', facts };
}

function serverName({ name }: SharedServer): string {
  return isVisible(name ?? '') ? (name ?? '') : 'Server without a name';
}

/** The name of a person; an invitation may only hold an e-mail address. */
function nameOf(friend: Friend): string {
  const invited = friend.sharedServers?.find(({ invitedEmail }) => invitedEmail)?.invitedEmail ?? '';
  return personName(friend) ?? (isVisible(invited) ? invited : 'Somebody without a name');
}
