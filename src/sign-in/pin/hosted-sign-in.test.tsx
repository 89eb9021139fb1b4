import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { errorWords } from '../../plex/errors/error-words.ts';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { deferredResponse } from '../../test/deferred-response.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTvWithPins } from '../../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { hasStoredPin } from './has-stored-pin.ts';
import { HostedSignIn } from './hosted-sign-in.tsx';
import { readStoredPin, storePin } from './stored-pin.ts';

const cancelLeaving = vi.fn();
const returnUrl = `${location.origin}/statement/#from-plex-tv`;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  cancelLeaving.mockClear();
  history.replaceState(null, '', '/statement/?lang=sv#subscription');
});

const continueButton = () => screen.findByRole('button', { name: 'Continue at plex.tv' });
const findWaitingStatus = () => screen.findByText('You have not approved the sign-in yet.');

function showHosted(network = fakePlexTvWithPins(), isSample = false) {
  const callbacks = { onSignedIn: vi.fn(), onBack: vi.fn(), leave: vi.fn((_address: string) => cancelLeaving) };
  const sample = isSample ? { sampleLogins, approvePin: (_: string, login: string) => network.approvePin(login) } : {};
  return {
    ...network,
    ...callbacks,
    ...renderWithQueryClient(
      <HostedSignIn plexTv={{ ...network.plexTv, ...sample }} isRemembered={false} {...callbacks} />,
    ),
  };
}

function fieldsOf(address: unknown) {
  return Object.fromEntries(new URLSearchParams(new URL(String(address)).hash.slice(2)));
}

