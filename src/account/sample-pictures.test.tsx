import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chooseSample, createSample } from '../open-sample.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import type { Session } from '../session/session.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { AccountPage } from './account-page.tsx';
import { displayName, initials } from './facts/display-name.ts';

function showPage(session: Session) {
  return renderWithQueryClient(
    <AccountPage
      session={session}
      actualStorage="page"
      onRemember={() => undefined}
      onSignInAgain={() => undefined}
      onSignOut={async () => undefined}
      onEnded={() => undefined}
    />,
  );
}

const client = { base: 'https://account.example/', clientIdentifier: 'browser-1', fetch };

test.each(sampleLogins.filter(({ kind }) => kind === 'account'))(
  'requests no picture for the sample account $name, and shows initials',
  async (login) => {
    const plexTv = createSample(client);
    const opened = await chooseSample(plexTv, login);
    const session = opened.state === 'signed-in' ? opened.session : undefined;
    const account = session?.initial?.account;
    if (!session || !account) throw new Error('the sample account did not open');
    expect(account.thumb).toMatch(/^\w+:/);
    showPage(session);
    await screen.findByRole('region', { name: 'Everything plex.tv sent' });
    expect(document.body.querySelectorAll('img, image, picture, video, [style*="url"]')).toHaveLength(0);
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.closest('header')?.firstElementChild).toHaveTextContent(initials(displayName(account)));
  },
);

test('requests the same picture outside of the sample', async () => {
  const plexTv = createSample(client);
  const [first] = sampleLogins;
  const opened = first && (await chooseSample(plexTv, first));
  const session = opened?.state === 'signed-in' ? opened.session : undefined;
  if (!session) throw new Error('the sample account did not open');
  showPage({ ...session, client: { ...session.client, isSample: false } });
  expect([...document.images].map(({ src }) => src)).toEqual([session.initial?.account.thumb]);
});
