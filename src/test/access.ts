import type { Access } from '../account/facts/panel-props.ts';
import type { AccountSources } from '../plex/access/sources.ts';
import { waitingSources } from './sources.ts';

/** What a panel gets beside the account, with these sources. */
export function accessWith(sources: AccountSources = waitingSources): Access {
  return {
    sources,
    onNear: () => undefined,
    onRefresh: () => undefined,
    clientIdentifier: 'browser-1',
    hasPictures: false,
  };
}
