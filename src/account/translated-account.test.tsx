import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formerPassAccount } from '../sample/accounts/former-pass-account.ts';
import { freeAccount } from '../sample/accounts/free-account.ts';
import { lifetimePassAccount } from '../sample/accounts/lifetime-pass-account.ts';
import { managedMemberAccount } from '../sample/accounts/managed-member-account.ts';
import { monthlyPassAccount } from '../sample/accounts/monthly-pass-account.ts';
import { oddAccount } from '../sample/accounts/odd-account.ts';
import { createSession } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { translatePage } from '../test/translate-page.ts';
import { AccountPage } from './account-page.tsx';

const now = new Date();

/** Of one person, and short, because the whole page is drawn many times. */
function short(account: Record<string, unknown>, friendlyName: string) {
  const { services, subscription } = account;
  return {
    ...account,
    ...{ authToken: 'the-token', email: 'same@example.com', uuid: 'same', id: 1, friendlyName },
    ...(Array.isArray(services) && { services: services.slice(0, 3) }),
    ...(typeof subscription === 'object' && { subscription: { ...subscription, features: ['pass', 'lyrics'] } }),
  };
}

const free = freeAccount(now);

/** Each follows the one before it at a refresh. The name says what changes. */
const replies = [
  short(monthlyPassAccount(now), 'A Plex Pass begins'),
  short(formerPassAccount(now), 'It ends'),
  short({ ...free, subscriptions: [{ type: 'remotewatchpass', mode: 'monthly' }] }, 'Another subscription begins'),
  short(lifetimePassAccount(now), 'A lifetime Plex Pass begins'),
  short(oddAccount(now), 'Every value becomes odd'),
  short({ ...free, services: [{}], trials: [{}], pastSubscriptions: [{}] }, 'The lists shrink to one'),
  short(managedMemberAccount(now), 'The user becomes a managed member'),
  short({}, 'Nothing is left'),
  short(monthlyPassAccount(now), 'All of it comes back'),
];

beforeEach(() => {
  vi.setSystemTime(now);
});
afterEach(() => {
  vi.useRealTimers();
});

function page(reply: object, answer: () => Response) {
  const { client } = fakePlexTv(answer, { access: 'empty' });
  const account = accountFrom(JSON.parse(JSON.stringify(reply)));
  const session = createSession({ client }, { account, details: { method: 'password', isRemembered: false } });
  return (
    <AccountPage
      session={session}
      actualStorage="tab"
      onRemember={() => undefined}
      onSignInAgain={() => undefined}
      onSignOut={async () => undefined}
      onEnded={() => undefined}
    />
  );
}

function show(children: ReactNode) {
  return renderWithQueryClient(children);
}

/** The texts of the page, in parts, so that a difference is short. */
function pageTexts(): string[] {
  const parts = [...document.querySelectorAll('body > div > :not(div), body > div > div > *, section > *')];
  return parts.map(({ textContent }) => textContent);
}

/** The last panel is drawn after the others, and its rows in steps. */
async function everythingShown(name: string) {
  await waitFor(() => expect(document.getElementById('everything')).toHaveTextContent(name));
  await waitFor(() => {
    const [, count] = /(\d+) values?, as plex.tv/.exec(document.getElementById('everything')?.textContent ?? '') ?? [];
    expect(document.querySelectorAll('#everything tbody tr')).toHaveLength(Math.min(Number(count), 200));
  });
  await waitFor(() => expect(document.querySelector('header')).toHaveTextContent('as of'));
  await waitFor(() => expect(document.body).not.toHaveTextContent('Waiting'));
  await waitFor(() => expect(document.getElementById('privacy')).toHaveTextContent('Ask Plex for your data'));
}

function refresh(user: ReturnType<typeof show>['user']) {
  return user.click(screen.getByRole('button', { name: 'Refresh' }));
}

