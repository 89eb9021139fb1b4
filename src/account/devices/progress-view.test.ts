// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import { countDevices } from '../../session/sources/device-sign-out.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import type { DeviceOutcome, DeviceSignOutRun } from '../facts/device-sign-out.ts';
import { devicesView } from './devices.ts';
import { signOutProgress } from './progress-view.ts';
import { devicesOf, planSignOut } from './sign-out-plan.ts';

const view = devicesView(
  readDevices(`<MediaContainer>
    <Device id="1" name="Firefox" product="Plex Web" lastSeenAt="${unixNoon('2026-11-20')}"/>
    <Device id="2" name="LG TV 2017" product="Plex for LG" lastSeenAt="${unixNoon('2021-05-02')}"/>
    <Device id="3" name="Old phone" product="Plex for iOS" lastSeenAt="${unixNoon('2020-05-02')}"/>
  </MediaContainer>`),
  { thisClientIdentifier: 'this', now: localNoon('2026-11-25') },
);
const { lines } = planSignOut(view, new Set(['1', '2', '3']));

const waiting = { state: 'waiting' } as const;
const running = { state: 'running' } as const;
const signedOut = { state: 'signed-out' } as const;
const gone = { state: 'already-gone' } as const;
const failed = (error = new PlexError('serverError', { status: 503 })) => ({ state: 'failed', error }) as const;

type Phase = DeviceSignOutRun['phase'] | 'done' | 'stopped' | 'refused' | 'rate-limited';

function progress(phase: Phase, ...outcomes: DeviceOutcome[]) {
  const items = devicesOf(lines).map((device, index) => ({ device, outcome: outcomes[index] ?? waiting }));
  const run = ((): DeviceSignOutRun => {
    switch (phase) {
      case 'done':
      case 'stopped':
      case 'refused':
      case 'rate-limited':
        return { phase: 'ended', end: phase, items };
      case 'ended':
        throw new Error('say how it ended');
      default:
        return { phase, items };
    }
  })();
  return signOutProgress(run, countDevices(run), lines);
}

test.each<[phase: Phase, outcomes: DeviceOutcome[], title: string, text: string]>([
  ['running', [running], 'Signing out 3 devices', '0 are signed out. This page asks plex.tv for one device at a time.'],
  [
    'running',
    [signedOut, running],
    'Signing out 3 devices',
    '1 is signed out. This page asks plex.tv for one device at a time.',
  ],
  [
    'pausing',
    [signedOut, running],
    'Signing out 3 devices: paused',
    '1 is signed out. This page asks plex.tv for one device at a time.',
  ],
  [
    'paused',
    [signedOut, gone],
    'Signing out 3 devices: paused',
    '2 are signed out. This page asks plex.tv for one device at a time.',
  ],
  [
    'stopping',
    [running],
    'Signing out 3 devices: stopping',
    '0 are signed out. This page asks plex.tv for one device at a time.',
  ],
  ['done', [signedOut, gone, signedOut], 'All 3 devices are signed out', 'The list is loaded again.'],
  [
    'done',
    [signedOut, failed(), signedOut],
    '2 of 3 devices are signed out',
    'plex.tv did not confirm it for 1 device. The list is loaded again.',
  ],
  ['stopped', [signedOut], '1 of 3 devices is signed out', 'You stopped. 2 were not changed.'],
  ['stopped', [signedOut, signedOut], '2 of 3 devices are signed out', 'You stopped. 1 was not changed.'],
  [
    'refused',
    [failed(new PlexError('refused', { status: 401 }))],
    '0 of 3 devices are signed out',
    'plex.tv refused the sign-in of this page, so the rest was not tried. 2 were not changed.',
  ],
  [
    'rate-limited',
    [signedOut, failed(new PlexError('rateLimited', { status: 429 }))],
    '1 of 3 devices is signed out',
    'plex.tv asks you to wait. The rest was not tried. 1 was not changed.',
  ],
  [
    'rate-limited',
    [failed(new PlexError('hostRateLimited', { status: 429 }))],
    '0 of 3 devices are signed out',
    'The server of this page asks you to wait. The rest was not tried. 2 were not changed.',
  ],
])('%s with %j', (phase, outcomes, title, text) => {
  expect(progress(phase, ...outcomes)).toMatchObject({ title, text });
});

test('shows each device and each group with its state', () => {
  const shown = (...outcomes: DeviceOutcome[]) =>
    progress('running', ...outcomes).lines.map(({ name, state, text }) => `${name}: ${text} (${state})`);
  expect(shown(running)).toEqual(['Firefox: Under way (running)', '2 not seen for over a year: 0 of 2 (waiting)']);
  expect(shown(signedOut, running)).toEqual([
    'Firefox: Signed out (signed-out)',
    '2 not seen for over a year: 0 of 2 (running)',
  ]);
  expect(shown(gone, signedOut)).toEqual([
    'Firefox: Was already gone (already-gone)',
    '2 not seen for over a year: 1 of 2 (mixed)',
  ]);
  expect(shown(failed(), signedOut, gone)).toEqual([
    'Firefox: Not signed out (failed)',
    '2 not seen for over a year: 2 of 2 (signed-out)',
  ]);
});

test.each<[error: PlexError, title: string]>([
  [new PlexError('serverError', { status: 503 }), '“LG TV 2017” may still be signed in'],
  [new PlexError('unreachable'), '“LG TV 2017” may still be signed in'],
  [new PlexError('timedOut'), '“LG TV 2017” may still be signed in'],
  [new PlexError('refused', { status: 403 }), '“LG TV 2017” is still signed in'],
  [new PlexError('rateLimited', { status: 429 }), '“LG TV 2017” is still signed in'],
])('names a device that failed with %s', (error, title) => {
  const [failure] = progress('running', signedOut, failed(error)).failures;
  expect(failure).toMatchObject({ title, detail: 'Plex for LG, last seen: 2 May 2021' });
  expect(failure?.reason).toBe(`${error.words.what} ${error.words.why}`);
});

test('says when plex.tv lets this page go on, and only after it asked to wait', () => {
  const retryAt = new Date();
  const error = new PlexError('rateLimited', { status: 429, retryAt });
  expect(progress('rate-limited', failed(error)).retryAt).toBe(retryAt);
  expect(progress('stopped', failed(error)).retryAt).toBeUndefined();
});

test('announces a start, a failure, a pause and the end, but not every device of many', () => {
  const devices = Array.from({ length: 100 }, (_, index) => `<Device id="${index + 1}"/>`).join('');
  const many = devicesView(readDevices(`<MediaContainer>${devices}</MediaContainer>`), {
    thisClientIdentifier: undefined,
    now: localNoon('2026-11-25'),
  });
  const plan = planSignOut(many, new Set(many.rows.map(({ device }) => device.id ?? '')));
  const announced = Array.from({ length: 100 }, (_, settled) => {
    const items = devicesOf(plan.lines).map((device, index) => ({
      device,
      outcome: index < settled ? signedOut : waiting,
    }));
    const run: DeviceSignOutRun = { phase: 'running', items };
    return signOutProgress(run, countDevices(run), plan.lines).announcement;
  });
  expect(new Set(announced).size).toBe(10);
  expect(announced.at(-1)).toBe('90 of 100 were tried.');
  expect(progress('running', failed()).announcement).toBe('1 of 3 were tried. 1 failed.');
  expect(progress('paused', signedOut).announcement).toMatch(/^Signing out 3 devices: paused. 1 is signed out./);
  expect(progress('done', signedOut, signedOut, signedOut).announcement).toBe(
    'All 3 devices are signed out. The list is loaded again.',
  );
});
