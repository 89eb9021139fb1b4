import type { PlexError } from '../../plex/errors/plex-error.ts';
import { countOf } from '../facts/count-words.ts';
import type { DeviceCounts, DeviceOutcome, DeviceSignOutRun } from '../facts/device-sign-out.ts';
import { lineTitle, type PlanLine } from './sign-out-plan.ts';

export type ProgressLine = {
  key: string;
  name: string;
  app: string | undefined;
  /** `mixed`: some devices of a group are done, and others have failed or are left. */
  state: DeviceOutcome['state'] | 'mixed';
  /** "Signed out", "17 of 31" */
  text: string;
};

export type SignOutFailure = {
  key: string;
  title: string;
  /** The app and when it was last seen: many devices have the same name. */
  detail: string | undefined;
  reason: string;
  answerText: string | undefined;
};

type ProgressView = {
  title: string;
  text: string;
  /** For assistive technology: changes about ten times in a run, and not with every device. */
  announcement: string;
  lines: ProgressLine[];
  failures: SignOutFailure[];
  /** When plex.tv lets this page go on. */
  retryAt: Date | undefined;
};

const outcomeTexts = {
  waiting: 'Waiting',
  running: 'Under way',
  'signed-out': 'Signed out',
  'already-gone': 'Was already gone',
  failed: 'Not signed out',
};

/** After these errors, plex.tv may still have signed the device out. */
const unsureKinds: readonly PlexError['kind'][] = [
  'unreachable',
  'timedOut',
  'plexTvUnreachable',
  'serverError',
  'hostError',
  'notJson',
];

/** The progress of a run, in the lines that the person has confirmed. Each other device of the run gets its own line. */
export function signOutProgress(
  run: DeviceSignOutRun,
  counts: DeviceCounts,
  planLines: readonly PlanLine[],
): ProgressView {
  const outcomes = new Map(run.items.map(({ device, outcome }) => [device.id, outcome]));
  const lines = planLines.flatMap((line) => progressLine(line, outcomes));
  const failures = failuresOf(run, planLines);
  const title = progressTitle(run, counts);
  const text = progressText(run, counts);
  return {
    title,
    text,
    announcement: announcement(run, counts, `${title}. ${text}`),
    lines,
    failures,
    retryAt: run.phase === 'ended' && run.end === 'rate-limited' ? lastError(run)?.details.retryAt : undefined,
  };
}

function progressTitle(run: DeviceSignOutRun, { total, signedOut }: DeviceCounts): string {
  const all = countOf(total, 'device', 'devices');
  switch (run.phase) {
    case 'running':
      return `Signing out ${all}`;
    case 'pausing':
    case 'paused':
      return `Signing out ${all}: paused`;
    case 'stopping':
      return `Signing out ${all}: stopping`;
    case 'ended':
      if (signedOut < total) return `${signedOut} of ${all} ${signedOut === 1 ? 'is' : 'are'} signed out`;
      if (total === 1) return 'The device is signed out';
      return total === 2 ? 'Both devices are signed out' : `All ${all} are signed out`;
  }
}

function progressText(run: DeviceSignOutRun, { signedOut, failed, left }: DeviceCounts): string {
  if (run.phase !== 'ended') {
    const done = signedOut === 1 ? '1 is signed out.' : `${signedOut} are signed out.`;
    return `${done} This page asks plex.tv for one device at a time.`;
  }
  const leftText = left === 1 ? '1 was not changed.' : `${left} were not changed.`;
  switch (run.end) {
    case 'done':
      return failed === 0
        ? 'The list is loaded again.'
        : `plex.tv did not confirm it for ${countOf(failed, 'device', 'devices')}. The list is loaded again.`;
    case 'stopped':
      return `You stopped. ${leftText}`;
    case 'refused':
      return `plex.tv refused the sign-in of this page, so the rest was not tried. ${leftText}`;
    case 'rate-limited':
      return `${lastError(run)?.words.what ?? 'plex.tv asks us to wait.'} The rest was not tried. ${leftText}`;
  }
}

function announcement(
  run: DeviceSignOutRun,
  { total, settled, signedOut, failed }: DeviceCounts,
  text: string,
): string {
  if (run.phase !== 'running') return text;
  const step = Math.max(1, Math.ceil(total / 10));
  const reached = Math.floor(settled / step) * step;
  const failures = failed > 0 ? ` ${failed} failed.` : '';
  return reached === 0
    ? failures.trim()
    : `${Math.min(reached, signedOut + failed)} of ${total} were tried.${failures}`;
}

function progressLine(line: PlanLine, outcomes: ReadonlyMap<string | null, DeviceOutcome>): ProgressLine[] {
  if (line.kind === 'device') {
    const { path, name, app, device } = line.row;
    const state = outcomes.get(device.id)?.state;
    return state ? [{ key: path, name, app, state, text: outcomeTexts[state] }] : [];
  }
  const states = line.rows.flatMap(({ device }) => outcomes.get(device.id)?.state ?? []);
  if (states.length === 0) return [];
  const doneCount = states.filter((state) => state === 'signed-out' || state === 'already-gone').length;
  const state = groupState(states, doneCount);
  return [
    { key: line.group.id, name: lineTitle(line), app: undefined, state, text: `${doneCount} of ${states.length}` },
  ];
}

function groupState(states: readonly DeviceOutcome['state'][], doneCount: number): ProgressLine['state'] {
  if (states.includes('running')) return 'running';
  if (doneCount === states.length) return 'signed-out';
  return states.every((state) => state === 'waiting') ? 'waiting' : 'mixed';
}

function failuresOf({ items }: DeviceSignOutRun, planLines: readonly PlanLine[]): SignOutFailure[] {
  const rows = planLines.flatMap((line) => (line.kind === 'group' ? line.rows : [line.row]));
  const rowById = new Map(rows.map((row) => [row.device.id, row]));
  return items.flatMap(({ device, outcome }): SignOutFailure[] => {
    if (outcome.state !== 'failed') return [];
    const { error } = outcome;
    const { what, why } = error.words;
    const row = rowById.get(device.id);
    const isUnsure = unsureKinds.includes(error.kind);
    return [
      {
        key: device.id ?? '',
        title: `“${row?.name ?? device.name ?? 'A device'}” ${isUnsure ? 'may still be signed in' : 'is still signed in'}`,
        detail: row && `${row.app}, last seen: ${row.lastSeen.text}`,
        reason: `${what} ${why}`,
        answerText: error.answerText,
      },
    ];
  });
}

function lastError({ items }: DeviceSignOutRun): PlexError | undefined {
  const failed = items.findLast(({ outcome }) => outcome.state === 'failed');
  return failed?.outcome.state === 'failed' ? failed.outcome.error : undefined;
}
