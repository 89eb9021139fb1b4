import { screen, waitFor } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { PlexError } from '../plex/plex-error.ts';
import { sampleLogins } from '../sample/logins.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { SignInNoticeAlert } from './sign-in-notice.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

type Props = ComponentProps<typeof SignInScreen>;

function showScreen(props: Partial<Props> = {}) {
  const { client, requests } = fakePlexTv(() => Response.json(fullReply, { status: 201 }));
  const asked = { onSignedIn: vi.fn(), onTouched: vi.fn(), onSample: vi.fn(() => Promise.resolve()) };
  const shown = renderWithQueryClient(<SignInScreen plexTv={{ client }} isReturn={false} {...asked} {...props} />);
  return { ...shown, ...asked, client, requests };
}

const heading = () => screen.getByRole('heading', { level: 1 });
const sampleButton = () => screen.getByRole('button', { name: 'Look around with a sample account' });

describe('the screen', () => {
  test('has one main part, one heading and the form', () => {
    showScreen();
    expect(screen.getByRole('main')).toContainElement(heading());
    expect(heading()).toHaveTextContent('Sign in with Plex');
    expect(screen.getByRole('main')).toContainElement(signInForm.submit());
  });

  test('leaves the focus alone at the first visit, and takes it to its heading on a return', () => {
    const { unmount } = showScreen();
    expect(document.body).toHaveFocus();
    unmount();
    showScreen({ isReturn: true });
    expect(heading()).toHaveFocus();
  });

  test('says after the form, step by step, where the password goes and that it is not kept', () => {
    showScreen();
    const where = screen.getByRole('heading', { level: 2, name: 'Where your password goes' });
    expect(signInForm.submit().compareDocumentPosition(where)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const steps = screen.getAllByRole('listitem').slice(0, 3);
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('From this tab to plex.tv, through this page’s own server.Nowhere else.'),
      expect.stringContaining('The password is forgotten at that moment.'),
      expect.stringContaining('plex.tv is told, and this browser forgets you.'),
    ]);
  });

  test('says which questions the account will answer', () => {
    showScreen();
    expect(screen.getByRole('heading', { level: 2, name: 'What you will know' })).toBeVisible();
    expect(screen.getByText('Do I have a Plex Pass, and until when?')).toBeVisible();
  });

  test('does not claim that a password for the sample goes to plex.tv', () => {
    const { client } = fakePlexTv(() => Response.error());
    showScreen({ plexTv: { client, sampleLogins } });
    expect(screen.getByText(/It goes nowhere/)).toBeVisible();
    expect(screen.queryByText(/own server/)).not.toBeInTheDocument();
  });

  test('is told when the form is first used, by pointer or key', async () => {
    const { user, onTouched } = showScreen();
    expect(onTouched).not.toHaveBeenCalled();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Continue at plex.tv' })).toHaveFocus();
    expect(onTouched).toHaveBeenCalledOnce();
    await user.pointer({ keys: '[MouseLeft>]', target: signInForm.submit() });
    expect(onTouched.mock.calls.length).toBeGreaterThan(1);
  });

  test('hands on the account of whoever signs in', async () => {
    const { user, onSignedIn } = showScreen();
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await waitFor(() =>
      expect(onSignedIn.mock.calls).toEqual([
        [expect.objectContaining({ username: 'ada' }), { method: 'password', isRemembered: false }],
      ]),
    );
  });
});

describe('the sample', () => {
  test('is opened by one click, and no request', async () => {
    const { user, onSample, requests } = showScreen();
    await user.click(sampleButton());
    expect(onSample).toHaveBeenCalledOnce();
    expect(requests).toEqual([]);
  });

  test('says that it is being opened, and is opened once for two quick clicks', async () => {
    const onSample = vi.fn(() => new Promise<void>(() => undefined));
    const { user } = showScreen({ onSample });
    await user.click(sampleButton());
    await user.click(await screen.findByRole('button', { name: 'Opening the sample…' }));
    expect(onSample).toHaveBeenCalledOnce();
  });

  test('says so when it could not be fetched, keeps what was typed and can be tried again', async () => {
    const onSample = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch module'))
      .mockResolvedValue(undefined);
    const { user } = showScreen({ onSample });
    await fillIn(user, 'ada', 'pass');
    await user.click(sampleButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('The sample account could not be opened.');
    expect(signInForm.login()).toHaveValue('ada');
    await user.click(sampleButton());
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });

  test('is not offered once more inside the sample', () => {
    const { client } = fakePlexTv(() => Response.error());
    showScreen({ plexTv: { client, sampleLogins } });
    expect(screen.queryByRole('button', { name: /sample account/ })).not.toBeInTheDocument();
  });

  test('puts the login that was chosen into the form', () => {
    const [sampleLogin] = sampleLogins;
    showScreen({ initialValues: sampleLogin });
    expect(signInForm.login()).toHaveValue(sampleLogin?.login);
    expect(signInForm.password()).toHaveValue(sampleLogin?.password);
    expect(signInForm.rememberMe()).not.toBeChecked();
  });
});

describe('whoever comes back is told why', () => {
  test('signed out, without alarm', () => {
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="signed-out" /> });
    expect(screen.getByText('You are signed out. This page has forgotten your account.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('signed out although plex.tv could not be told, and how to end it there', () => {
    const reason = new PlexError('timedOut');
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="sign-out-failed" error={reason} /> });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('You are signed out here, but plex.tv could not be told.');
    expect(alert).toHaveTextContent(`${reason.words.what} ${reason.words.why}`);
    expect(alert).toContainElement(screen.getByRole('link', { name: /^your authorized devices/ }));
  });

  test('ended by plex.tv, in its words', () => {
    const reason = new PlexError('signedOut', { status: 422, plexMessage: 'Invalid token' });
    showScreen({ isReturn: true, notice: <SignInNoticeAlert kind="session-ended" error={reason} /> });
    const alert = screen.getByRole('alert');
    for (const words of Object.values(reason.words)) expect(alert).toHaveTextContent(words);
    expect(alert).toHaveTextContent('The answer: “Invalid token” (HTTP 422)');
  });
});
