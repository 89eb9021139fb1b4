import type { Account } from '../../plex/account/account.ts';
import { pathAsSent } from '../../plex/account/unwrap-lists.ts';
import { isTokenEnd, signInEnd } from '../facts/sign-in-end.ts';
import { subscriptionState } from '../subscription/subscription-state.ts';

/** Notes about values that need an explanation, by their path in the reply. */
export function valueNotes(account: Account, now: Date): Map<string, string> {
  const { main, others, past, trials } = subscriptionState(account, now);
  const notes = new Map<string, string>();
  for (const { path, product } of [...(main ? [main] : []), ...others, ...past, ...trials]) {
    const isNamed = path && product.source === 'known' && !product.isPass;
    if (isNamed) notes.set(pathAsSent(`${path}.type`, account.wrappedLists), product.name);
  }
  const end = signInEnd(account, now);
  const isToken = isTokenEnd(end, account);
  if (end.kind === 'implausible') {
    notes.set('rememberExpiresAt', isToken ? 'the token gives an end that cannot be right' : 'cannot be right');
  } else if (end.kind === 'past') {
    notes.set('rememberExpiresAt', isToken ? 'the end of the token has passed' : 'this end has passed');
  }
  return notes;
}
