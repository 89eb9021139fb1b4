import type { Account } from '../../plex/account.ts';
import { type Finding, type Rule, rules, type Verdict } from './checkup-rules.ts';

export type Check = Finding & {
  id: string;
  /** The page at plex.tv to change it; missing if the check does not apply. */
  link?: { href: string; text: string };
};

export type Checkup = {
  /** Those that need attention first, by importance; then good, unknown, not applicable. */
  checks: Check[];
  attentionCount: number;
  /** One or two sentences: the result and what to do first. */
  answer: string;
  /** Whether this user cannot change the sign-in. */
  isManagedByOthers: boolean;
};

/** A user who cannot change their own sign-in. */
type Dependent = { answer: string; why: string };

const managedMember: Dependent = {
  answer: 'You are a managed member: the admin of your Home manages all of this.',
  why: 'A managed member has no sign-in of their own, so there is nothing you need to do.',
};
const guest: Dependent = {
  answer: 'You use the guest seat of a Home: its admin manages all of this.',
  why: 'The guest seat has no sign-in of its own, so there is nothing you need to do.',
};
const anonymous: Dependent = {
  answer: 'You are here without an account of your own, so there is nothing to protect yet.',
  why: 'An anonymous account has no sign-in. This matters once you create an account.',
};

const verdicts: readonly Verdict[] = ['attention', 'good', 'unknown', 'not-applicable'];

/**
 * Checks how well an account is protected, with a reason for each finding. For managed members, guests and anonymous
 * accounts no check applies, since they cannot change their sign-in.
 */
export function checkup(account: Account, now: Date): Checkup {
  const dependent = dependentOf(account);
  const evaluated = rules.map((rule) => {
    return { rule, check: dependent ? exempt(rule, dependent) : evaluate(rule, account, now) };
  });
  const sorted = verdicts.flatMap((verdict) => evaluated.filter(({ check }) => check.verdict === verdict));
  const todos = sorted.flatMap(({ rule, check }) => (check.verdict === 'attention' ? rule : []));
  const checks = sorted.map(({ check }) => check);
  return {
    checks,
    attentionCount: todos.length,
    answer: dependent?.answer ?? answer(checks, todos),
    isManagedByOthers: dependent !== undefined,
  };
}

function dependentOf(account: Account): Dependent | undefined {
  // Guests and anonymous accounts can also look like managed members, so they are checked first.
  if (account.guest === true) return guest;
  if (account.anonymous === true) return anonymous;
  return isManaged(account) ? managedMember : undefined;
}

/** Managed members have neither username nor e-mail address at plex.tv, which identifies them without `restricted`. */
function isManaged({ restricted, restriced, username, email }: Account): boolean {
  if (restricted === true || restriced === true) return true;
  return restricted !== false && username === '' && email === '';
}

function exempt({ id, name }: Rule, { why }: Dependent): Check {
  return { id, title: name, verdict: 'not-applicable', why };
}

function evaluate(rule: Rule, account: Account, now: Date): Check {
  const finding = rule.evaluate(account, now);
  return { id: rule.id, ...finding, ...(finding.verdict !== 'not-applicable' && { link: rule.link }) };
}

function answer(checks: readonly Check[], [first, ...others]: readonly Rule[]): string {
  const has = (verdict: Verdict) => checks.some((check) => check.verdict === verdict);
  if (first && others.length > 0) return `${others.length + 1} things to look at. First: ${first.todo}.`;
  if (first?.id === 'home-pin' && !has('unknown')) {
    return `Your sign-in is well protected. Inside your Home one thing is left: ${first.todo}.`;
  }
  if (first) return `One thing to look at: ${first.todo}.`;
  if (!has('good')) return 'plex.tv did not say how your account is protected.';
  return has('unknown') ? 'Nothing to look at in what plex.tv sent.' : 'Nothing to look at.';
}