describe('on the way to plex.tv', () => {
  test('creates one strong PIN, stores it for the tab, and goes to plex.tv in this tab', async () => {
    const { leave, requests, codes } = showHosted();
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).search)).toEqual([
      '?strong=true',
    ]);
    expect(codes[0]).toHaveLength(25);
    expect(readStoredPin()?.code).toBe(codes[0]);
    expect(leave.mock.lastCall?.[0]).toMatch(/^https:\/\/app\.plex\.tv\/auth#\?/);
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({
      clientID: 'browser-1',
      code: codes[0],
      forwardUrl: returnUrl,
    });
  });

  test('asks plex.tv to return to this page, without its query, fragment or the PIN', async () => {
    const { leave, codes } = showHosted();
    await waitFor(() => expect(leave).toHaveBeenCalled());
    const { forwardUrl } = fieldsOf(leave.mock.lastCall?.[0]);
    expect(forwardUrl).toBe(`${location.origin}/statement/#from-plex-tv`);
    expect([location.href, JSON.stringify(history.state), document.title].join()).not.toContain(codes[0]);
  });

  test('shows the reason when plex.tv creates no PIN, and can try again', async () => {
    const network = fakePlexTvWithPins();
    const { answer } = network.network;
    network.network.answer = async () => new Response(null, { status: 503 });
    const { leave, user } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
    expect(leave).not.toHaveBeenCalled();
    network.network.answer = answer;
    await user.click(await continueButton());
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('sends no request while plex.tv asks to wait', async () => {
    const network = fakePlexTvWithPins();
    network.network.answer = async () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' });
    const { user, requests } = showHosted(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    await user.click(await continueButton());
    expect(requests).toHaveLength(1);
  });

  test('sends no request while plex.tv asks to wait, also when the screen is opened again', async () => {
    const network = fakePlexTvWithPins();
    network.network.answer = async () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' });
    const { unmount } = showHosted(network);
    await screen.findByRole('timer');
    unmount();
    const { user, requests } = showHosted(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.rateLimited.what);
    await user.click(await continueButton());
    expect(requests).toHaveLength(1);
  });

  test('sends no request for a new PIN while plex.tv asks to wait with the old one', async () => {
    const network = fakePlexTvWithPins();
    storePin({ id: 7, code: 'old', expiresAt: new Date(Date.now() + 60_000) }, { clientIdentifier: 'browser-1' });
    network.network.answer = async () => errorResponse(404, 1020, 'Code not found', { 'Retry-After': '60' });
    const { user, requests } = showHosted(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    await user.click(await continueButton());
    expect(requests).toHaveLength(1);
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
  });

  test('stays on this page and waits for another tab when storage is blocked', async () => {
    const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const { leave, approvePin, onSignedIn } = showHosted();
    expect(await screen.findByRole('alert')).toHaveTextContent('This tab has to stay open.');
    const link = screen.getByRole('link', { name: /in another tab/ });
    expect(fieldsOf(link.getAttribute('href'))).not.toHaveProperty('forwardUrl');
    expect(screen.queryByRole('button', { name: 'Continue at plex.tv' })).not.toBeInTheDocument();
    blocked.mockRestore();
    approvePin();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(leave).not.toHaveBeenCalled();
  });
});

describe('when the screen is left before plex.tv answers', () => {
  test('stays on this page and stores no PIN', async () => {
    const network = fakePlexTvWithPins();
    const { answer, resolve } = deferredResponse();
    network.network.answer = answer;
    const { leave, requests, queryClient, unmount } = showHosted(network);
    await waitFor(() => expect(requests).toHaveLength(1));
    unmount();
    resolve(Response.json({ id: 7, code: 'a-strong-code', expiresIn: 1800 }, { status: 201 }));
    await waitFor(() => expect(queryClient.getQueryCache().getAll()).toEqual([]));
    expect(leave).not.toHaveBeenCalled();
    expect(hasStoredPin()).toBe(false);
  });
});

describe('while the browser is on its way to plex.tv', () => {
  test('cancels the navigation when the person leaves this screen', async () => {
    const { leave, unmount } = showHosted();
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(cancelLeaving).not.toHaveBeenCalled();
    unmount();
    expect(cancelLeaving).toHaveBeenCalledOnce();
  });
});

describe('after the return from plex.tv', () => {
  async function showReturn() {
    const network = fakePlexTvWithPins();
    const before = showHosted(network);
    await waitFor(() => expect(before.leave).toHaveBeenCalledOnce());
    before.unmount();
    return network;
  }

  test('signs in with the token of the stored PIN, and removes the PIN', async () => {
    const network = await showReturn();
    network.approvePin();
    const { onSignedIn, requestLines } = showHosted(network);
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([
      {
        account: expect.objectContaining({ email: 'nina@example.com' }),
        details: { method: 'plex-tv', isRemembered: false },
        clientIdentifier: 'browser-1',
      },
    ]);
    expect(hasStoredPin()).toBe(false);
    expect(requestLines().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(requestLines().slice(-2)).toEqual(['GET /api/v2/pins', 'GET /api/v2/user']);
  });

  test('says that the sign-in is not approved yet, goes there again with the same PIN, and keeps waiting', async () => {
    const network = await showReturn();
    const { user, leave, approvePin, onSignedIn, codes } = showHosted(network);
    await findWaitingStatus();
    expect(screen.getByRole('heading', { level: 2, name: 'Continue at plex.tv' })).toHaveFocus();
    await user.click(await continueButton());
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ code: codes[0], forwardUrl: returnUrl });
    expect(codes).toHaveLength(1);
    approvePin();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  });

  test('asks for the PIN with the identifier that created it, although the browser has lost that', async () => {
    const network = await showReturn();
    network.approvePin();
    const client = { ...network.plexTv.client, clientIdentifier: 'browser-2' };
    const { onSignedIn, requests } = showHosted({ ...network, plexTv: { client } });
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall?.[0].clientIdentifier).toBe('browser-1');
    expect(new Set(requests.map(({ headers }) => headers.get('X-Plex-Client-Identifier')))).toEqual(
      new Set(['browser-1']),
    );
  });

  test('goes to plex.tv again with the identifier that created the PIN, and starts again with the new one', async () => {
    const network = await showReturn();
    const client = { ...network.plexTv.client, clientIdentifier: 'browser-2' };
    const { user, leave, requests } = showHosted({ ...network, plexTv: { client } });
    await findWaitingStatus();
    await user.click(await continueButton());
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ clientID: 'browser-1', code: network.codes[0] });
    expect(fieldsOf(screen.getByRole('link', { name: /in another tab/ }).getAttribute('href'))).toMatchObject({
      clientID: 'browser-1',
    });
    network.endPin();
    await screen.findByRole('alert');
    leave.mockClear();
    await user.click(await continueButton());
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ clientID: 'browser-2', code: network.codes[1] });
    expect(requests.at(-1)?.headers.get('X-Plex-Client-Identifier')).toBe('browser-2');
    expect(readStoredPin()?.clientIdentifier).toBe('browser-2');
  });

  test('shows an error when the PIN has expired, and starts again', async () => {
    const network = await showReturn();
    network.endPin();
    const { user, leave, codes } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
    await user.click(await continueButton());
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(codes).toHaveLength(2);
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ code: codes[1] });
    await findWaitingStatus();
  });

  test('sends no request about a PIN that expired long ago', async () => {
    storePin({ id: 7, code: 'old', expiresAt: new Date(Date.now() - 60_000) }, { clientIdentifier: 'browser-1' });
    const { requests } = showHosted();
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
    expect(requests).toEqual([]);
  });

  test('says that plex.tv cannot be reached, and that the page keeps asking', async () => {
    const network = await showReturn();
    network.network.answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    showHosted(network);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(errorWords.unreachable.what);
    expect(alert).toHaveTextContent('This page keeps asking by itself.');
  });

  test('shows an error when plex.tv refuses the token, and starts again', async () => {
    const network = await showReturn();
    network.approvePin('ended@example.com');
    const { onSignedIn } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.signedOut.what);
    expect(await continueButton()).toBeVisible();
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  test('goes back to the password form, and removes the PIN', async () => {
    const network = await showReturn();
    const { user, onBack } = showHosted(network);
    await findWaitingStatus();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onBack).toHaveBeenCalledOnce();
    expect(hasStoredPin()).toBe(false);
  });
});

test('in the sample the person approves on this page, and no PIN is stored', async () => {
  const { user, leave, onSignedIn } = showHosted(fakePlexTvWithPins(), true);
  const approval = within(await screen.findByRole('form', { name: 'Approve the sign-in' }));
  expect(screen.queryByRole('button', { name: 'Continue at plex.tv' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  await user.selectOptions(approval.getByRole('combobox', { name: 'Approve as' }), 'Free account');
  await user.click(approval.getByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[0].account).toMatchObject({ email: 'nina@example.com' });
  expect(leave).not.toHaveBeenCalled();
  expect(hasStoredPin()).toBe(false);
});
