import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorWords } from '../../plex/errors/error-words.ts';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTvWithPins, setTabVisible } from '../../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { scanQrCode } from '../../test/scan-qr-code.ts';
import { LinkDevice } from './link-device.tsx';

// The schema loads with the first account. Load it now, before the clock is faked.
beforeAll(() => import('../../plex/account/begin-account.ts'));

beforeEach(() => sessionStorage.clear());

afterEach(() => {
  setTabVisible(true);
  vi.useRealTimers();
});

function showLink(network = fakePlexTvWithPins(), isSample = false) {
  const callbacks = { onSignedIn: vi.fn(), onBack: vi.fn() };
  const sample = isSample ? { sampleLogins, approvePin: (_: string, login: string) => network.approvePin(login) } : {};
  return {
    ...network,
    ...callbacks,
    ...renderWithQueryClient(
      <LinkDevice plexTv={{ ...network.plexTv, ...sample }} isRemembered={false} {...callbacks} />,
    ),
  };
}

const copyButton = () => screen.findByRole('button', { name: 'Copy the code' });

describe('the code', () => {
  test('is shown as text, and spelled out for screen readers', async () => {
    const { codes, requests } = showLink();
    await copyButton();
    const [code = ''] = codes;
    expect(code).toMatch(/^\w{4}$/);
    expect(screen.getByText(code)).toHaveAttribute('aria-hidden', 'true');
    expect(screen.getByText(`The code is: ${code.split('').join(', ')}`)).toBeInTheDocument();
    expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).search)).toEqual(['']);
  });

  test('has a QR code and a link that open plex.tv/link with it', async () => {
    const { codes } = showLink();
    await copyButton();
    const address = `https://plex.tv/link/?pin=${codes[0]}`;
    expect(scanQrCode(screen.getByRole('img', { name: /^QR code/ }))).toBe(address);
    expect(screen.getByRole('link', { name: /^Open plex\.tv\/link/ })).toHaveAttribute('href', address);
  });

  test('can be copied, and the page says whether that worked', async () => {
    const { user, codes } = showLink();
    await user.click(await copyButton());
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(codes[0]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await user.click(await copyButton());
    expect(await screen.findByText('Could not copy. Select the code and copy it by hand.')).toBeVisible();
  });

  test('signs in once it is typed on another device', async () => {
    const { approvePin, onSignedIn } = showLink();
    await copyButton();
    approvePin('mara@example.com');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([
      {
        account: expect.objectContaining({ email: 'mara@example.com' }),
        details: { method: 'device', isRemembered: false },
      },
    ]);
  });

  test('is not asked for again while plex.tv asks to wait, also when the screen is opened again', async () => {
    const network = fakePlexTvWithPins();
    network.network.answer = async () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' });
    const first = showLink(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    await first.user.click(screen.getByRole('button', { name: 'Get a new code' }));
    expect(first.requests).toHaveLength(1);
    first.unmount();
    showLink(network);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    expect(first.requests).toHaveLength(1);
  });

  test('is not stored', async () => {
    showLink();
    await copyButton();
    expect({ ...sessionStorage, ...localStorage }).toEqual({});
  });
});

describe('when the code expires', () => {
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') });
  });

  test('counts down and shows a new code', async () => {
    const { codes } = showLink();
    await pass(5);
    expect(screen.getByRole('timer')).toHaveTextContent('You can use this code for 14 minutes and 55 seconds.');
    await pass(850);
    expect(screen.getByRole('timer')).toHaveTextContent('You can use this code for 45 seconds.');
    await pass(50);
    expect(codes).toHaveLength(2);
    expect(screen.getByText(codes[1] ?? '')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('timer')).toHaveTextContent(/14 minutes and 5\d seconds/);
  });

  test('creates no code while the page is hidden, and one as soon as it is shown', async () => {
    const { codes } = showLink();
    await pass(5);
    act(() => setTabVisible(false));
    await pass(4000);
    expect(codes).toHaveLength(1);
    act(() => setTabVisible(true));
    await pass(2);
    expect(codes).toHaveLength(2);
    expect(screen.getByText(codes[1] ?? '')).toBeVisible();
  });

  test('does not replace a code by itself when plex.tv forgets it too early', async () => {
    const { codes, endPin } = showLink();
    await pass(5);
    endPin();
    await pass(5);
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.pinExpired.what);
    await pass(60);
    expect(codes).toHaveLength(1);
    act(() => screen.getByRole('button', { name: 'Get a new code' }).click());
    await pass(5);
    expect(codes).toHaveLength(2);
    expect(screen.getByText(codes[1] ?? '')).toBeVisible();
  });
});

test('shows an error when plex.tv creates no code, and can try again', async () => {
  const network = fakePlexTvWithPins();
  const { answer } = network.network;
  network.network.answer = async () => new Response(null, { status: 503 });
  const { user } = showLink(network);
  expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
  network.network.answer = answer;
  await user.click(screen.getByRole('button', { name: 'Get a new code' }));
  expect(await copyButton()).toBeVisible();
});

test('goes back to the password form', async () => {
  const { user, onBack } = showLink();
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('in the sample the person approves on this page, and nothing links to plex.tv', async () => {
  const { user, onSignedIn } = showLink(fakePlexTvWithPins(), true);
  await user.click(await screen.findByRole('button', { name: 'Approve' }));
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[0].account).toMatchObject({ email: 'mara@example.com' });
});
