import type { Account } from '../../plex/account.ts';
import { type Finding, type Rule, rules, type Verdict } from './checkup-rules.ts';

export type Check = Finding & {
  id: string;
  /** Where to see to it; missing where there is nothing to see to. */
  link?: { href: string; text: string };
};

export type Checkup = {
  /** What to look at first, by importance; then good, unknown, not applicable. */
  checks: Check[];
  attentionCount: number;
  /** One sentence, or two: how it stands and what to do first. */
  answer: string;
  /** Whether somebody else sees to it: the sign-in is not this person's to change. */
  isManagedByOthers: boolean;
};

/** Someone whose sign-in is not theirs to change. */
type Dependent = { answer: string; why: string };

const managedMember: Dependent = {
  answer: 'You are a managed member: the admin of your Home sees to all of this.',
  why: 'A managed member has no sign-in of their own, so there is nothing you need to do.',
};
const guest: Dependent = {
  answer: 'You use the guest seat of a Home: its admin sees to all of this.',
  why: 'The guest seat has no sign-in of its own, so there is nothing you need to do.',
};
const anonymous: Dependent = {
  answer: 'You are here without an account of your own, so there is nothing to protect yet.',
  why: 'An anonymous account has no sign-in. This begins to matter once you create an account.',
};

const verdicts: readonly Verdict[] = ['look', 'good', 'unknown', 'not-applicable'];

/**
 * Checks how well an account is protected, with a reason for each finding. Managed members, guests and anonymous
 * accounts are never alarmed about what they cannot change. There is no score, only a count and what to do first.
 */
export function checkup(account: Account, now: Date): Checkup {
  const dependent = dependentOf(account);
  const judged = rules.map((rule) => {
    return { rule, check: dependent ? exempt(rule, dependent) : judge(rule, account, now) };
  });
  const sorted = verdicts.flatMap((verdict) => judged.filter(({ check }) => check.verdict === verdict));
  const todos = sorted.flatMap(({ rule, check }) => (check.verdict === 'look' ? rule : []));
  const checks = sorted.map(({ check }) => check);
  return {
    checks,
    attentionCount: todos.length,
    answer: dependent?.answer ?? answer(checks, todos),
    isManagedByOthers: dependent !== undefined,
  };
}

function dependentOf(account: Account): Dependent | undefined {
  // The guest seat is a managed member too, and an anonymous one has no e-mail address either: the narrower word wins.
  if (account.guest === true) return guest;
  if (account.anonymous === true) return anonymous;
  return isManaged(account) ? managedMember : undefined;
}

/** plex.tv gives managed members neither username nor e-mail address: that tells them where `restricted` is missing. */
function isManaged({ restricted, restriced, username, email }: Account): boolean {
  if (restricted === true || restriced === true) return true;
  return restricted !== false && username === '' && email === '';
}

function exempt({ id, name }: Rule, { why }: Dependent): Check {
  return { id, title: name, verdict: 'not-applicable', why };
}

function judge(rule: Rule, account: Account, now: Date): Check {
  const finding = rule.judge(account, now);
  return { id: rule.id, ...finding, ...(finding.verdict !== 'not-applicable' && { link: rule.link }) };
}

function answer(checks: readonly Check[], [first, ...others]: readonly Rule[]): string {
  const has = (verdict: Verdict) => checks.some((check) => check.verdict === verdict);
  if (first && others.length > 0) return `${others.length + 1} things to look at. First: ${first.todo}.`;
  if (first?.id === 'home-pin' && !has('unknown')) {
    return `Your account is well protected, except from inside your own Home: ${first.todo}.`;
  }
  if (first) return `One thing to look at: ${first.todo}.`;
  if (!has('good')) return 'plex.tv did not say how your account is protected.';
  return has('unknown') ? 'Nothing to look at in what plex.tv said.' : 'Nothing to look at.';
}
