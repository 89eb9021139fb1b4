import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSession } from '../session/session.ts';
import { accountQueryKey } from '../session/use-account.ts';
import { accountFrom } from '../test/account-from.ts';
import { arbitraryReply, findPlanted } from '../test/arbitrary-reply.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { propertyRuns, propertyTimeoutMs } from '../test/property-runs.ts';
import { AccountPage } from './account-page.tsx';
import { sections } from './sections.tsx';

/**
 * Draws the account page once, and returns a function that shows the account of another reply on it, as a refresh does.
 * That is faster than a new page for each reply, and tests that nothing of the account before stays.
 */
async function openPage(): Promise<(reply: object) => Promise<void>> {
  const { client } = fakePlexTv(() => Response.json({}));
  const details = { method: 'password', isRemembered: false } as const;
  const session = createSession({ client }, { account: accountFrom({ title: 'Ada' }), details });
  const doNothing = () => undefined;
  const queryClient = new QueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <AccountPage
        session={session}
        actualStorage={session.requestedStorage}
        onRemember={doNothing}
        onSignInAgain={doNothing}
        onSignOut={async () => undefined}
        onEnded={doNothing}
      />
    </QueryClientProvider>,
  );
  await screen.findByRole('region', { name: 'Everything plex.tv sent' });
  return (reply) =>
    act(async () => {
      queryClient.setQueryData(accountQueryKey(session), accountFrom(reply));
      // The query client updates the page in the next task. jsdom and React also free removed elements only between tasks.
      await new Promise((resolve) => setTimeout(resolve));
    });
}

/** Checks that every panel is drawn and that nothing from the reply became script, a link or a request. */
function expectHarmless({ thumb }: { thumb?: unknown }): void {
  expect(document.querySelectorAll('main section')).toHaveLength(sections.length);
  expect(document.body.textContent).not.toContain('could not be shown');
  expect(
    document.querySelectorAll('script, iframe, object, embed, form, base, meta, link, style, svg script'),
  ).toHaveLength(0);
  const elements = [...document.body.querySelectorAll('*')];
  expect(
    elements.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^srcdoc$|^style$/.test(name)),
  ).toEqual([]);
  const addresses = elements.flatMap((element) => element.getAttribute('href') ?? []);
  expect(addresses.filter((address) => !/^#[a-z-]+$|^https:\/\/[a-z.]+\.(?:tv|com)\//.test(address))).toEqual([]);
  const isWeb = typeof thumb === 'string' && /^https?:/.test(thumb);
  expect([...document.images].map((image) => image.getAttribute('src'))).toEqual(isWeb ? [thumb] : []);
}

test(
  'draws the complete page of any reply, harmless and without a secret',
  async () => {
    const show = await openPage();
    await fc.assert(
      fc.asyncProperty(arbitraryReply, async (reply) => {
        await show(reply);
        expectHarmless(reply);
        expect(findPlanted(document.documentElement.outerHTML)).toEqual([]);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);
