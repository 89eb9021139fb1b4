import { startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { AccountPage } from './account/account-page.tsx';
import type { PlexClient } from './plex/http/client.ts';
import { QueryProvider } from './session/query-provider.tsx';
import type { Session } from './session/session.ts';

/** An invented reply, with what most accounts have. */
const reply = {
  title: 'Ada',
  email: 'ada@example.com',
  joinedAt: 1_500_000_000,
  homeSize: 2,
  subscription: { active: true, status: 'Active', plan: 'monthly', features: ['pass'] },
  subscriptions: [{ type: 'plexpass', state: 'active', renewsAt: 4_000_000_000 }],
  pastSubscriptions: [{ type: 'plexpass', state: 'ended', endsAt: 1_600_000_000 }],
  services: [{ identifier: 'epg', token: 'an-invented-token' }],
};

const warmClients = new WeakSet<PlexClient>();

/**
 * Draws an invented account outside the page, while the person still types. A browser runs code several times faster when
 * it runs it again, so the account of the person appears sooner. Done once for a client. It sends and stores nothing.
 */
export async function warmUp(client: PlexClient): Promise<void> {
  if (warmClients.has(client)) return;
  warmClients.add(client);
  const { parseAccount } = await import('./plex/account/parse-account.ts');
  const account = parseAccount(reply);
  if (!account) return;
  const root = createRoot(document.createElement('div'));
  const now = new Date();
  const session: Session = {
    id: '',
    client,
    token: undefined,
    login: '',
    method: 'password',
    requestedStorage: 'page',
    endsAt: now,
    initial: { account, receivedAt: now },
  };
  const ignore = async () => undefined;
  // In small steps, between the keys of the person.
  startTransition(() => {
    root.render(
      <QueryProvider>
        <AccountPage
          session={session}
          actualStorage="page"
          onRemember={ignore}
          onSignInAgain={ignore}
          onSignOut={ignore}
          onEnded={ignore}
        />
        <End onDrawn={() => root.unmount()} />
      </QueryProvider>,
    );
  });
}

function End({ onDrawn }: { onDrawn: () => void }) {
  // React cannot remove what it is drawing, so this waits for the end of the task.
  useEffect(() => queueMicrotask(onDrawn));
  return null;
}