describe.each(['move', 'replace'] as const)('on a page that a browser has translated (%s)', (mode) => {
  test('every refresh shows the new account, and nothing stale', async () => {
    const answers = { next: Response.json(free) };
    const { user, unmount } = show(page(short(free, 'Free'), () => answers.next));
    await everythingShown('Free');
    const texts: string[][] = [];
    for (const reply of replies) {
      translatePage(mode);
      answers.next = Response.json(reply);
      await refresh(user);
      await everythingShown(reply.friendlyName);
      texts.push(pageTexts());
    }
    unmount();
    for (const [index, reply] of replies.entries()) {
      const fresh = show(page(reply, () => Response.json(reply)));
      await everythingShown(reply.friendlyName);
      expect(texts[index], reply.friendlyName).toEqual(pageTexts());
      fresh.unmount();
    }
  }, 180_000);

  test('an error of a refresh comes and goes', async () => {
    const reply = short(free, 'Free');
    const answers = { next: new Response(null, { status: 503 }) };
    const { user } = show(page(reply, () => answers.next));
    await everythingShown('Free');
    const before = pageTexts();
    translatePage(mode);
    await refresh(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('plex.tv is not working right now.');
    translatePage(mode);
    answers.next = Response.json(reply);
    await refresh(user);
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    await waitFor(() => expect(pageTexts()).toEqual(before));
  });

  test('the header, the tiles, the section list and an open Share follow a refresh, and still work', async () => {
    fakeModalDialogs();
    const before = short(free, 'Nina Before');
    const after = {
      ...short(monthlyPassAccount(now), 'Mara After'),
      ...{ email: 'new@example.com', homeSize: 1, home: false },
      services: [{ identifier: 'epg' }],
      rememberExpiresAt: Math.round(now.getTime() / 1000) + 3 * 86_400,
    };
    const answers = { next: Response.json(after) };
    const { user } = show(page(before, () => answers.next));
    await user.click(screen.getByRole('button', { name: 'Share…' }));
    const share = await screen.findByRole('dialog', { name: 'Share your account' });
    const shared = () => within(share).getByRole('region', { name: 'Preview of the shared text' });
    expect(shared()).toHaveTextContent(/^No Plex Pass\./);
    translatePage(mode);

    // The page asks again when the person comes back to the tab.
    vi.setSystemTime(now.getTime() + 11 * 60_000);
    fireEvent.focus(window);
    await everythingShown('Mara After');
    const header = screen.getByRole('heading', { level: 1, hidden: true }).closest('header');
    expect(header).toHaveTextContent(/Mara After.*new@example\.com/);
    expect(header).not.toHaveTextContent('Nina');
    const tiles = within(screen.getByRole('list', { name: 'At a glance', hidden: true })).getAllByRole('link', {
      hidden: true,
    });
    expect(tiles.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Two-factor is off'),
      expect.stringContaining('Not in a Home'),
      expect.stringContaining('None listed'),
      expect.stringContaining('With nobody'),
    ]);
    const marks = within(screen.getByRole('navigation', { name: 'Sections', hidden: true }));
    expect(marks.getByRole('link', { name: /^Subscription/, hidden: true })).toHaveTextContent(
      'Subscription Cancelled',
    );
    expect(marks.getByRole('link', { name: /^Services/, hidden: true })).toHaveTextContent('Services 1');
    expect(shared()).toHaveTextContent(/^Monthly Plex Pass, cancelled,/);

    // The controls still work.
    translatePage(mode);
    await user.click(within(share).getByRole('radio', { name: 'JSON' }));
    expect(JSON.parse(shared().textContent)).toMatchObject({ homeSize: 1, subscription: { active: true } });
    await user.click(within(share).getByRole('checkbox', { name: 'E-mail' }));
    expect(JSON.parse(shared().textContent)).toMatchObject({ email: 'new@example.com' });
    const link = marks.getByRole('link', { name: /^Services/, hidden: true });
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toHaveAccessibleName('Services');
  });
});
