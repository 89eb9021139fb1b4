import { inspect } from 'node:util';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ErrorBoundary } from 'react-error-boundary';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlexClient } from '../plex/http/client.ts';
import type { Credentials } from '../plex/sign-in.ts';
import type { NewSignIn } from '../session/session.ts';
import { deferredResponse } from '../test/deferred-response.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSignIn } from './use-sign-in.ts';

const password = 'correct horse & battery=staple';
const credentials: Credentials = { login: 'ada', password, rememberMe: true };
const accountAnswer = () => Response.json(fullReply, { status: 201 });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** Everything that a script on the page or the next person at this computer could read. */
function readablePageState(): string {
  const inputs = Array.from(document.querySelectorAll('input'), ({ value, defaultValue }) => [value, defaultValue]);
  const state = [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    location.href,
    history.state,
    document.title,
    document.documentElement.outerHTML,
    inputs,
  ];
  return inspect(state, { depth: 30, showHidden: true, maxArrayLength: null, maxStringLength: null });
}

describe('after the sign-in the page no longer holds', () => {
  test('the password, even while the form is still shown', async () => {
    const onSignedIn = vi.fn();
    const { client, requests } = fakePlexTv(accountAnswer);
    const { user } = renderWithQueryClient(<SignInForm client={client} onSignedIn={onSignedIn} />);
    await fillIn(user, 'ada', password);
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(readablePageState()).toContain(password);
    await user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(readablePageState()).not.toContain(password);
    expect(readablePageState()).not.toContain('battery');
    expect(inspect(onSignedIn.mock.calls, { depth: 30, showHidden: true })).not.toContain(password);
    // The form would send the password now if it still had it.
    await user.click(signInForm.submit());
    expect(signInForm.password()).toHaveAccessibleDescription('Enter your password.');
    expect(requests).toHaveLength(1);
  });

  test('the verification code', async () => {
    const answers = [() => errorResponse(401, 1029, 'Please enter the verification code'), accountAnswer];
    const onSignedIn = vi.fn();
    const { user } = renderWithQueryClient(
      <SignInForm client={fakePlexTv(() => answers.shift()?.() ?? accountAnswer()).client} onSignedIn={onSignedIn} />,
    );
    await fillIn(user, 'ada', password);
    await user.click(signInForm.submit());
    await screen.findByRole('textbox', { name: 'Code' });
    await user.keyboard('backup-code-1{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(readablePageState()).not.toContain(password);
    expect(readablePageState()).not.toContain('backup-code-1');
  });

  test('the password when the form was closed before the answer', async () => {
    const { answer, resolve } = deferredResponse();
    const { client, requests } = fakePlexTv(answer);
    const { user, unmount } = renderWithQueryClient(<SignInForm client={client} onSignedIn={vi.fn()} />);
    await fillIn(user, 'ada', password);
    await user.click(signInForm.submit());
    await screen.findByRole('button', { name: 'Signing in…' });
    unmount();
    resolve(accountAnswer());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(readablePageState()).not.toContain(password);
  });
});

type SignInButtonProps = {
  client: PlexClient;
  submitted?: Credentials;
  onSignedIn: (signIn: NewSignIn) => void;
  onError?: () => void;
};

function SignInButton({ client, submitted = credentials, onSignedIn, onError = () => undefined }: SignInButtonProps) {
  const { submit, isPending, error } = useSignIn(client, onSignedIn);
  return (
    <button type="button" onClick={() => submit(submitted, onError)}>
      {isPending ? 'Pending' : (error?.kind ?? 'Idle')}
    </button>
  );
}

describe('useSignIn', () => {
  test('passes on the new sign-in and nothing else', async () => {
    const onSignedIn = vi.fn();
    const { user } = renderWithQueryClient(
      <SignInButton client={fakePlexTv(accountAnswer).client} onSignedIn={onSignedIn} />,
    );
    await user.click(screen.getByRole('button'));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([
      {
        account: expect.objectContaining({ username: 'ada' }),
        details: { method: 'password', isRemembered: true },
      },
    ]);
  });

  test('passes on the error and nothing else', async () => {
    const onError = vi.fn();
    const { client } = fakePlexTv(() => errorResponse(401, 1001, 'User could not be authenticated'));
    const { user } = renderWithQueryClient(<SignInButton client={client} onSignedIn={vi.fn()} onError={onError} />);
    await user.click(screen.getByRole('button'));
    expect(await screen.findByRole('button', { name: 'wrongLogin' })).toBeVisible();
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ kind: 'wrongLogin' })]]);
  });

  test('signs nobody in after the form is closed, and ends the token at plex.tv', async () => {
    const { answer, resolve } = deferredResponse();
    const onSignedIn = vi.fn();
    const { client, requests } = fakePlexTv(answer);
    const { user, unmount } = renderWithQueryClient(<SignInButton client={client} onSignedIn={onSignedIn} />);
    await user.click(screen.getByRole('button'));
    await screen.findByRole('button', { name: 'Pending' });
    unmount();
    resolve(accountAnswer());
    await waitFor(() => expect(requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']));
    expect(onSignedIn).not.toHaveBeenCalled();
    expect(requests[1]?.headers.get('X-Plex-Token')).toBe(fullReply.authToken);
  });

  test('uses the client of each submit', async () => {
    const refuse = () => errorResponse(401, 1001, 'User could not be authenticated');
    const { client, requests } = fakePlexTv(refuse);
    const changed = { ...client, clientIdentifier: 'browser-2' };
    const { rerender } = render(<SignInButton client={client} onSignedIn={vi.fn()} />);
    await userEvent.click(screen.getByRole('button'));
    await screen.findByRole('button', { name: 'wrongLogin' });
    rerender(<SignInButton client={changed} onSignedIn={vi.fn()} />);
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(requests[1]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-2');
  });

  test('lets the error boundary handle a programming error', async () => {
    const consoleError = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const faulty: Credentials = JSON.parse('{}');
    const { user } = renderWithQueryClient(
      <ErrorBoundary fallback={<p>This page stopped working.</p>}>
        <SignInButton client={fakePlexTv(accountAnswer).client} submitted={faulty} onSignedIn={vi.fn()} />
      </ErrorBoundary>,
    );
    await user.click(screen.getByRole('button'));
    expect(await screen.findByText('This page stopped working.')).toBeVisible();
    expect(consoleError).toHaveBeenCalledOnce();
    consoleError.mockClear();
  });
});
