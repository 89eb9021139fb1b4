import type { SourceName } from '../../plex/access/sources.ts';

/** The path of each request at plex.tv, without its start. */
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

/** plex.tv sends these lists without a key. `listUnder` gives them one. */
const namelessList = /^(?:friends|resources|webhooks)(?=\[|$)/;

/** The path of a value, with its request in front: "home/users/users[0].title". Paths of the account have none. */
export function sourcePath(name: SourceName, path: string): string {
  const pathInReply = path.replace(namelessList, '');
  const separator = pathInReply === path ? '/' : '';
  return `${endpoints[name]}${separator}${pathInReply}`;
}
