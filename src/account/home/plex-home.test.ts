import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { waitingSources } from '../../test/sources.ts';
import { plexHomeView } from './plex-home.ts';

function view(reply: object) {
  return plexHomeView(accountFrom(reply), waitingSources);
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
  ['Restriction profile', 'restrictionProfile', 'little_kid', 'Younger kid'],
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

const ofThree = { home: true, homeSize: 3, maxHomeSize: 15 };

test.each<[reply: object, highlights: object]>([
  [
    { ...ofThree, homeAdmin: true, protected: true },
    { 'Your Home PIN': 'Set', 'Your role': 'Admin' },
  ],
  [
    { ...ofThree, guest: true, protected: false },
    { 'Your Home PIN': 'Not set', 'Your role': 'Guest' },
  ],
  [
    { ...ofThree, homeAdmin: false, restricted: true, restrictionProfile: 'teen' },
    { 'Your role': 'Managed member', 'Your age profile': 'Teen' },
  ],
  [
    { ...ofThree, homeAdmin: false, protected: false },
    { 'Your Home PIN': 'Not set (Anyone in your Home can switch to you.)', 'Your role': 'Member' },
  ],
  [{ ...ofThree, protected: 'set' }, {}],
  [{ home: false, protected: false, homeAdmin: false }, {}],
])('shows the PIN and the role of the member: %j', (reply, highlights) => {
  expect(factTexts(view(reply).highlights)).toEqual(highlights);
});

test.each<[reply: object, aside: string | undefined]>([
  [ofThree, '3 of 15 seats'],
  [{ home: true, homeSize: 3 }, undefined],
  [{ home: false, homeSize: 3, maxHomeSize: 15 }, undefined],
])('counts the seats of a Home: %j', (reply, aside) => {
  expect(view(reply).aside).toBe(aside);
});

const three = 'Three people share this Home';

test.each<[reply: object, answer: string, ...remarks: string[]]>([
  [{ home: false, homeSize: 1, protected: true }, 'You are not in a Plex Home.'],
  [{ home: false, homeSize: 3 }, 'You are not in a Plex Home.'],
  [{ home: true, homeSize: 1 }, 'You are not in a Plex Home.'],
  [{ ...ofThree, homeAdmin: true }, `${three}, and you are its admin.`],
  [{ ...ofThree, homeAdmin: true, protected: true }, `${three}, and you are its admin.`],
  [{ ...ofThree, homeAdmin: false, protected: false }, `${three}.`],
  [
    { ...ofThree, restricted: true, protected: true },
    `${three}, and you are a managed member.`,
    'The Home’s admin decides what you may watch.',
  ],
  [
    { ...ofThree, restriced: true },
    `${three}, and you are a managed member.`,
    'The Home’s admin decides what you may watch.',
  ],
  [
    { ...ofThree, guest: true, restricted: true },
    `${three}, and you use its guest seat.`,
    'The Home’s admin decides what you may watch.',
  ],
  [{ home: true }, 'You are in a Plex Home.'],
  [{ home: true, homeAdmin: true }, 'You are in a Plex Home, and you are its admin.'],
  [{ homeSize: 17, maxHomeSize: 15 }, '17 people share this Home.'],
  [{ homeSize: 0 }, 'plex.tv did not say whether you are in a Plex Home.'],
  [{ protected: true }, 'plex.tv did not say whether you are in a Plex Home.'],
  [{}, 'plex.tv did not say whether you are in a Plex Home.'],
])('answers whether there is a Home and which role the user has: %j', (reply, answer, ...remarks) => {
  expect(view(reply)).toMatchObject({ answer, remarks });
});
