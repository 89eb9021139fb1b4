import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { capitalizedCountWord } from '../facts/count-words.ts';
import { type LimitedUser, limitedUserOf } from '../facts/home-membership.ts';
import { rules } from './checkup-rules.ts';
import type { Finding, Rule, Verdict } from './finding.ts';

export type Check = Finding & {
  id: string;
  /** The page at plex.tv to change it; missing if the check does not apply. */
  link?: { href: string; text: string };
};

export type Checkup = {
  /** First the checks that need attention, by importance; then good, information, unknown, not applicable. */
  checks: Check[];
  attentionCount: number;
  /** How many checks wait for plex.tv. More may then need attention. */
  waitingCount: number;
  /** One or two sentences: the result and what to do first. */
  answer: string;
  /** Set for a user who cannot change their own sign-in. No check applies to them. */
  limitedAnswer: LimitedAnswer | undefined;
};

/** `short`: the answer in a few words. */
type LimitedAnswer = { answer: string; short: string };

const limitedAnswers: Record<LimitedUser, LimitedAnswer> = {
  managed: {
    answer: 'The admin of your Home manages your sign-in, so there is nothing for you to do.',
    short: 'your Home’s admin manages it',
  },
  guest: {
    answer: 'You use the guest seat of a Home. Its admin manages the sign-in, so there is nothing for you to do.',
    short: 'the Home’s admin manages it',
  },
  anonymous: {
    answer: 'You are here without an account of your own, so there is nothing to protect yet.',
    short: 'no account of your own yet',
  },
};

const verdicts: readonly Verdict[] = ['attention', 'good', 'information', 'unknown', 'not-applicable'];

/**
 * Checks how well an account is protected, with a reason for each finding. For managed members, guests and anonymous
 * accounts no check applies, since they cannot change their sign-in.
 */
export function checkup(account: Account, sources: AccountSources, now: Date): Checkup {
  const limitedUser = limitedUserOf(account);
  if (limitedUser) {
    const limitedAnswer = limitedAnswers[limitedUser];
    return { checks: [], attentionCount: 0, waitingCount: 0, answer: limitedAnswer.answer, limitedAnswer };
  }
  const findings = rules.map((rule) => ({ rule, finding: rule.evaluate(account, sources, now) }));
  const evaluated = findings.flatMap(({ rule, finding }) =>
    finding && finding !== 'waiting' ? { rule, check: checkOf(rule, finding) } : [],
  );
  const sorted = verdicts.flatMap((verdict) => evaluated.filter(({ check }) => check.verdict === verdict));
  const todos = sorted.flatMap(({ rule, check }) => (check.verdict === 'attention' ? rule : []));
  const checks = sorted.map(({ check }) => check);
  const waitingCount = findings.filter(({ finding }) => finding === 'waiting').length;
  const result = { checks, attentionCount: todos.length, waitingCount, limitedAnswer: undefined };
  return { ...result, answer: answer(checks, todos, waitingCount > 0) };
}

function checkOf(rule: Rule, finding: Finding): Check {
  return { id: rule.id, ...finding, ...(finding.verdict !== 'not-applicable' && { link: rule.link }) };
}

function answer(checks: readonly Check[], [first, second, ...others]: readonly Rule[], isPending: boolean): string {
  const has = (verdict: Verdict) => checks.some((check) => check.verdict === verdict);
  if (first && second) {
    const more = others.length === 1 ? 'One more thing is' : `${capitalizedCountWord(others.length)} more things are`;
    const steps = `${capitalize(first.todo)}, then ${second.todo}.`;
    return others.length > 0 ? `${steps} ${more} worth a look.` : steps;
  }
  if (first?.id === 'home-pin' && !has('unknown') && !isPending) {
    return `Your sign-in is well protected. Inside your Home one thing is left: ${first.todo}.`;
  }
  if (first) return `${capitalize(first.todo)}.`;
  if (isPending) return 'plex.tv has not answered everything yet.';
  if (!has('good')) return 'plex.tv did not say how your account is protected.';
  return has('unknown') ? 'Nothing to do, but this page does not know everything.' : 'Nothing to do.';
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
