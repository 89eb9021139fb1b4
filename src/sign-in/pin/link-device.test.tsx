import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorWords } from '../../plex/error-words.ts';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { fakePlexTvWithPins, setTabVisible } from '../../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../../test/render-with-query-client.tsx';
import { scanQrCode } from '../../test/scan-qr-code.ts';
import { LinkDevice } from './link-device.tsx';

// Fetched with the first account, in real time.
beforeAll(() => import('../../plex/parse-account.ts'));

beforeEach(() => sessionStorage.clear());

afterEach(() => {
  setTabVisible(true);
  vi.useRealTimers();
});

function showLink(network = fakePlexTvWithPins(), isSample = false) {
  const asked = { onSignedIn: vi.fn(), onBack: vi.fn() };
  const sample = isSample ? { sampleLogins, approvePin: (_: string, login: string) => network.approvePin(login) } : {};
  return {
    ...network,
    ...asked,
    ...renderWithQueryClient(<LinkDevice plexTv={{ ...network.plexTv, ...sample }} {...asked} />),
  };
}

const copyButton = () => screen.findByRole('button', { name: 'Copy the code' });

describe('the code', () => {
  test('is shown to those who see, and letter by letter to those who listen', async () => {
    const { codes, requests } = showLink();
    await copyButton();
    const [code = ''] = codes;
    expect(code).toMatch(/^\w{4}$/);
    expect(screen.getByText(code)).toHaveAttribute('aria-hidden', 'true');
    expect(screen.getByText(`The code is: ${code.split('').join(', ')}`)).toBeInTheDocument();
    expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).search)).toEqual(['']);
  });

  test('can be scanned, and leads to plex.tv/link with it', async () => {
    const { codes } = showLink();
    await copyButton();
    const address = `https://plex.tv/link/?pin=${codes[0]}`;
    expect(scanQrCode(screen.getByRole('img', { name: /^QR code/ }))).toBe(address);
    expect(screen.getByRole('link', { name: /^Open plex\.tv\/link/ })).toHaveAttribute('href', address);
  });

  test('can be copied, which says whether it worked', async () => {
    const { user, codes } = showLink();
    await user.click(await copyButton());
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(codes[0]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await user.click(await copyButton());
    expect(await screen.findByText('Could not copy. Select the code and copy it by hand.')).toBeVisible();
  });

  test('signs in once it was typed elsewhere', async () => {
    const { approvePin, onSignedIn } = showLink();
    await copyButton();
    approvePin('mara@example.com');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([expect.objectContaining({ email: 'mara@example.com' }), 'device']);
  });

  test('is not kept', async () => {
    showLink();
    await copyButton();
    expect({ ...sessionStorage, ...localStorage }).toEqual({});
  });
});

describe('as time goes by', () => {
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') });
  });

  test('the code counts down, and another takes its place', async () => {
    const { codes } = showLink();
    await pass(5);
    expect(screen.getByRole('timer')).toHaveTextContent('It works for 14 min 55 s.');
    await pass(850);
    expect(screen.getByRole('timer')).toHaveTextContent('It works for 45 s.');
    await pass(50);
    expect(codes).toHaveLength(2);
    expect(screen.getByText(codes[1] ?? '')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('timer')).toHaveTextContent(/14 min 5\d s/);
  });

  test('no code is made while nobody looks, and one as soon as somebody does', async () => {
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

  test('a code that plex.tv forgets too early is not replaced without end', async () => {
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

test('says so when plex.tv gives no code, and can be tried again', async () => {
  const network = fakePlexTvWithPins();
  const { answer } = network.network;
  network.network.answer = async () => new Response(null, { status: 503 });
  const { user } = showLink(network);
  expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
  network.network.answer = answer;
  await user.click(screen.getByRole('button', { name: 'Get a new code' }));
  expect(await copyButton()).toBeVisible();
});

test('goes back to the password', async () => {
  const { user, onBack } = showLink();
  await user.click(await screen.findByRole('button', { name: 'Use your password instead' }));
  expect(onBack).toHaveBeenCalledOnce();
});

test('in the sample nothing leads to plex.tv: somebody agrees here', async () => {
  const { user, onSignedIn } = showLink(fakePlexTvWithPins(), true);
  await user.click(await screen.findByRole('button', { name: 'Agree' }));
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[0]).toMatchObject({ email: 'mara@example.com' });
});
