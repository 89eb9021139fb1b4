import type { BrowserContext } from '@playwright/test';
import { subscriptionRecord } from '../src/sample/accounts/subscription-record.ts';

/** An account with `count` features, services and past subscriptions. */
export function longAccount(count: number): object {
  const repeat = <Item>(create: (index: number) => Item) => Array.from({ length: count }, (_, index) => create(index));
  return {
    id: 1,
    title: 'Long account',
    authToken: 'an-invented-token-20',
    joinedAt: 1_300_000_000,
    subscription: { active: true, status: 'Active', plan: 'monthly', features: repeat((index) => `feature-${index}`) },
    services: repeat((index) => ({
      identifier: `service-${index}`,
      endpoint: 'https://epg.example.com',
      token: `t${index}`,
    })),
    subscriptions: [],
    pastSubscriptions: repeat((index) => ({
      type: 'plexpass',
      state: 'ended',
      endsAt: 1_300_000_000 + index * 30_000,
    })),
  };
}

/** An account with past subscriptions as plex.tv sends them, with all keys. 5,000 are 1.5 MB. */
export function manyPastSubscriptions(count: number): object {
  const pastSubscriptions = Array.from({ length: count }, (_, index) =>
    subscriptionRecord({ mode: index % 2 === 0 ? 'monthly' : 'yearly', endsAt: 1_300_000_000 + index * 80_000 }),
  );
  return { ...longAccount(10), pastSubscriptions };
}

/** Answers a sign-in with this account. The other addresses of plex.tv do not exist: it would refuse the invented token. */
export async function answerSignIn(context: BrowserContext, account: object): Promise<void> {
  const headers = { 'X-Answered-By': 'plex.tv' };
  await context.route('**/api/**', (route) => route.fulfill({ status: 404, headers, json: {} }));
  await context.route('**/api/v2/users/signin', (route) => route.fulfill({ status: 201, headers, json: account }));
}
