import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSession } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { arbitraryReply, findPlanted } from '../test/arbitrary-reply.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { propertyRuns, propertyTimeoutMs } from '../test/property-runs.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { AccountPage } from './account-page.tsx';
import { sections } from './sections.tsx';

/** Draws the account page of a reply, calls `check` and removes the page. */
function withAccountPage(reply: object, check: () => void): void {
  const { client } = fakePlexTv(() => Response.json(reply));
  const details = { method: 'password', isRemembered: false } as const;
  const session = createSession({ client }, { account: accountFrom(reply), details });
  const doNothing = () => undefined;
  const { unmount } = renderWithQueryClient(
    <AccountPage
      session={session}
      actualStorage={session.requestedStorage}
      onRemember={doNothing}
      onSignInAgain={doNothing}
      onSignOut={async () => undefined}
      onEnded={doNothing}
    />,
  );
  try {
    check();
  } finally {
    unmount();
  }
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
    await fc.assert(
      fc.asyncProperty(arbitraryReply, async (reply) => {
        withAccountPage(reply, () => {
          expectHarmless(reply);
          expect(findPlanted(document.documentElement.outerHTML)).toEqual([]);
        });
        // jsdom and React free a removed page only between tasks.
        await new Promise(setImmediate);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);
