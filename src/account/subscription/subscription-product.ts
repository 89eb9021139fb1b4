import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import { comparable } from '../facts/comparable.ts';
import { quoteUnread } from '../facts/unread-values.ts';

/** What a subscription is for. Only a Plex Pass says something about a Plex Pass. */
export type Product = { isPass: boolean; name: string };

export const plexPass: Product = { isPass: true, name: 'Plex Pass' };
export const remoteWatchPass: Product = { isPass: false, name: 'Remote Watch Pass' };

const products: Record<string, Product> = { plexpass: plexPass, remotewatchpass: remoteWatchPass };

/** The product of a record's type. An unknown type has the name that plex.tv sent. */
export function productOfType(type: string): Product {
  const key = comparable(type);
  return (Object.hasOwn(products, key) && products[key]) || { isPass: false, name: type };
}

/** The product of a record. Every recorded type is "plexpass", so a record without a type counts as one. */
export function productOf({ type }: SubscriptionRecord, path: string, account: Account): Product {
  const unread = quoteUnread(account, `${path}.type`);
  if (unread) return { isPass: false, name: unread };
  return comparable(type) === '' ? plexPass : productOfType(type ?? '');
}

/** Whether a text names another product than a Plex Pass. */
export function namesOtherProduct(text: string | null | undefined): boolean {
  return comparable(text).includes('remotewatchpass');
}
