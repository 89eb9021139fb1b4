import { describe, expect, test } from 'vitest';
import type { Device } from '../../plex/access/devices.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import {
  countDevices,
  type DeviceSignOut,
  type DeviceSignOutEvent,
  newDeviceSignOut,
  nextDeviceSignOut,
  remainingDevices,
  runningDevice,
} from './device-sign-out.ts';

const devices = ['a', 'b', 'c'].map((name) => ({ name, id: '1' }) as Device);

const signedOut: DeviceSignOutEvent = { type: 'settle', outcome: { state: 'signed-out' } };
const gone: DeviceSignOutEvent = { type: 'settle', outcome: { state: 'already-gone' } };
const begin: DeviceSignOutEvent = { type: 'begin' };
const failed = (kind: PlexError['kind'], status?: number): DeviceSignOutEvent => ({
  type: 'settle',
  outcome: { state: 'failed', error: new PlexError(kind, { status }) },
});
const [pause, resume, stop, withdraw] = (['pause', 'resume', 'stop', 'withdraw'] as const).map((type) => ({ type }));

function runAfter(...events: (DeviceSignOutEvent | undefined)[]): DeviceSignOut {
  return events.reduce((run, event) => (event ? nextDeviceSignOut(run, event) : run), newDeviceSignOut(devices));
}

function summary(run: DeviceSignOut): string {
  const states = run.items.map(({ device, outcome }) => `${device.name} ${outcome.state}`).join(', ');
  return `${run.phase}${run.phase === 'ended' ? ` ${run.end}` : ''}: ${states}`;
}

test.each<[string, (DeviceSignOutEvent | undefined)[]]>([
  ['running: a waiting, b waiting, c waiting', []],
  ['running: a running, b waiting, c waiting', [begin]],
  ['running: a running, b waiting, c waiting', [begin, begin]],
  ['running: a signed-out, b waiting, c waiting', [begin, signedOut]],
  ['running: a signed-out, b running, c waiting', [begin, signedOut, begin]],
  ['ended done: a signed-out, b already-gone, c signed-out', [begin, signedOut, begin, gone, begin, signedOut]],
  // A failure does not affect the other devices.
  ['running: a failed, b waiting, c waiting', [begin, failed('serverError', 503)]],
  ['running: a failed, b waiting, c waiting', [begin, failed('timedOut')]],
  ['running: a failed, b waiting, c waiting', [begin, failed('refused', 403)]],
  // A refused token or 429 stops the rest.
  ['ended refused: a failed, b waiting, c waiting', [begin, failed('refused', 401)]],
  ['ended refused: a failed, b waiting, c waiting', [begin, failed('malformed', 422)]],
  ['ended refused: a failed, b waiting, c waiting', [begin, failed('refused', 498)]],
  ['ended rate-limited: a failed, b waiting, c waiting', [begin, failed('rateLimited', 429)]],
  ['ended rate-limited: a failed, b waiting, c waiting', [begin, failed('hostRateLimited', 429)]],
  // A 401 of a proxy in front of this page says nothing about the token.
  ['running: a failed, b waiting, c waiting', [begin, failed('accessBlocked', 401)]],
  // Pause and stop wait for the current request.
  ['paused: a waiting, b waiting, c waiting', [pause]],
  ['pausing: a running, b waiting, c waiting', [begin, pause]],
  ['paused: a signed-out, b waiting, c waiting', [begin, pause, signedOut]],
  ['paused: a signed-out, b waiting, c waiting', [begin, pause, signedOut, begin]],
  ['running: a signed-out, b running, c waiting', [begin, pause, signedOut, resume, begin]],
  ['running: a running, b waiting, c waiting', [begin, pause, resume]],
  ['stopping: a running, b waiting, c waiting', [begin, stop]],
  ['stopping: a running, b waiting, c waiting', [begin, stop, resume]],
  ['stopping: a running, b waiting, c waiting', [begin, pause, stop]],
  ['stopping: a running, b waiting, c waiting', [begin, stop, pause]],
  ['ended stopped: a signed-out, b waiting, c waiting', [begin, stop, signedOut]],
  ['ended stopped: a waiting, b waiting, c waiting', [stop]],
  ['ended stopped: a signed-out, b waiting, c waiting', [begin, signedOut, pause, stop]],
  [
    'ended done: a signed-out, b signed-out, c signed-out',
    [begin, signedOut, begin, signedOut, begin, stop, signedOut],
  ],
  ['ended refused: a failed, b waiting, c waiting', [begin, stop, failed('refused', 401)]],
  // A request that was not sent.
  ['paused: a waiting, b waiting, c waiting', [begin, pause, withdraw]],
  ['ended stopped: a waiting, b waiting, c waiting', [begin, stop, withdraw]],
  ['running: a waiting, b waiting, c waiting', [begin, withdraw]],
  // An ended run ignores all events.
  ['ended stopped: a waiting, b waiting, c waiting', [stop, begin, resume, signedOut, pause]],
  ['running: a waiting, b waiting, c waiting', [signedOut, resume]],
])('%s', (expected, events) => {
  expect(summary(runAfter(...events))).toBe(expected);
});

test('no devices are done at once', () => {
  expect(newDeviceSignOut([])).toEqual({ phase: 'ended', end: 'done', items: [] });
});

describe('the numbers', () => {
  test('say how many were tried, and how many are left', () => {
    const run = runAfter(begin, signedOut, begin, failed('serverError', 500));
    expect(countDevices(run)).toEqual({ total: 3, settled: 2, signedOut: 1, failed: 1, left: 1 });
    expect(countDevices(runAfter(begin, gone, begin))).toEqual({
      total: 3,
      settled: 1,
      signedOut: 1,
      failed: 0,
      left: 2,
    });
  });

  test('name the current device, and those to try again', () => {
    const run = runAfter(begin, failed('serverError', 500), begin, signedOut, begin);
    expect(runningDevice(run)?.name).toBe('c');
    expect(remainingDevices(run).map(({ name }) => name)).toEqual(['a']);
    expect(remainingDevices(runAfter(begin, signedOut, stop)).map(({ name }) => name)).toEqual(['b', 'c']);
  });
});
