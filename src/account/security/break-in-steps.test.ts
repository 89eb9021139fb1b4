import { expect, test } from 'vitest';
import { deviceWith, friendWith, homeUserWith, homeWith, sharedServerWith } from '../../test/access-data.ts';
import { accountFrom } from '../../test/account-from.ts';
import { localNoon } from '../../test/local-noon.ts';
import { sourcesWith, waitingSources } from '../../test/sources.ts';
import { breakInSteps } from './break-in-steps.ts';

const mara = {
  uuid: 'm',
  email: 'mara@example.com',
  confirmed: true,
  hasPassword: true,
  twoFactorEnabled: false,
  home: true,
  homeSize: 2,
  protected: false,
};

function stepTexts(reply: object, sources = waitingSources): Record<string, string> {
  return Object.fromEntries(breakInSteps(accountFrom(reply), sources).map(({ id, now }) => [id, now.trim()]));
}

test('says what the account shows now, most urgent first', () => {
  const devices = [
    deviceWith({ name: 'Kitchen', createdAt: localNoon('2020-01-02') }),
    deviceWith({ name: 'Stranger', createdAt: localNoon('2026-11-20') }),
  ];
  const sources = sourcesWith({
    devices: { publicAddress: null, size: null, devices },
    home: homeWith([homeUserWith({ uuid: 'm', protected: false }), homeUserWith({ uuid: 'j', protected: true })]),
    friends: ['Priya', 'Oskar', 'Ines', 'Theo'].map((title) =>
      friendWith({ title, sharedServers: [sharedServerWith({ owned: true })] }),
    ),
    invitations: [friendWith({})],
    webhooks: [{ url: null, host: 'hooks.example.com', isEncrypted: true }],
  });
  const texts = stepTexts(mara, sources);
  expect(Object.keys(texts)).toEqual(['password', 'devices', 'home-pins', 'sharing', 'webhooks', 'email']);
  expect(texts).toEqual({
    password: 'A password is set, and two-factor sign-in is off.',
    devices: '2 devices are signed in. The newest is Stranger, since 20 November 2026.',
    'home-pins': 'You have no Home PIN. 2 people are in the Home, 1 of them without a PIN.',
    sharing: 'You share with Priya, Oskar, Ines and 1 more. 1 invitation waits for your answer.',
    webhooks: 'plex.tv tells hooks.example.com what you play.',
    email: 'plex.tv writes to mara@example.com. It is confirmed.',
  });
});

test('says what is not known yet, and what could not be read', () => {
  expect(stepTexts(mara).devices).toBe('plex.tv has not answered yet.');
  const stopped = { state: 'stopped', retry: () => undefined } as const;
  expect(stepTexts(mara, { ...waitingSources, devices: stopped }).devices).toBe('This page could not read it.');
  expect(stepTexts({ uuid: 'm' })).toMatchObject({
    password: 'plex.tv did not say how you sign in.',
    'home-pins': 'plex.tv did not say whether you have one.',
    email: 'plex.tv has none for you.',
  });
});

test.each([{ restricted: true }, { guest: true }, { anonymous: true }])('has no steps for %j', (reply) => {
  expect(stepTexts(reply)).toEqual({});
});
