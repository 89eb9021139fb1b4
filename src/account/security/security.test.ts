import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { waitingSources } from '../../test/sources.ts';
import { securityView } from './security.ts';

const now = localNoon('2026-11-23');

function view(reply: object) {
  return securityView(accountFrom(reply), waitingSources, now);
}

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['Two-factor sign-in', 'twoFactorEnabled', true, 'On'],
  ['Two-factor sign-in', 'twoFactorEnabled', false, 'Off'],
  ['Two-factor sign-in', 'twoFactorEnabled', {}, '{} [not as expected]'],
  ['Backup codes', 'backupCodesCreated', true, 'Created'],
  ['Backup codes', 'backupCodesCreated', false, 'Not created'],
  ['E-mail confirmed', 'confirmed', true, 'Yes'],
  ['E-mail confirmed', 'confirmed', false, 'No'],
  ['E-mail confirmed', 'confirmed', 'yes', 'yes [not as expected]'],
  ['Password', 'hasPassword', true, 'Set'],
  ['Password', 'hasPassword', false, 'None'],
  ['Sign in by', 'emailOnlyAuth', true, 'E-mail address only'],
  ['Sign in by', 'emailOnlyAuth', false, 'E-mail address or username'],
  ['This sign-in lasts until', 'rememberExpiresAt', unixNoon('2026-12-05'), '5 December 2026 (in 12 days)'],
  ['This sign-in lasts until', 'rememberExpiresAt', null, 'No end given'],
  ['Account token', 'authToken', 'the-token', 'Hidden'],
  ['Account token', 'authToken', '', 'None'],
  ['Account token', 'authToken', { jwt: 'x' }, '["[hidden]"] [not as expected]'],
  ['Anonymous account', 'anonymous', true, 'Yes'],
  ['Anonymous account', 'anonymous', false, 'No'],
  ['Anonymous account', 'anonymous', null, 'No'],
  ['Experimental features', 'experimentalFeatures', true, 'On'],
  ['Experimental features', 'experimentalFeatures', false, 'Off'],
  ['Certificate version', 'certificateVersion', 3, '3'],
  ['Certificate version', 'certificateVersion', null, 'None'],
])('shows %s of %s %j', (label, key, sent, shown) => {
  const { facts, token } = view({ [key]: sent });
  expect(factTexts([...facts, token])).toMatchObject({ [label]: shown });
});

test('says for each missing key that plex.tv did not send it, and omits rare keys', () => {
  const { facts, token } = view({});
  expect(Object.values(factTexts([...facts, token]))).toEqual(Array(9).fill('plex.tv did not say'));
});

test('reveals the token on request', () => {
  expect(view({ authToken: 'the-token' }).token.value.reveal?.()).toBe('the-token');
});

test('shows the answer of the checkup', () => {
  expect(view({ twoFactorEnabled: false }).answer).toBe('Turn on two-factor sign-in.');
  expect(view({}).answer).toBe('plex.tv has not answered everything yet.');
});
