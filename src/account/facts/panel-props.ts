import type { AccountSources, SourceName } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { DeviceSignOutControl } from './device-sign-out.ts';
import type { SignInEnd } from './sign-in-end.ts';

/** The facts about the current sign-in that panels show. */
export type SessionSummary = {
  method: 'password' | 'plex-tv' | 'device' | 'token';
  /** Where the session is stored: in the page's memory, in the tab, or in this browser. */
  actualStorage: 'page' | 'tab' | 'browser';
  /** When plex.tv ends the sign-in. */
  end: SignInEnd;
  /** The name under which plex.tv lists this browser. */
  device: string;
  /** Also stores the session in this browser; undefined if it is stored there already or cannot be. */
  onRemember?: (() => void) | undefined;
};

/** Sets the filter in "Everything plex.tv sent". Each new object sets it again. */
export type FilterRequest = { query: string };

/** The sources that say who has access to the account, and the requests for them that panels can make. */
export type AccountAccess = {
  sources: AccountSources;
  /** Asks for the sources of a panel that will soon be in view. */
  onNear: (...names: SourceName[]) => void;
  /** Asks again for these sources; without names, for all that were asked. */
  onRefresh: (...names: SourceName[]) => void;
  deviceSignOut: DeviceSignOutControl;
  /** The identifier of this browser at plex.tv. */
  clientIdentifier: string;
  /** False for the sample, which fetches nothing from other hosts. */
  hasPictures: boolean;
};

export type PanelProps = {
  id: string;
  title: string;
  account: Account;
  now: Date;
  /** The current sign-in; undefined when a panel is drawn alone. */
  session?: SessionSummary | undefined;
  filterRequest?: FilterRequest | undefined;
  access: AccountAccess;
};

/** The props of a panel that shows only the account. */
export type AccountPanelProps = Pick<PanelProps, 'id' | 'title' | 'account' | 'now'>;

/** The props of a panel whose code loads after the account is drawn. */
export type LazyPanelProps = Pick<PanelProps, 'id' | 'title' | 'account' | 'now' | 'access' | 'filterRequest'>;
