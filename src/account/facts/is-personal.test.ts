import { expect, test } from 'vitest';
import { isPersonal } from './is-personal.ts';

test.each([
  'id',
  'uuid',
  'username',
  'title',
  'friendlyName',
  'email',
  'thumb',
  'subscriptions[0].id',
  'subscription.ownerEmail',
  'devices[2].machineId',
  'names.title[4]',
])('treats %s as personal', (path) => {
  expect(isPersonal(path)).toBe(true);
});

test.each([
  'profile.autoSelectSubtitle',
  'country',
  'subscription.plan',
  'services[0].identifier',
  'homeSize',
  'restricted',
])('does not treat %s as personal', (path) => {
  expect(isPersonal(path)).toBe(false);
});
