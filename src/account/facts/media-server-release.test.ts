import { expect, test } from 'vitest';
import { mediaServerOutSince } from './media-server-release.ts';

test.each([
  ['1.19.4.2865', '2020-05-28'],
  ['0.9.12.4', '2020-05-28'],
  ['1.25.2.5319-c43dc0277', '2022-04-07'],
  ['v1.41.0.8992-8463ad060', '2025-04-05'],
  ['1.42.2.10156', '2025-09-22'],
  ['1.42.2.10157', '2026-02-11'],
  ['1.42', '2025-08-12'],
  ['1.43.3.10896-a', '2026-08-18'],
])('%s was out on %s', (version, day) => {
  expect(mediaServerOutSince(version)?.toISOString().slice(0, 10)).toBe(day);
});

test.each(['1.43.4.11000', '2.0', '', 'beta', '1', '1.2.3.4.5.6', '99999999999.1', null, undefined])(
  'no day is known for %s',
  (version) => {
    expect(mediaServerOutSince(version)).toBeUndefined();
  },
);
