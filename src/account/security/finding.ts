import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';

/** 'information': neither good nor bad. 'unknown': plex.tv sent no value, or an unexpected one. */
export type Verdict = 'good' | 'attention' | 'information' | 'not-applicable' | 'unknown';

/** `short`: the title in three or four words. */
export type Finding = {
  title: string;
  short: string;
  verdict: Verdict;
  why: string;
  /** Whether `why` holds names or hosts. */
  isPersonal?: boolean;
};

/** A finding whose reason holds names or hosts. */
export function personal(finding: Finding): Finding {
  return { ...finding, isPersonal: true };
}

export function good(title: string, why: string, short = title): Finding {
  return { title, short, verdict: 'good', why };
}

export function attention(title: string, why: string, short = title): Finding {
  return { title, short, verdict: 'attention', why };
}

export function notApplicable(title: string, why: string): Finding {
  return { title, short: title, verdict: 'not-applicable', why };
}

export function unknown(name: string, question: string): Finding {
  const title = `${name}: not known`;
  return { title, short: title, verdict: 'unknown', why: `plex.tv did not say clearly ${question}.` };
}

export type Rule = {
  id: string;
  /** The title of the check for accounts that the rule does not apply to. */
  name: string;
  /** What to do, as the end of a sentence. */
  todo: string;
  link: { href: string; text: string };
  /** 'waiting' until plex.tv has answered. Undefined if the rule does not apply to the account. */
  evaluate: (account: Account, sources: AccountSources, now: Date) => Finding | 'waiting' | undefined;
};
