import { Activity } from 'react';
import { createRoot } from 'react-dom/client';
import { AccountPage } from './account/account-page.tsx';
import { prepareFormats } from './account/facts/prepare-formats.ts';
import { readAccount } from './plex/account/read-account.ts';
import type { PlexClient } from './plex/http/client.ts';
import { QueryProvider } from './session/query-provider.tsx';
import { createSession } from './session/session.ts';

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
 * Draws an invented account outside the page, while the person still types or plex.tv has not answered yet. A browser runs
 * code several times faster when it runs it again, so the account of the person appears sooner. It sends and stores nothing.
 * Done once for a client: the page has one, and each visit to the sample another.
 */
export async function warmUp(client: PlexClient): Promise<void> {
  if (warmClients.has(client)) return;
  warmClients.add(client);
  await prepareFormats();
  const account = await readAccount(Promise.resolve(reply));
  const session = createSession({ client }, { account, details: { method: 'password', isRemembered: false } });
  const ignore = async () => undefined;
  // A hidden part is drawn when React has nothing else to do, and runs no effect: nothing listens, asks or moves the focus. So
  // only what the first paint shows is drawn.
  createRoot(document.createElement('div')).render(
    <Activity mode="hidden">
      <QueryProvider>
        <AccountPage
          session={session}
          actualStorage="page"
          onRemember={ignore}
          onSignInAgain={ignore}
          onSignOut={ignore}
          onEnded={ignore}
        />
      </QueryProvider>
    </Activity>,
  );
}
