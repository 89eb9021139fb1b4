// @vitest-environment node
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
])('blurs %s', (path) => {
  expect(isPersonal(path)).toBe(true);
});

test.each([
  'profile.autoSelectSubtitle',
  'country',
  'subscription.plan',
  'services[0].identifier',
  'homeSize',
  'restricted',
])('leaves %s to be read', (path) => {
  expect(isPersonal(path)).toBe(false);
});
