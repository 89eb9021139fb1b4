import type { Account } from '../../plex/account/account.ts';
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

/** A filter for the list of everything. A new object is a new request. */
export type FilterRequest = { query: string };

export type PanelProps = {
  id: string;
  title: string;
  account: Account;
  now: Date;
  /** The current sign-in; undefined when a panel is drawn alone. */
  session?: SessionSummary | undefined;
  filterRequest?: FilterRequest | undefined;
};
