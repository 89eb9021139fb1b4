import type { Account } from '../plex/account.ts';

/** What every panel of the statement gets. */
export type PanelProps = { id: string; title: string; account: Account; now: Date };
