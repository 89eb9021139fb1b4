import { expect, test } from 'vitest';
import type { HomeUser } from '../../plex/access/home-users.ts';
import { homeUserWith, homeWith } from '../../test/access-data.ts';
import { accountFrom } from '../../test/account-from.ts';
import { sourcesWith } from '../../test/sources.ts';
import { plexHomeView } from './plex-home.ts';

const jonas = { uuid: 'j', title: 'Jonas', username: 'jonas.l', admin: true, protected: true };
const mara = { uuid: 'm', title: 'Mara', username: 'mara', admin: false, protected: false };
const elsa = {
  uuid: 'e',
  title: 'Elsa',
  admin: false,
  restricted: true,
  restrictionProfile: 'older_kid',
  protected: false,
};
const guest = { uuid: 'g', title: 'Guest', admin: false, guest: true, restricted: true, protected: false };

function view(users: Partial<HomeUser>[], reply: object = {}, details: object = {}) {
  const home = homeWith(users.map(homeUserWith), details);
  const account = accountFrom({ uuid: 'm', home: true, homeSize: users.length, maxHomeSize: 15, ...reply });
  return plexHomeView(account, sourcesWith({ home }));
}

test('lists the admin first, then you, and the guest last, with role, PIN and age profile', () => {
  expect(view([guest, elsa, mara, jonas]).members).toMatchObject([
    { name: 'Jonas', username: 'jonas.l', role: 'Admin', hasPin: true, profile: undefined, isYou: false },
    { name: 'Mara', role: 'Member', hasPin: false, isYou: true },
    { name: 'Elsa', role: 'Managed', hasPin: false, profile: 'Older kid' },
    { name: 'Guest', role: 'Guest', hasPin: false },
  ]);
});

test.each<[users: Partial<HomeUser>[], answer: string, remarks: string[]]>([
  [
    [jonas, mara, elsa, guest],
    'You, Jonas, Elsa and a guest share this Home. Jonas is its admin.',
    ['Elsa, a managed member, has no Home PIN.'],
  ],
  [[{ ...mara, admin: true }, jonas], 'You and Jonas share this Home. You are its admin.', []],
  [[mara, { ...elsa, protected: true }], 'You and Elsa share this Home.', []],
  [
    [jonas, mara, elsa, { ...elsa, uuid: 'l', title: 'Leo' }],
    'You, Jonas, Elsa and Leo share this Home. Jonas is its admin.',
    ['Elsa and Leo, managed members, have no Home PIN.'],
  ],
  [
    [jonas, mara, ...Array.from({ length: 5 }, (_, index) => ({ ...elsa, uuid: `k${index}` }))],
    'Seven people share this Home. Jonas is its admin.',
    ['Five managed members have no Home PIN.'],
  ],
])('names who is in the Home, its admin, and managed members without a PIN', (users, answer, remarks) => {
  expect(view(users)).toMatchObject({ answer, remarks });
});

test('says whether the Home has a Plex Pass', () => {
  expect(view([jonas, mara], {}, { subscription: true }).remarks).toEqual(['This Home has a Plex Pass.']);
  expect(view([jonas, mara], {}, { subscription: false }).remarks).toEqual(['This Home has no Plex Pass.']);
});

test('lists nobody in a Home of one', () => {
  const { answer, members, remarks } = view([mara], { home: false, homeSize: 1 }, { subscription: true });
  expect({ answer, members, remarks }).toEqual({ answer: 'You are not in a Plex Home.', members: [], remarks: [] });
});

test('knows the Home from its members when the account does not say', () => {
  const { answer, aside } = view([jonas, mara], { home: null, homeSize: null });
  expect({ answer, aside }).toEqual({
    answer: 'You and Jonas share this Home. Jonas is its admin.',
    aside: '2 of 15 seats',
  });
});

test('shows a member without any value', () => {
  expect(view([{}, mara]).members).toContainEqual(
    expect.objectContaining({ name: 'Nameless member', role: undefined, hasPin: undefined, profile: undefined }),
  );
});

test('shows an age profile that it does not know as plex.tv wrote it', () => {
  expect(view([mara, { ...elsa, restrictionProfile: 'ancient' }]).members?.[1]?.profile).toBe('ancient');
});
