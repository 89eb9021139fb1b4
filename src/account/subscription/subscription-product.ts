import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import { normalizeWord } from '../facts/normalize-word.ts';
import { quoteUnreadable } from '../facts/unreadable-values.ts';

/**
 * The product of a subscription. Its name is ours for a `known` product. For the others it is the type as plex.tv sent
 * it, or the quoted value of a type that cannot be read.
 */
export type Product = { isPass: boolean; name: string; source: 'known' | 'sent' | 'unreadable' };

export const plexPass: Product = { isPass: true, name: 'Plex Pass', source: 'known' };
export const remoteWatchPass: Product = { isPass: false, name: 'Remote Watch Pass', source: 'known' };

const products: Record<string, Product> = { plexpass: plexPass, remotewatchpass: remoteWatchPass };

/** The product of a record's type. An unknown type has the name that plex.tv sent. */
function productOfType(type: string): Product {
  const key = normalizeWord(type);
  return (Object.hasOwn(products, key) && products[key]) || { isPass: false, name: type, source: 'sent' };
}

/** The product of a record. Every recorded type is "plexpass", so a record without a type counts as one. */
export function productOf({ type }: SubscriptionRecord, path: string, account: Account): Product {
  const unreadable = quoteUnreadable(account, `${path}.type`);
  if (unreadable) return { isPass: false, name: unreadable, source: 'unreadable' };
  return normalizeWord(type) === '' ? plexPass : productOfType(type ?? '');
}

/** Whether a text names another product than a Plex Pass. */
export function namesOtherProduct(text: string | null | undefined): boolean {
  return normalizeWord(text).includes('remotewatchpass');
}
