import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleLogins } from '../sample/sample-logins.ts';
import { fakePlexTvWithPins } from '../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { storePin } from './pin/stored-pin.ts';
import { SignInMethods } from './sign-in-methods.tsx';

beforeEach(() => sessionStorage.clear());

function showMethods(isSample = false) {
  const network = fakePlexTvWithPins();
  const onSignedIn = vi.fn();
  const plexTv = isSample ? { ...network.plexTv, sampleLogins } : network.plexTv;
  return {
    ...network,
    onSignedIn,
    ...renderWithQueryClient(<SignInMethods plexTv={plexTv} onSignedIn={onSignedIn} />),
  };
}

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });
const expectFocusOnHeading = async (name: string) => {
  const shown = await heading(name);
  await waitFor(() => expect(shown).toHaveFocus());
};
const press = (user: ReturnType<typeof renderWithQueryClient>['user'], name: string) =>
  user.click(screen.getByRole('button', { name }));

test('offers plex.tv’s own page first, and sends no request before the person chooses', () => {
  const { requests } = showMethods();
  const first = screen.getAllByRole('button')[0];
  expect(first).toHaveAccessibleName('Continue at plex.tv');
  expect(first?.compareDocumentPosition(signInForm.login())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(requests).toEqual([]);
});

test('another method replaces the form, which keeps what was typed', async () => {
  const { user } = showMethods();
  await fillIn(user, 'ada', ' pass ');
  await press(user, 'Other ways to sign in');
  await expectFocusOnHeading('Other ways to sign in');
  expect(screen.queryByRole('textbox', { name: 'E-mail or username' })).not.toBeInTheDocument();
  await press(user, 'Paste a token');
  await expectFocusOnHeading('Paste a token');
  await press(user, 'Back');
  await expectFocusOnHeading('Other ways to sign in');
  await press(user, 'Back');
  await waitFor(() => expect(signInForm.login()).toHaveValue('ada'));
  expect(signInForm.password()).toHaveValue(' pass ');
});

test('moves the focus back to the button that opened another method', async () => {
  const { user } = showMethods();
  await press(user, 'Other ways to sign in');
  await heading('Other ways to sign in');
  await press(user, 'Back');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Other ways to sign in' })).toHaveFocus());
});

test('signs in with a code from another device', async () => {
  const { user, approvePin, onSignedIn } = showMethods();
  await press(user, 'Other ways to sign in');
  await heading('Other ways to sign in');
  await press(user, 'Use another device');
  await screen.findByRole('button', { name: 'Copy the code' });
  approvePin();
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[0].details).toEqual({ method: 'device', isRemembered: false });
});

test('continues the sign-in when the tab comes back from plex.tv', async () => {
  storePin({ id: 7, code: 'm6mi', expiresAt: new Date(Date.now() + 60_000) }, { clientIdentifier: 'browser-1' });
  showMethods();
  expect(await heading('Continue at plex.tv')).toBeVisible();
});

test('does not continue a sign-in at plex.tv in the sample', async () => {
  storePin({ id: 7, code: 'm6mi', expiresAt: new Date(Date.now() + 60_000) }, { clientIdentifier: 'browser-1' });
  const { requests } = showMethods(true);
  await act(() => import('./other-methods.tsx'));
  expect(screen.queryByRole('heading', { level: 2, name: 'Continue at plex.tv' })).not.toBeInTheDocument();
  expect(requests).toEqual([]);
});

test('offers plex.tv’s own page after a wrong password', async () => {
  const { user } = showMethods(true);
  await fillIn(user, 'wrong-password@example.com', 'x');
  await user.click(signInForm.submit());
  await user.click(await screen.findByRole('button', { name: 'Continue at plex.tv instead' }));
  expect(await heading('Continue at plex.tv')).toBeVisible();
});
