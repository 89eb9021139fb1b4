import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { errorWords } from '../../plex/error-words.ts';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTvWithPins } from '../../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { hasStoredPin } from './has-stored-pin.ts';
import { HostedSignIn } from './hosted-sign-in.tsx';
import { readStoredPin, storePin } from './stored-pin.ts';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/statement/?lang=sv#subscription');
});

const button = () => screen.findByRole('button', { name: 'Continue at plex.tv' });
const isWaiting = () => screen.findByText('plex.tv has not confirmed yet.');

function showHosted(network = fakePlexTvWithPins(), isSample = false) {
  const asked = { onSignedIn: vi.fn(), onBack: vi.fn(), leave: vi.fn() };
  const sample = isSample ? { sampleLogins, approvePin: (_: string, login: string) => network.approvePin(login) } : {};
  return {
    ...network,
    ...asked,
    ...renderWithQueryClient(<HostedSignIn plexTv={{ ...network.plexTv, ...sample }} {...asked} />),
  };
}

function fieldsOf(address: unknown) {
  return Object.fromEntries(new URLSearchParams(new URL(String(address)).hash.slice(2)));
}

describe('on the way out', () => {
  test('makes one strong PIN, keeps it for the tab, and leaves for plex.tv in this tab', async () => {
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
      forwardUrl: location.href,
    });
  });

  test('is asked to come back to this very address, and the address holds nothing of the PIN', async () => {
    const { leave, codes } = showHosted();
    await waitFor(() => expect(leave).toHaveBeenCalled());
    const { forwardUrl } = fieldsOf(leave.mock.lastCall?.[0]);
    expect(forwardUrl).toMatch(/\/statement\/\?lang=sv#subscription$/);
    expect([location.href, JSON.stringify(history.state), document.title].join()).not.toContain(codes[0]);
  });

  test('says why when plex.tv makes no PIN, and can be tried again', async () => {
    const network = fakePlexTvWithPins();
    const { answer } = network.network;
    network.network.answer = async () => new Response(null, { status: 503 });
    const { leave, user } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
    expect(leave).not.toHaveBeenCalled();
    network.network.answer = answer;
    await user.click(await button());
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('leaves plex.tv alone for as long as it asks', async () => {
    const network = fakePlexTvWithPins();
    network.network.answer = async () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' });
    const { user, requests } = showHosted(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    await user.click(await button());
    expect(requests).toHaveLength(1);
  });

  test('stays, and waits for another tab, where nothing can be kept', async () => {
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

describe('back again', () => {
  async function showReturn() {
    const network = fakePlexTvWithPins();
    const before = showHosted(network);
    await waitFor(() => expect(before.leave).toHaveBeenCalledOnce());
    before.unmount();
    return network;
  }

  test('signs in with the token of the kept PIN, and forgets that', async () => {
    const network = await showReturn();
    network.approvePin();
    const { onSignedIn, requestLines } = showHosted(network);
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([expect.objectContaining({ email: 'nina@example.com' }), 'plex-tv']);
    expect(hasStoredPin()).toBe(false);
    expect(requestLines().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(requestLines().slice(-2)).toEqual(['GET /api/v2/pins', 'GET /api/v2/user']);
  });

  test('says that plex.tv has not confirmed, leads there again with the same PIN, and goes on waiting', async () => {
    const network = await showReturn();
    const { user, leave, approvePin, onSignedIn, codes } = showHosted(network);
    await isWaiting();
    expect(screen.getByRole('heading', { level: 2, name: 'Continue at plex.tv' })).toHaveFocus();
    await user.click(await button());
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ code: codes[0], forwardUrl: location.href });
    expect(codes).toHaveLength(1);
    approvePin();
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  });

  test('says so when the PIN has ended, and begins anew', async () => {
    const network = await showReturn();
    network.endPin();
    const { user, leave, codes } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
    await user.click(await button());
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    expect(codes).toHaveLength(2);
    expect(fieldsOf(leave.mock.lastCall?.[0])).toMatchObject({ code: codes[1] });
    await isWaiting();
  });

  test('asks plex.tv nothing about a PIN whose time has long been over', async () => {
    storePin({ id: 7, code: 'old', expiresAt: new Date(Date.now() - 60_000) });
    const { requests } = showHosted();
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
    expect(requests).toEqual([]);
  });

  test('says so when plex.tv cannot be reached, and that it keeps asking', async () => {
    const network = await showReturn();
    network.network.answer = async () => {
      throw new TypeError('Failed to fetch');
    };
    showHosted(network);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(errorWords.unreachable.what);
    expect(alert).toHaveTextContent('This page keeps asking by itself.');
  });

  test('says so when the token turns out to be dead, and begins anew', async () => {
    const network = await showReturn();
    network.approvePin('ended@example.com');
    const { onSignedIn } = showHosted(network);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.signedOut.what);
    expect(await button()).toBeVisible();
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  test('gives up for the password, and forgets the PIN', async () => {
    const network = await showReturn();
    const { user, onBack } = showHosted(network);
    await isWaiting();
    await user.click(screen.getByRole('button', { name: 'Use your password instead' }));
    expect(onBack).toHaveBeenCalledOnce();
    expect(hasStoredPin()).toBe(false);
  });
});

test('in the sample nothing is left or kept: somebody agrees here', async () => {
  const { user, leave, onSignedIn } = showHosted(fakePlexTvWithPins(), true);
  const agree = within(await screen.findByRole('form', { name: 'In place of plex.tv’s page' }));
  expect(screen.queryByRole('button', { name: 'Continue at plex.tv' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  await user.selectOptions(agree.getByRole('combobox', { name: 'Agree as' }), 'Free account');
  await user.click(agree.getByRole('button', { name: 'Agree' }));
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[0]).toMatchObject({ email: 'nina@example.com' });
  expect(leave).not.toHaveBeenCalled();
  expect(hasStoredPin()).toBe(false);
});
