import { inspect } from 'node:util';
import { screen, waitFor } from '@testing-library/react';
import { ErrorBoundary } from 'react-error-boundary';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { Credentials } from '../plex/sign-in.ts';
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
const welcome = () => Response.json(fullReply, { status: 201 });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** All that the page could be asked for by a script in it, or by the next person at this computer. */
function everythingKept({ queryClient }: ReturnType<typeof renderWithQueryClient>): string {
  const inputs = Array.from(document.querySelectorAll('input'), ({ value, defaultValue }) => [value, defaultValue]);
  const kept = [
    queryClient.getMutationCache().getAll(),
    queryClient.getQueryCache().getAll(),
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    location.href,
    history.state,
    document.title,
    document.documentElement.outerHTML,
    inputs,
  ];
  return inspect(kept, { depth: 30, showHidden: true, maxArrayLength: null, maxStringLength: null });
}

describe('after success the password is nowhere', () => {
  test('although the form still stands: not in the cache, the fields, the storage or the page', async () => {
    const onSignedIn = vi.fn();
    const { client, requests } = fakePlexTv(welcome);
    const shown = renderWithQueryClient(<SignInForm client={client} onSignedIn={onSignedIn} />);
    await fillIn(shown.user, 'ada', password);
    await shown.user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(everythingKept(shown)).toContain(password);
    await shown.user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    await waitFor(() => expect(shown.queryClient.getMutationCache().getAll()).toEqual([]));
    expect(everythingKept(shown)).not.toContain(password);
    expect(everythingKept(shown)).not.toContain('battery');
    expect(inspect(onSignedIn.mock.calls, { depth: 30, showHidden: true })).not.toContain(password);
    // Were it kept in the form, the form would send it now.
    await shown.user.click(signInForm.submit());
    expect(signInForm.password()).toHaveAccessibleDescription('Enter your password.');
    expect(requests).toHaveLength(1);
  });

  test('and neither is the code', async () => {
    const answers = [() => errorResponse(401, 1029, 'Please enter the verification code'), welcome];
    const onSignedIn = vi.fn();
    const shown = renderWithQueryClient(
      <SignInForm client={fakePlexTv(() => answers.shift()?.() ?? welcome()).client} onSignedIn={onSignedIn} />,
    );
    await fillIn(shown.user, 'ada', password);
    await shown.user.click(signInForm.submit());
    await screen.findByRole('textbox', { name: 'Verification code' });
    await shown.user.keyboard('backup-code-1{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    await waitFor(() => expect(shown.queryClient.getMutationCache().getAll()).toEqual([]));
    expect(everythingKept(shown)).not.toContain(password);
    expect(everythingKept(shown)).not.toContain('backup-code-1');
  });

  test('and it leaves the cache with a form that is gone before the answer', async () => {
    const { answer, resolve } = deferredResponse();
    const shown = renderWithQueryClient(<SignInForm client={fakePlexTv(answer).client} onSignedIn={vi.fn()} />);
    await fillIn(shown.user, 'ada', password);
    await shown.user.click(signInForm.submit());
    await screen.findByRole('button', { name: 'Signing in…' });
    shown.unmount();
    resolve(welcome());
    await waitFor(() => expect(shown.queryClient.getMutationCache().getAll()).toEqual([]));
    expect(everythingKept(shown)).not.toContain(password);
  });
});

type Used = { client: PlexClient; sent?: Credentials; onSignedIn: (account: Account) => void; onError?: () => void };

function SignInButton({ client, sent = credentials, onSignedIn, onError = () => undefined }: Used) {
  const { submit, isPending, error } = useSignIn(client, onSignedIn);
  return (
    <button type="button" onClick={() => submit(sent, onError)}>
      {isPending ? 'Pending' : (error?.kind ?? 'Idle')}
    </button>
  );
}

describe('useSignIn', () => {
  test('hands on the account, whether to remember it, and nothing else', async () => {
    const onSignedIn = vi.fn();
    const { user } = renderWithQueryClient(
      <SignInButton client={fakePlexTv(welcome).client} onSignedIn={onSignedIn} />,
    );
    await user.click(screen.getByRole('button'));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([expect.objectContaining({ username: 'ada' }), true]);
  });

  test('hands on the error and nothing else', async () => {
    const onError = vi.fn();
    const { client } = fakePlexTv(() => errorResponse(401, 1001, 'User could not be authenticated'));
    const { user } = renderWithQueryClient(<SignInButton client={client} onSignedIn={vi.fn()} onError={onError} />);
    await user.click(screen.getByRole('button'));
    expect(await screen.findByRole('button', { name: 'wrongLogin' })).toBeVisible();
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ kind: 'wrongLogin' })]]);
  });

  test('signs nobody in from a form that is gone, and leaves no live token at plex.tv', async () => {
    const { answer, resolve } = deferredResponse();
    const onSignedIn = vi.fn();
    const { client, requests } = fakePlexTv(answer);
    const { user, unmount, queryClient } = renderWithQueryClient(
      <SignInButton client={client} onSignedIn={onSignedIn} />,
    );
    await user.click(screen.getByRole('button'));
    await screen.findByRole('button', { name: 'Pending' });
    unmount();
    resolve(welcome());
    await waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
    expect(onSignedIn).not.toHaveBeenCalled();
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(requests[1]?.headers.get('X-Plex-Token')).toBe(fullReply.authToken);
  });

  test('leaves a fault of this page itself to the boundary', async () => {
    const told = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const faulty: Credentials = JSON.parse('{}');
    const { user } = renderWithQueryClient(
      <ErrorBoundary fallback={<p>This page stopped working.</p>}>
        <SignInButton client={fakePlexTv(welcome).client} sent={faulty} onSignedIn={vi.fn()} />
      </ErrorBoundary>,
    );
    await user.click(screen.getByRole('button'));
    expect(await screen.findByText('This page stopped working.')).toBeVisible();
    expect(told).toHaveBeenCalledOnce();
    told.mockClear();
  });
});
