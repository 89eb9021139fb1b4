import type { Account, SubscriptionRecord } from '../../plex/account.ts';

/** The plans that are known, in words. The list is open. */
export const planNames: Readonly<Record<string, string>> = {
  lifetime: 'Lifetime',
  monthly: 'Monthly',
  yearly: 'Yearly',
};

/** "Lifetime" */
export function planName(plan: string | null | undefined): string | undefined {
  return plan && Object.hasOwn(planNames, plan) ? planNames[plan] : undefined;
}

/** "Lifetime Plex Pass", or "Plex Pass" for a plan that is not known. */
export function passName(plan: string | null | undefined): string {
  const name = planName(plan);
  return name ? `${name} Plex Pass` : 'Plex Pass';
}

/** The record that speaks of the running Plex Pass. */
export function currentRecord({ subscriptions }: Account): SubscriptionRecord | undefined {
  return (subscriptions ?? []).find(({ type, state }) => state !== 'ended' && (!type || type === 'plexpass'));
}

/** The plan as plex.tv writes it; "" when neither the subscription nor its record says. */
export function currentPlan(account: Account): string {
  return account.subscription?.plan || currentRecord(account)?.mode || '';
}

/** When the last of the past subscriptions that tell their end was over. */
export function lastSubscriptionEnd({ pastSubscriptions }: Account, now: Date): Date | undefined {
  const ends = (pastSubscriptions ?? []).flatMap(({ endsAt }) => (endsAt && endsAt <= now ? endsAt.getTime() : []));
  return ends.length > 0 ? new Date(ends.reduce((a, b) => Math.max(a, b))) : undefined;
}
