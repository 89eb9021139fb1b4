// @vitest-environment node
import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { plexHomeView } from './plex-home.ts';

function view(reply: object) {
  return plexHomeView(accountFrom(reply));
}

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['In a Plex Home', 'home', true, 'Yes'],
  ['In a Plex Home', 'home', false, 'No'],
  ['In a Plex Home', 'home', 1, 'Yes'],
  ['In a Plex Home', 'home', 'yes', 'yes [not as expected]'],
  ['Members', 'homeSize', 3, '3'],
  ['Members', 'homeSize', '3', '3'],
  ['Members', 'homeSize', 'three', 'three [not as expected]'],
  ['Seats', 'maxHomeSize', 15, '15'],
  ['Seats', 'maxHomeSize', null, 'None'],
  ['Home admin', 'homeAdmin', true, 'Yes'],
  ['Home admin', 'homeAdmin', false, 'No'],
  ['Guest seat', 'guest', true, 'Yes'],
  ['Guest seat', 'guest', false, 'No'],
  ['Managed member', 'restricted', true, 'Yes'],
  ['Managed member', 'restricted', false, 'No'],
  ['Managed member (as “restriced”)', 'restriced', true, 'Yes'],
  ['Home PIN', 'protected', true, 'Set'],
  ['Home PIN', 'protected', false, 'Not set'],
  ['Home PIN hash', 'pin', 'a-hash', 'Set, never shown'],
  ['Home PIN hash', 'pin', '', 'None'],
  ['Home PIN hash', 'pin', 1234, 'Hidden [not as expected]'],
  ['Restriction profile', 'restrictionProfile', 'little_kid', 'Little kid'],
  ['Restriction profile', 'restrictionProfile', 'older_kid', 'Older kid'],
  ['Restriction profile', 'restrictionProfile', 'teen', 'Teen'],
  ['Restriction profile', 'restrictionProfile', 'ancient_kid', 'ancient_kid [as plex.tv wrote it]'],
  ['Restriction profile', 'restrictionProfile', null, 'None'],
  ['Custom restrictions', 'customRestrictions', { all: null, movies: null }, 'None'],
  [
    'Custom restrictions',
    'customRestrictions',
    { all: null, movies: 'label', television: [7] },
    'movies: label | television: [7]',
  ],
  ['Custom restrictions', 'customRestrictions', { music: { apiToken: 'x' } }, 'music: {"apiToken":"[hidden]"}'],
  ['Custom restrictions', 'customRestrictions', [], '[] [not as expected]'],
])('shows %s of %s %j', (label, key, sent, shown) => {
  expect(factTexts(view({ [key]: sent }).facts)).toMatchObject({ [label]: shown });
});

test('says for each missing key that plex.tv did not send it, and omits rare keys', () => {
  expect(factTexts(view({}).facts)).toEqual({
    'In a Plex Home': 'plex.tv did not say',
    Members: 'plex.tv did not say',
    Seats: 'plex.tv did not say',
    'Home admin': 'plex.tv did not say',
    'Guest seat': 'plex.tv did not say',
    'Managed member': 'plex.tv did not say',
    'Home PIN': 'plex.tv did not say',
    'Home PIN hash': 'plex.tv did not say',
  });
});

test.each<[reply: object, badge: string | undefined]>([
  [{ homeAdmin: true }, 'Home admin'],
  [{ guest: true }, 'Guest'],
  [{ restricted: true }, 'Managed member'],
  [{ homeAdmin: false, guest: false, restricted: false }, undefined],
])('shows the role of the member in the badge: %j', (reply, badge) => {
  expect(view(reply).badge?.text).toBe(badge);
});

const ofThree = { home: true, homeSize: 3, maxHomeSize: 15 };
const taken = '3 of 15 seats in your Home are taken';

test.each<[reply: object, answer: string, ...remarks: string[]]>([
  [{ home: false, homeSize: 1, protected: true }, 'You are not in a Plex Home.'],
  [{ home: false, homeSize: 3 }, 'You are not in a Plex Home.'],
  [{ home: true, homeSize: 1 }, 'You are not in a Plex Home.'],
  [{ ...ofThree, homeAdmin: true }, `${taken}, and you are its admin.`],
  [
    { ...ofThree, homeAdmin: true, protected: true },
    `${taken}, and you are its admin.`,
    'A Home PIN is set: Plex asks for it when somebody switches to you. Reports differ on when it is really demanded.',
  ],
  [
    { ...ofThree, homeAdmin: false, protected: false },
    `${taken}.`,
    'Anyone in the Home can switch to you: no Home PIN is set.',
  ],
  [
    { ...ofThree, restricted: true, protected: true },
    `${taken}, and you are a managed member.`,
    'A Home PIN is set: Plex asks for it when somebody switches to you. Reports differ on when it is really demanded.',
    'The Home’s admin decides what you may watch.',
  ],
  [
    { ...ofThree, restriced: true },
    `${taken}, and you are a managed member.`,
    'The Home’s admin decides what you may watch.',
  ],
  [
    { ...ofThree, guest: true, restricted: true },
    `${taken}, and you use its guest seat.`,
    'The Home’s admin decides what you may watch.',
  ],
  [{ home: true }, 'You are in a Plex Home.'],
  [{ home: true, homeAdmin: true }, 'You are in a Plex Home, and you are its admin.'],
  [{ homeSize: 3, maxHomeSize: 15 }, `${taken}.`],
  [{ homeSize: 0 }, 'plex.tv did not say whether you are in a Plex Home.'],
  [{ protected: true }, 'plex.tv did not say whether you are in a Plex Home.'],
  [{}, 'plex.tv did not say whether you are in a Plex Home.'],
])('answers whether there is a Home and which role the user has: %j', (reply, answer, ...remarks) => {
  expect(view(reply)).toMatchObject({ answer, remarks });
});
