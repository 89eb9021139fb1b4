import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSession } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { arbitraryReply, plantedSecret, seed } from '../test/arbitrary-reply.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { AccountPage } from './account-page.tsx';
import { sections } from './sections.tsx';

/** Looks at the whole page of an account, as it stands in the browser, and takes it away again. */
function visit(reply: object, look: () => void): void {
  const { client } = fakePlexTv(() => Response.json(reply));
  const details = { method: 'password', isRemembered: false } as const;
  const session = createSession({ client }, { account: accountFrom(reply), details });
  const nothing = () => undefined;
  const { unmount } = renderWithQueryClient(
    <AccountPage
      session={session}
      actualStorage={session.requestedStorage}
      isRenewed={false}
      onRemember={() => undefined}
      onSignInAgain={nothing}
      onSignOut={async () => undefined}
      onEnded={nothing}
    />,
  );
  try {
    look();
  } finally {
    unmount();
  }
}

/** That all is drawn, and that nothing in the page runs, leads or asks anywhere because of what plex.tv sent. */
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

test(`two hundred generated replies stand in the page whole, and harmless (FC_SEED=${seed})`, () => {
  fc.assert(
    fc.property(arbitraryReply, (reply) => {
      visit(reply, () => {
        expectHarmless(reply);
        expect(document.documentElement.outerHTML).not.toContain(plantedSecret);
      });
    }),
    { numRuns: 200, seed },
  );
}, 300_000);
