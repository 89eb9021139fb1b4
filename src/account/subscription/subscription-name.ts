import { normalizeWord } from '../facts/normalize-word.ts';
import { planName } from './plan.ts';
import type { SubscriptionItem } from './subscription-state.ts';

/** "Lifetime Plex Pass", "Plex Pass “weekly”" or "Remote Watch Pass, monthly". */
export function subscriptionName({ product, plan }: Pick<SubscriptionItem, 'product' | 'plan'>): string {
  if (!plan) return product.name;
  // The words may name the product themselves.
  if (!plan.known && normalizeWord(plan.words).includes(normalizeWord(product.name))) return plan.words;
  if (!plan.known) return `${product.name} ${planName(plan)}`;
  return product.isPass ? `${planName(plan)} ${product.name}` : `${product.name}, ${planName(plan).toLowerCase()}`;
}
