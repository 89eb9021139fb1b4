import type { Account, SubscriptionRecord } from '../../plex/account.ts';

/** Names of the known plans. plex.tv may send others. */
export const planNames: Readonly<Record<string, string>> = {
  lifetime: 'Lifetime',
  monthly: 'Monthly',
  yearly: 'Yearly',
};

/** "Lifetime" */
export function planName(plan: string | null | undefined): string | undefined {
  return plan && Object.hasOwn(planNames, plan) ? planNames[plan] : undefined;
}

/** "Lifetime Plex Pass", or "Plex Pass" for an unknown plan. */
export function passName(plan: string | null | undefined): string {
  const name = planName(plan);
  return name ? `${name} Plex Pass` : 'Plex Pass';
}

/** The record of the active Plex Pass. */
export function currentRecord({ subscriptions }: Account): SubscriptionRecord | undefined {
  return (subscriptions ?? []).find(({ type, state }) => state !== 'ended' && (!type || type === 'plexpass'));
}

/** The plan as plex.tv writes it; "" if neither the subscription nor its record has one. */
export function currentPlan(account: Account): string {
  return account.subscription?.plan || currentRecord(account)?.mode || '';
}

/** The latest end among the past subscriptions that have one. */
export function lastSubscriptionEnd({ pastSubscriptions }: Account, now: Date): Date | undefined {
  const ends = (pastSubscriptions ?? []).flatMap(({ endsAt }) => (endsAt && endsAt <= now ? endsAt.getTime() : []));
  return ends.length > 0 ? new Date(ends.reduce((a, b) => Math.max(a, b))) : undefined;
}
