import type { Device } from '../../plex/access/devices.ts';
import { countOf } from '../facts/count-words.ts';
import type { DeviceRow } from './device-row.ts';
import type { DeviceGroup, DevicesView } from './devices.ts';

/** One line of what is chosen: a device, or a whole group. */
export type PlanLine = { kind: 'device'; row: DeviceRow } | { kind: 'group'; group: DeviceGroup; rows: DeviceRow[] };

export type SignOutPlan = {
  /** How many are chosen, with servers. */
  count: number;
  lines: PlanLine[];
  servers: DeviceRow[];
};

/** The bar shows the names of the first lines only. */
const maxNames = 3;

/** The chosen devices as lines. Ids that plex.tv no longer lists are left out. */
export function planSignOut({ rows, groups, servers }: DevicesView, chosenIds: ReadonlySet<string>): SignOutPlan {
  const isChosen = (row: DeviceRow) => row.canSignOut && row.device.id !== null && chosenIds.has(row.device.id);
  const single = (row: DeviceRow): PlanLine => ({ kind: 'device', row });
  const lines = [
    ...rows.filter(isChosen).map(single),
    ...groups.flatMap((group): PlanLine[] => {
      const chosen = group.rows.filter(isChosen);
      const isWhole = chosen.length > 1 && chosen.length === group.rows.filter(({ canSignOut }) => canSignOut).length;
      return isWhole ? [{ kind: 'group', group, rows: chosen }] : chosen.map(single);
    }),
  ];
  const chosenServers = servers.filter(isChosen);
  return { count: devicesOf(lines).length + chosenServers.length, lines, servers: chosenServers };
}

/** The name of a device, or "31 not seen for over a year". */
export function lineTitle(line: PlanLine): string {
  if (line.kind === 'device') return line.row.name;
  const { rows, group } = line;
  return rows.length === group.rows.length ? group.title : `${rows.length} of ${group.title}`;
}

/** The devices of the lines, each once. */
export function devicesOf(lines: readonly PlanLine[]): Device[] {
  const rows = lines.flatMap((line) => (line.kind === 'group' ? line.rows : [line.row]));
  return [...new Map(rows.map(({ device }) => [device.id, device])).values()];
}

/** "Firefox, Tautulli, 31 not seen for over a year, and 1 server" */
export function planText({ lines, servers }: SignOutPlan): string {
  const names = lines.slice(0, maxNames).map(lineTitle);
  const left = devicesOf(lines.slice(maxNames)).length;
  const parts = [
    ...names,
    ...(left > 0 ? [`${left} more`] : []),
    ...(servers.length > 0 ? [countOf(servers.length, 'server', 'servers')] : []),
  ];
  const last = parts.at(-1) ?? '';
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${last}`;
}

/** Whether there is anything that can be signed out. */
export function canSignOutAny({ rows, groups, servers }: DevicesView): boolean {
  return [rows, servers, ...groups.map((group) => group.rows)].some((list) =>
    list.some(({ canSignOut }) => canSignOut),
  );
}

/** The ids of the rows that can be chosen. */
export function idsOf(rows: readonly DeviceRow[]): string[] {
  return rows.flatMap(({ canSignOut, device }) => (canSignOut && device.id !== null ? [device.id] : []));
}

/** Adds all ids if one is missing, and else removes them. */
export function toggleIds(chosenIds: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(chosenIds);
  const isAdding = ids.some((id) => !chosenIds.has(id));
  for (const id of ids) {
    if (isAdding) next.add(id);
    else next.delete(id);
  }
  return next;
}
