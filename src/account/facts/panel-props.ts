import type { Account } from '../../plex/account.ts';

/** What this page knows of the sign-in itself. */
export type SessionSummary = {
  method: 'password' | 'plex-tv' | 'device' | 'token';
  /** Where it is kept: in this page's memory, in the tab, or on this browser. */
  actualStorage: 'page' | 'tab' | 'browser';
  /** When plex.tv says that it ends; undefined where it gave no end. */
  endsAt: Date | undefined;
  /** The name under which plex.tv lists this browser. */
  device: string;
  /** Keeps it on this browser too; undefined where it is, or cannot be. */
  onRemember?: (() => void) | undefined;
};

/** What every panel of the statement gets. */
export type PanelProps = {
  id: string;
  title: string;
  account: Account;
  now: Date;
  /** The sign-in that the account is seen by; none where a panel is drawn alone. */
  session?: SessionSummary | undefined;
};
