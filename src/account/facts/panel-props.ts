import type { Account } from '../../plex/account.ts';
import type { SignIn } from '../security/sign-in-life.ts';

/** What every panel of the statement gets. */
export type PanelProps = {
  id: string;
  title: string;
  account: Account;
  now: Date;
  /** The sign-in that the account is seen by; none where a panel is drawn alone. */
  signIn?: SignIn | undefined;
};
