/** An account with so many of everything that may be many. */
export function longAccount(count: number): object {
  const many = <Item>(make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));
  return {
    id: 1,
    title: 'Long account',
    authToken: 'an-invented-token-20',
    joinedAt: 1_300_000_000,
    subscription: { active: true, status: 'Active', plan: 'monthly', features: many((index) => `feature-${index}`) },
    services: many((index) => ({
      identifier: `service-${index}`,
      endpoint: 'https://epg.example.com',
      token: `t${index}`,
    })),
    subscriptions: [],
    pastSubscriptions: many((index) => ({ type: 'plexpass', state: 'ended', endsAt: 1_300_000_000 + index * 30_000 })),
  };
}
