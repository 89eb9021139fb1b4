import type { SourceName } from '../../plex/access/sources.ts';

/** Where plex.tv tells it. */
const endpoints: Record<SourceName, string> = {
  home: 'home/users',
  devices: 'devices.xml',
  friends: 'friends',
  invitations: 'friends?status=pending_received',
  resources: 'resources',
  privacy: 'user/privacy',
  watchStateSync: 'user/view_state_sync',
  optOuts: 'user/settings/opt_outs',
  webhooks: 'user/webhooks',
};

/** Lists that came without a name: the page reads them under one. */
const namelessList = /^(?:friends|resources|webhooks)(?=\[|$)/;

/** The path of a value on the page, which tells it from those of the account: "home/users/users[0].title". */
export function sourcePath(name: SourceName, path: string): string {
  const inside = path.replace(namelessList, '');
  const separator = inside === path ? '/' : '';
  return `${endpoints[name]}${separator}${inside}`;
}
