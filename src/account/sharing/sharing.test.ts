import { expect, test } from 'vitest';
import type { Friend, SharedServer } from '../../plex/access/friends.ts';
import type { Resource } from '../../plex/access/resources.ts';
import { friendWith, resourceWith, settingsWith, sharedServerWith } from '../../test/access-data.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon } from '../../test/local-noon.ts';
import { sourcesWith } from '../../test/sources.ts';
import { sharingView } from './sharing.ts';

const now = localNoon('2026-11-26');
const films = { id: 1, key: 1, title: 'Films', type: 'movie' };
const titled = (...titles: string[]) => titles.map((title) => ({ ...films, title }));

function own(details: Partial<SharedServer> = {}) {
  return sharedServerWith({ name: 'Attic', owned: true, accepted: true, libraries: [films], ...details });
}

function theirs(details: Partial<SharedServer> = {}) {
  return own({ name: 'Fjord', owned: false, machineIdentifier: 'fjord', ...details });
}

function view(friends: Partial<Friend>[], invitations: Partial<Friend>[] = [], resources: Partial<Resource>[] = []) {
  const sources = {
    friends: friends.map(friendWith),
    invitations: invitations.map(friendWith),
    resources: resources.map(resourceWith),
  };
  return sharingView(sourcesWith(sources), now);
}

const priya = { title: 'priya.r', username: 'priya.r', friendlyName: 'Priya', sharedServers: [own()] };
const henrik = { title: 'Henrik', sharedServers: [theirs()] };

test.each<[friends: Partial<Friend>[], invitations: Partial<Friend>[], answer: string]>([
  [[], [], 'You share your servers with nobody.'],
  [[priya], [], 'One person can open your servers.'],
  [[priya, priya], [{}], 'Two people can open your servers, and one invitation waits for your answer.'],
  [[], [{}, {}], 'You share your servers with nobody. Two invitations wait for your answer.'],
  [[henrik], [], 'You share your servers with nobody. One server is shared with you.'],
  [[{ ...priya, sharedServers: [own({ accepted: false })] }], [], 'Nobody has accepted what you share.'],
])('answers with whom you share', (friends, invitations, answer) => {
  expect(view(friends, invitations).answer).toBe(answer);
});

test.each<[share: Partial<SharedServer>, libraries: string]>([
  [{}, 'Attic: Films'],
  [{ libraries: titled('Films', 'Series', 'Music') }, 'Attic: Films, Series, Music'],
  [{ libraries: titled('Films', 'Series', 'Music', 'Photos') }, 'Attic: Films, Series and 2 more'],
  [{ allLibraries: true, numLibraries: 5, libraries: [] }, 'Attic: all 5 libraries'],
  [{ allLibraries: true, libraries: null }, 'Attic: all libraries'],
  [{ numLibraries: 1, libraries: null }, 'Attic: 1 library'],
  [{ libraries: null }, 'Attic: libraries not named'],
  [{ accepted: false }, 'Attic: Films (not accepted yet)'],
  [{ name: null }, 'Server without a name: Films'],
])('names the libraries of %j', (share, libraries) => {
  expect(view([{ ...priya, sharedServers: [own(share)] }]).people[0]?.libraries).toBe(libraries);
});

test('says when a person was last seen on any server, and that somebody never was', () => {
  const seen = [localNoon('2026-11-25'), localNoon('2026-11-02')].map((lastSeenAt) => own({ lastSeenAt }));
  const { people } = view([{ ...priya, sharedServers: seen }, { sharedServers: [own()] }]);
  expect(people.map(({ name, seen: value }) => [name, value.text])).toEqual([
    ['Priya', 'Yesterday'],
    ['Somebody without a name', 'Never'],
  ]);
});

test('says in words what a person may not do, by the settings of the server or else of the friend', () => {
  const sharingSettings = settingsWith({ allowSync: false });
  const free = settingsWith({ allowSync: true });
  expect(view([{ ...priya, sharingSettings }]).people[0]?.restrictions).toEqual(['no downloads']);
  const byServer = { ...priya, sharingSettings, sharedServers: [own({ sharingSettings: free })] };
  expect(view([byServer]).people[0]?.restrictions).toEqual([]);
});

test('shows since when and what somebody may do', () => {
  const acceptedAt = localNoon('2023-01-06');
  const share = own({ acceptedAt, sharingSettings: settingsWith({ allowSync: true }) });
  const facts = view([{ ...priya, email: 'priya@example.org', sharedServers: [share] }]).people[0]?.facts ?? [];
  expect(factTexts(facts)).toEqual({
    'E-mail': 'priya@example.org',
    'Attic, since': '6 January 2023 (3 years ago)',
    'Attic, last used': 'Never seen',
    'Attic, permissions': 'May download',
  });
});

test('does not say that the sender of an invitation has not accepted it', () => {
  const offer = { title: 'Theo', sharedServers: [theirs({ accepted: false })] };
  expect(view([], [offer]).invitations[0]?.libraries).toBe('Fjord: Films');
});

test('joins what is shared with you to the server, and lists servers that no friend names', () => {
  const fjord = { name: 'Fjord', owned: false, sourceTitle: 'henrik', clientIdentifier: 'fjord', presence: true };
  const other = { name: 'Estúdio', owned: false, sourceTitle: 'tomas', clientIdentifier: 'x', presence: false };
  expect(view([henrik], [], [fjord, other, { name: 'Mine' }]).shared).toMatchObject([
    { name: 'Fjord', owner: 'Henrik', libraries: 'Films', seen: { text: 'Online' } },
    { name: 'Estúdio', owner: 'tomas', libraries: 'Libraries not named', seen: { text: 'plex.tv did not say' } },
  ]);
});

test('leaves out shares that one side has ended, and names friends without any', () => {
  const ended = [own({ leftAt: now }), own({ deletedAt: now })];
  const { people, notSharing } = view([
    { ...priya, sharedServers: ended },
    { title: 'Ines', sharedServers: null },
  ]);
  expect({ people, notSharing }).toEqual({ people: [], notSharing: ['Priya', 'Ines'] });
});
