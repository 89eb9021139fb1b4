import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { PlexError } from '../plex/errors/plex-error.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { SignInNoticeAlert } from './sign-in-notice.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

type Props = ComponentProps<typeof SignInScreen>;

function showScreen(props: Partial<Props> = {}) {
  const { client, requests } = fakePlexTv(() => Response.json(fullReply, { status: 201 }));
  const callbacks = { onSignedIn: vi.fn(), onTouched: vi.fn(), onSample: vi.fn(() => Promise.resolve()) };
  const screenParts = renderWithQueryClient(
    <SignInScreen plexTv={{ client }} isReturn={false} {...callbacks} {...props} />,
  );
  return { ...screenParts, ...callbacks, client, requests };
}

const heading = () => screen.getByRole('heading', { level: 1 });
const sampleButton = () => screen.getByRole('button', { name: 'Look around with a sample account' });

describe('the screen', () => {
  test('has one main landmark, one heading and the form', () => {
    showScreen();
    expect(screen.getByRole('main')).toContainElement(heading());
    expect(heading()).toHaveTextContent('Sign in with Plex');
    expect(screen.getByRole('main')).toContainElement(signInForm.submit());
  });

  test('leaves the focus alone at first, and moves it to the heading after another screen', () => {
    const { unmount } = showScreen();
    expect(document.body).toHaveFocus();
    unmount();
    showScreen({ isReturn: true });
    expect(heading()).toHaveFocus();
  });

  test('explains in steps after the form where the password goes and that it is not stored', async () => {
    showScreen();
    const explanation = await screen.findByRole('heading', { level: 2, name: 'Where your password goes' });
    expect(signInForm.submit().compareDocumentPosition(explanation)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const steps = screen.getAllByRole('listitem').slice(0, 3);
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('You type it at plex.tv. This page gets only a token.'),
      expect.stringContaining('The server of this page sends it to plex.tv and keeps nothing.'),
      expect.stringContaining('plex.tv ends the sign-in, and this browser forgets you.'),
    ]);
  });

  test('lists the questions that the account page answers', async () => {
    showScreen();
    expect(await screen.findByRole('heading', { level: 2, name: 'What you can find out' })).toBeVisible();
    expect(screen.getByText('Do I have a Plex Pass, and until when?')).toBeVisible();
  });

  test('does not claim that a password for the sample goes to plex.tv', async () => {
    const { client } = fakePlexTv(() => Response.error());
    showScreen({ plexTv: { client, sampleLogins } });
    expect(await screen.findByRole('heading', { level: 2, name: 'What you can find out' })).toBeVisible();
    expect(screen.queryByRole('heading', { level: 2, name: 'Where your password goes' })).not.toBeInTheDocument();
  });

  test('reports the first use of the form, by pointer or keyboard', async () => {
    const { user, onTouched } = showScreen();
    expect(onTouched).not.toHaveBeenCalled();
    await user.tab();
    expect(screen.getByRole('combobox', { name: 'Theme' })).toHaveFocus();
    expect(onTouched).toHaveBeenCalledOnce();
    await user.pointer({ keys: '[MouseLeft>]', target: signInForm.submit() });
    expect(onTouched.mock.calls.length).toBeGreaterThan(1);
  });

  test('reports a form that is submitted without a touch, such as by a password manager', () => {
    const { onTouched } = showScreen();
    fireEvent.submit(signInForm.login());
    expect(onTouched).toHaveBeenCalledOnce();
  });

  test('passes on the account after the sign-in', async () => {
    const { user, onSignedIn } = showScreen();
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await waitFor(() =>
      expect(onSignedIn.mock.calls).toEqual([
        [
          {
            account: expect.objectContaining({ username: 'ada' }),
            details: { method: 'password', isRemembered: false },
          },
        ],
      ]),
    );
  });
});

describe('the sample button', () => {
  test('opens the sample with one click and without a request', async () => {
    const { user, onSample, requests } = showScreen();
    await user.click(sampleButton());
    expect(onSample).toHaveBeenCalledOnce();
    expect(requests).toEqual([]);
  });

  test('shows that the sample opens, and opens it once for two quick clicks', async () => {
    const onSample = vi.fn(() => new Promise<void>(() => undefined));
    const { user } = showScreen({ onSample });
    await user.click(sampleButton());
    await user.click(await screen.findByRole('button', { name: 'Opening the sample…' }));
    expect(onSample).toHaveBeenCalledOnce();
  });

  test('shows an error when the sample does not load, keeps what was typed, and can try again', async () => {
    const onSample = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch module'))
      .mockResolvedValue(undefined);
    const { user } = showScreen({ onSample });
    await fillIn(user, 'ada', 'pass');
    await user.click(sampleButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('A part of this page could not be loaded.');
    expect(signInForm.login()).toHaveValue('ada');
    await user.click(sampleButton());
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });

  test('is not shown inside the sample', () => {
    showScreen({ onSample: undefined });
    expect(screen.queryByRole('button', { name: /sample account/ })).not.toBeInTheDocument();
  });

  test('fills in the chosen sample login', () => {
    const [sampleLogin] = sampleLogins;
    showScreen({ initialValues: sampleLogin });
    expect(signInForm.login()).toHaveValue(sampleLogin?.login);
    expect(signInForm.password()).toHaveValue(sampleLogin?.password);
    expect(signInForm.rememberMe()).not.toBeChecked();
  });
});

describe('the notice', () => {
  test('says that the person is signed out, without an alert', () => {
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="signed-out" /> });
    expect(screen.getByText('You are signed out. This page has forgotten your account.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('says that the sign-out failed at plex.tv, and how to end the sign-in there', () => {
    const error = new PlexError('timedOut');
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="sign-out-failed" error={error} /> });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('You are signed out here, but not at plex.tv.');
    expect(alert).toHaveTextContent(`${error.words.what} ${error.words.why}`);
    expect(alert).toContainElement(screen.getByRole('link', { name: /^your authorized devices/ }));
  });

  test('shows the reason when plex.tv has ended the session', () => {
    const error = new PlexError('signedOut', { status: 422, plexMessage: 'Invalid token' });
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="session-ended" error={error} /> });
    const alert = screen.getByRole('alert');
    for (const words of Object.values(error.words)) expect(alert).toHaveTextContent(words);
    expect(alert).toHaveTextContent('The server said: “Invalid token” (HTTP 422)');
  });
});
