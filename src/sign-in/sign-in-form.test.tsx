import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { errorWords } from '../plex/errors/error-words.ts';
import type { PlexErrorKind } from '../plex/errors/plex-error.ts';
import { sampleLogins } from '../sample/sample-logins.ts';
import { createSamplePlexTv } from '../sample/sample-plex-tv.ts';
import { deferredResponse } from '../test/deferred-response.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { loadPasswordSignIn } from './load-password-sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';

const codeNeeded = () => errorResponse(401, 1029, 'Please enter the verification code');
const wrongCode = () => errorResponse(401, 1028, 'Invalid verification code');
const wrongLogin = () => errorResponse(401, 1001, 'User could not be authenticated');
const lockedOut = () => errorResponse(401, 1031, 'This IP appears to be having trouble signing in');
const accountAnswer = () => Response.json(fullReply, { status: 201 });
const outOfService = () => new Response('<h1>503</h1>', { status: 503 });

type Answer = () => Response | Promise<Response>;

/** Shows the form. plex.tv gives these answers in order. */
function showForm(...answers: Answer[]) {
  const onSignedIn = vi.fn();
  const { client, requests } = fakePlexTv(() => {
    const answer = answers.shift();
    if (!answer) throw new Error('plex.tv got one request too many');
    return answer();
  });
  return {
    ...renderWithQueryClient(<SignInForm client={client} onSignedIn={onSignedIn} onContinue={() => undefined} />),
    requests,
    onSignedIn,
  };
}

async function fieldsOf(request: Request | undefined) {
  return Object.fromEntries(new URLSearchParams(await request?.text()));
}

/** Shows the step that asks for the verification code. */
async function showCodeStep(...answers: Answer[]) {
  const screenParts = showForm(codeNeeded, ...answers);
  await fillIn(screenParts.user, 'ada@example.com', ' pass word ');
  await screenParts.user.click(signInForm.rememberMe());
  await screenParts.user.click(signInForm.submit());
  await screen.findByRole('textbox', { name: 'Code' });
  return screenParts;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the request', () => {
  test('posts one form to the sign-in of plex.tv', async () => {
    const { user, requests, onSignedIn } = showForm(accountAnswer);
    await fillIn(user, 'ada@example.com', 'pass');
    await user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(onSignedIn.mock.lastCall).toEqual([
      {
        account: expect.objectContaining({ email: 'ada@example.com' }),
        details: { method: 'password', isRemembered: false },
      },
    ]);
    const [request, ...others] = requests;
    expect(others).toEqual([]);
    expect([request?.method, request?.url]).toEqual(['POST', 'https://account.example/api/v2/users/signin']);
    expect(request?.headers.get('Content-Type')).toMatch(/^application\/x-www-form-urlencoded\b/);
    expect(request?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
    expect(await request?.text()).toBe('login=ada%40example.com&password=pass&rememberMe=false');
  });

  test('includes the choice of "Remember me"', async () => {
    const { user, requests } = showForm(wrongLogin, accountAnswer);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.rememberMe());
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    await user.click(signInForm.rememberMe());
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    const fields = await Promise.all(requests.map(fieldsOf));
    expect(fields.map(({ rememberMe }) => rememberMe)).toEqual(['true', 'false']);
  });

  test.each([
    ['characters with a meaning in forms and addresses', 'a+b&c=d%20@x.y', '&password=x&rememberMe=true'],
    ['quotes, tags and backslashes', '"><script>\\', `'; DROP TABLE "x"; -- \\0 <b>&amp;`],
    ['many scripts', 'åsa.ßen@例え.jp', 'пароль ‮مرور 🔑👩‍👩‍👧'],
    ['digits of other scripts', '１٢३', '１٢３ १-२'],
    ['spaces at the ends', 'ada@example.com', '  \u00a0 pass \t '],
    ['only spaces', 'ada', '   '],
    ['characters that look the same', 'cafe\u0301', 'caf\u00e9 cafe\u0301'],
    ['long values', 'x'.repeat(2000), 'y'.repeat(5000)],
  ])('holds exactly the login and password that were typed: %s', async (_, login, password) => {
    const verificationCode = '123456';
    const { user, requests } = showForm(codeNeeded, accountAnswer);
    await fillIn(user, login, password);
    await user.click(signInForm.submit());
    await user.click(await screen.findByRole('textbox', { name: 'Code' }));
    await user.paste(verificationCode);
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(await fieldsOf(requests[0])).toEqual({ login, password, rememberMe: 'false' });
    expect(await fieldsOf(requests[1])).toEqual({ login, password, rememberMe: 'false', verificationCode });
  });

  test('leaves out the spaces around the login', async () => {
    const { user, requests } = showForm(accountAnswer);
    await fillIn(user, ' \u00a0ada lovelace  ', 'pass');
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(await fieldsOf(requests[0])).toMatchObject({ login: 'ada lovelace' });
  });

  test.each([
    [
      'a double click',
      (submit: HTMLElement, user: ReturnType<typeof renderWithQueryClient>['user']) => user.dblClick(submit),
    ],
    [
      'Enter, twice',
      (_: HTMLElement, user: ReturnType<typeof renderWithQueryClient>['user']) => user.keyboard('{Enter}{Enter}'),
    ],
    [
      'two clicks at once and a third later',
      async (submit: HTMLElement, user: ReturnType<typeof renderWithQueryClient>['user']) => {
        fireEvent.click(submit);
        fireEvent.click(submit);
        await user.click(submit);
      },
    ],
  ])('is sent once for %s', async (_, press) => {
    const { answer, resolve } = deferredResponse();
    const { user, requests, onSignedIn } = showForm(answer);
    await fillIn(user, 'ada', 'pass');
    await press(signInForm.submit(), user);
    expect(await screen.findByRole('button', { name: 'Signing in…' })).toHaveAttribute('aria-busy', 'true');
    resolve(accountAnswer());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(requests).toHaveLength(1);
  });

  test('is not repeated without a submit', async () => {
    const { user, requests } = showForm(outOfService);
    await fillIn(user, 'ada', 'pass');
    vi.useFakeTimers();
    fireEvent.click(signInForm.submit());
    await act(() => vi.advanceTimersByTimeAsync(60 * 60 * 1000));
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.serverError.what);
    expect(requests).toHaveLength(1);
  });
});

describe('validation', () => {
  test('marks the empty fields and moves the focus to the first', async () => {
    const { user, requests } = showForm();
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.login()).toHaveFocus());
    expect(signInForm.login()).toBeInvalid();
    expect(signInForm.login()).toHaveAccessibleDescription('Enter your e-mail or username.');
    expect(signInForm.password()).toBeInvalid();
    expect(signInForm.password()).toHaveAccessibleDescription('Enter your password.');
    expect(signInForm.submit()).toBeEnabled();
    expect(requests).toEqual([]);
  });

  test('moves the focus to the password when only that is empty', async () => {
    const { user } = showForm();
    await user.type(signInForm.login(), 'ada{Enter}');
    await waitFor(() => expect(signInForm.password()).toHaveFocus());
    expect(signInForm.login()).toBeValid();
  });

  test('does not accept spaces as a login', async () => {
    const { user } = showForm();
    await fillIn(user, '   ', 'pass');
    await user.click(signInForm.submit());
    expect(signInForm.login()).toHaveAccessibleDescription('Enter your e-mail or username.');
  });

  test('marks no field before the first submit, and clears a mark as soon as the field is filled in', async () => {
    const { user } = showForm();
    await user.click(signInForm.login());
    await user.tab();
    expect(signInForm.login()).toBeValid();
    await user.click(signInForm.submit());
    expect(signInForm.login()).toBeInvalid();
    await user.type(signInForm.login(), 'a');
    expect(signInForm.login()).toBeValid();
    expect(signInForm.password()).toBeInvalid();
  });
});

describe('the password', () => {
  test('is hidden until the person asks, and is sent unchanged', async () => {
    const { user, requests } = showForm(accountAnswer);
    await fillIn(user, 'ada', 'pass');
    expect(signInForm.password()).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(signInForm.password()).toHaveAttribute('type', 'text');
    expect(signInForm.password()).toHaveValue('pass');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(signInForm.password()).toHaveAttribute('type', 'password');
    expect(requests).toEqual([]);
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(await fieldsOf(requests[0])).toMatchObject({ password: 'pass' });
  });

  describe('that is shown', () => {
    async function showPassword(...answers: Answer[]) {
      const screenParts = showForm(...answers);
      await fillIn(screenParts.user, 'ada', 'pass');
      await screenParts.user.click(screen.getByRole('button', { name: 'Show password' }));
      return screenParts;
    }

    function expectHidden() {
      expect(signInForm.password()).toHaveAttribute('type', 'password');
      expect(signInForm.password()).toHaveAttribute('autocomplete', 'current-password');
      expect(signInForm.password()).toHaveValue('pass');
      expect(screen.getByRole('button', { name: 'Show password' })).toBeVisible();
    }

    test('is not restored from the browser’s session files', async () => {
      await showPassword();
      expect(signInForm.password()).toHaveAttribute('autocomplete', 'off');
    });

    test('is hidden when the form is sent, and sent unchanged', async () => {
      const { user, requests } = await showPassword(wrongLogin);
      await user.click(signInForm.submit());
      await screen.findByRole('alert');
      expectHidden();
      expect(await fieldsOf(requests[0])).toMatchObject({ password: 'pass' });
    });

    test('is hidden when the form cannot be sent', async () => {
      const { user } = await showPassword();
      await user.clear(signInForm.login());
      await user.keyboard('{Enter}');
      await waitFor(() => expect(signInForm.login()).toBeInvalid());
      expectHidden();
    });

    test('is hidden after 30 seconds', async () => {
      vi.useFakeTimers();
      showForm();
      fireEvent.input(signInForm.password(), { target: { value: 'pass' } });
      fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
      act(() => vi.advanceTimersByTime(29_999));
      expect(signInForm.password()).toHaveAttribute('type', 'text');
      act(() => vi.advanceTimersByTime(1));
      expectHidden();
    });

    test('is hidden at once when the person leaves the tab', async () => {
      await showPassword();
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      expectHidden();
    });

    test('is hidden at once when the page is left', async () => {
      await showPassword();
      window.dispatchEvent(new Event('pagehide'));
      expectHidden();
    });
  });

  test('and the login have what a password manager needs', async () => {
    const { user, requests } = showForm(codeNeeded);
    expect(signInForm.login()).toHaveAttribute('autocomplete', 'username');
    expect(signInForm.login()).toHaveAttribute('name', 'login');
    expect(signInForm.password()).toHaveAttribute('autocomplete', 'current-password');
    expect(signInForm.password()).toHaveAttribute('name', 'password');
    expect(signInForm.login().form).toBe(signInForm.password().form);
    expect(signInForm.login().form?.method).toBe('post');
    fireEvent.input(signInForm.login(), { target: { value: 'ada' } });
    fireEvent.input(signInForm.password(), { target: { value: 'pass' } });
    await user.click(signInForm.submit());
    expect(await screen.findByRole('textbox', { name: 'Code' })).toHaveAttribute('autocomplete', 'one-time-code');
    // The phone keyboard needs letters for a backup code.
    expect(signInForm.code()).not.toHaveAttribute('inputmode');
    expect(await fieldsOf(requests[0])).toMatchObject({ login: 'ada', password: 'pass' });
  });
});

describe('fields that a password manager fills in without events', () => {
  /** Sets the value of a field, as a script of a browser extension does. */
  function fillSilently(field: HTMLInputElement, value: string) {
    field.value = value;
  }

  test('are sent with their current values', async () => {
    const { user, requests } = showForm(accountAnswer);
    fillSilently(signInForm.login(), 'ada');
    fillSilently(signInForm.password(), 'pass');
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(await fieldsOf(requests[0])).toEqual({ login: 'ada', password: 'pass', rememberMe: 'false' });
  });

  test.each(['login', 'password'] as const)('count when only the %s gets an event', async (name) => {
    const { user, requests } = showForm(accountAnswer);
    fillSilently(signInForm.login(), 'ada');
    fillSilently(signInForm.password(), 'pass');
    fireEvent.input(signInForm[name](), { bubbles: true });
    fireEvent.change(signInForm[name]());
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(await fieldsOf(requests[0])).toMatchObject({ login: 'ada', password: 'pass' });
  });

  test('replace what was typed before', async () => {
    const { user, requests } = showForm(wrongLogin, accountAnswer);
    await fillIn(user, 'ada', 'old');
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    fillSilently(signInForm.password(), 'new');
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(await fieldsOf(requests[1])).toMatchObject({ login: 'ada', password: 'new' });
  });

  test('are checked with their current values: a field that was emptied is not sent', async () => {
    const { user, requests } = showForm();
    await fillIn(user, 'ada', 'pass');
    fillSilently(signInForm.password(), '');
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.password()).toBeInvalid());
    expect(requests).toEqual([]);
  });

  test('include the verification code, "Remember me", and a password that is filled in behind the code', async () => {
    const { user, requests } = await showCodeStep(accountAnswer);
    fillSilently(signInForm.code(), '123456');
    const remembered = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Remember me on this browser',
      hidden: true,
    });
    remembered.checked = false;
    fillSilently(signInForm.password(), 'other');
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(await fieldsOf(requests[1])).toEqual({
      login: 'ada@example.com',
      password: 'other',
      rememberMe: 'false',
      verificationCode: '123456',
    });
  });

  test('are still there after a lock-out', async () => {
    const { user } = showForm(lockedOut);
    fillSilently(signInForm.login(), 'ada');
    fillSilently(signInForm.password(), 'pass');
    await user.click(signInForm.submit());
    await user.click(await screen.findByRole('button', { name: 'Back to the form' }));
    expect(signInForm.login()).toHaveValue('ada');
    expect(signInForm.password()).toHaveValue('pass');
  });
});

describe('the verification code', () => {
  test('gets its own step on the same screen, without an alert and with the focus', async () => {
    await showCodeStep();
    expect(signInForm.code()).toHaveFocus();
    expect(signInForm.code()).toHaveAccessibleDescription(/authenticator app/);
    expect(signInForm.code()).toBeValid();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'E-mail or username' })).not.toBeInTheDocument();
    expect(signInForm.submit()).toBeEnabled();
  });

  test('is sent with everything that was typed before', async () => {
    const { user, requests, onSignedIn } = await showCodeStep(accountAnswer);
    await user.keyboard('123456{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(await fieldsOf(requests[1])).toEqual({
      login: 'ada@example.com',
      password: ' pass word ',
      rememberMe: 'true',
      verificationCode: '123456',
    });
  });

  test.each([
    [' 123\u00a0456\u200b\t', '123456'],
    ['123–456', '123456'],
    ['１２３４５６', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['AbCd-12 34', 'AbCd1234'],
  ])('is sent without what came along when it was pasted: "%s"', async (pasted, verificationCode) => {
    const { user, requests } = await showCodeStep(accountAnswer);
    await user.paste(pasted);
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(await fieldsOf(requests[1])).toMatchObject({ verificationCode });
  });

  test.each([
    ['only dashes and spaces', ' – \u200b'],
    ['another text', 'the code that I do not know any more, sorry'],
    ['letters of another script', 'сбой12'],
  ])('is not sent when it is %s, because a failed code counts', async (_, pasted) => {
    const { user, requests } = await showCodeStep();
    await user.paste(pasted);
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.code()).toBeInvalid());
    expect(signInForm.code()).toHaveAccessibleDescription(/^This is not a verification code\. Enter the code alone/);
    expect(signInForm.code()).toHaveValue(pasted);
    expect(signInForm.code()).toHaveFocus();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(requests).toHaveLength(1);
  });

  test('is marked as missing when the field is empty', async () => {
    const { user, requests } = await showCodeStep();
    await user.click(signInForm.submit());
    expect(signInForm.code()).toHaveAccessibleDescription(/^Enter the code\./);
    await waitFor(() => expect(signInForm.code()).toHaveFocus());
    expect(requests).toHaveLength(1);
  });

  test('is the only field that is cleared when it is wrong, and shows the error with the focus', async () => {
    const { user, requests, onSignedIn } = await showCodeStep(wrongCode, accountAnswer);
    await user.keyboard('111111');
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.code()).toBeInvalid());
    const { what, action } = errorWords.wrongCode;
    expect(signInForm.code()).toHaveAccessibleDescription(expect.stringContaining(`${what} ${action}`));
    expect(signInForm.code()).toHaveValue('');
    expect(signInForm.code()).toHaveFocus();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await user.keyboard('2');
    expect(signInForm.code()).toBeValid();
    await user.keyboard('22222{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(await fieldsOf(requests[2])).toEqual({
      login: 'ada@example.com',
      password: ' pass word ',
      rememberMe: 'true',
      verificationCode: '222222',
    });
  });

  test('shows an error at its field when plex.tv asks for it again', async () => {
    const { user } = await showCodeStep(codeNeeded);
    await user.keyboard('0{Enter}');
    await waitFor(() => expect(signInForm.code()).toBeInvalid());
    expect(signInForm.code()).toHaveAccessibleDescription(expect.stringContaining(errorWords.codeNeeded.what));
  });

  test('gets its own step when plex.tv calls it wrong before it was asked for', async () => {
    const { user } = showForm(wrongCode);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    expect(await screen.findByRole('textbox', { name: 'Code' })).toBeInvalid();
    expect(signInForm.code()).toHaveFocus();
    expect(signInForm.code()).toHaveAccessibleDescription(expect.stringContaining(errorWords.wrongCode.what));
  });

  test('stays in its field when something else fails', async () => {
    const { user, requests, onSignedIn } = await showCodeStep(outOfService, accountAnswer);
    await user.keyboard('123456{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.serverError.what);
    expect(signInForm.code()).toHaveValue('123456');
    await user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(await fieldsOf(requests[2])).toMatchObject({ verificationCode: '123456' });
  });

  test('has a button that leads back to e-mail and password', async () => {
    const { user, requests } = await showCodeStep(accountAnswer);
    await user.keyboard('123');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.queryByRole('textbox', { name: 'Code' })).not.toBeInTheDocument();
    expect(signInForm.login()).toHaveValue('ada@example.com');
    expect(signInForm.password()).toHaveValue(' pass word ');
    expect(signInForm.rememberMe()).toBeChecked();
    expect(signInForm.password()).toHaveFocus();
    await user.keyboard('!{Enter}');
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(await fieldsOf(requests[1])).toEqual({
      login: 'ada@example.com',
      password: ' pass word !',
      rememberMe: 'true',
    });
  });

  test('starts empty when plex.tv asks for it again', async () => {
    const { user } = await showCodeStep(wrongCode, codeNeeded);
    await user.keyboard('111111{Enter}');
    await waitFor(() => expect(signInForm.code()).toBeInvalid());
    await user.keyboard('222');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(signInForm.submit());
    const code = await screen.findByRole('textbox', { name: 'Code' });
    expect(code).toHaveValue('');
    expect(code).toBeValid();
    expect(code).toHaveFocus();
  });

  test.each<[string, Answer, PlexErrorKind]>([
    ['the login is wrong after all', wrongLogin, 'wrongLogin'],
    ['plex.tv wants the e-mail after all', () => errorResponse(401, 1030, 'only email'), 'emailOnly'],
  ])('step closes when %s, and the next request has no code', async (_, answer, kind) => {
    const { user, requests } = await showCodeStep(answer, accountAnswer);
    await user.keyboard('123456{Enter}');
    expect(await screen.findByText(new RegExp(errorWords[kind].why))).toBeVisible();
    expect(signInForm.password()).toHaveValue(' pass word ');
    expect(screen.queryByRole('textbox', { name: 'Code' })).not.toBeInTheDocument();
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(3));
    expect(await fieldsOf(requests[2])).toEqual({
      login: 'ada@example.com',
      password: ' pass word ',
      rememberMe: 'true',
    });
  });

  test('stays on screen while the request is pending', async () => {
    const { answer, resolve } = deferredResponse();
    const { user, onSignedIn } = await showCodeStep(answer);
    await user.keyboard('123456{Enter}');
    await screen.findByRole('button', { name: 'Signing in…' });
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(signInForm.code()).toHaveValue('123456');
    resolve(accountAnswer());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  });
});

describe('an error', () => {
  const failures = sampleLogins.filter(({ kind }) => kind === 'failure');
  const expectedKinds: Record<string, PlexErrorKind | 'none'> = {
    'wrong-password@example.com': 'wrongLogin',
    'ida.larsen': 'emailOnly',
    'locked@example.com': 'lockedOut',
    'rate-limited@example.com': 'rateLimited',
    'managed@example.com': 'managedUser',
    'pin@example.com': 'homePinNeeded',
    'no-client-identifier@example.com': 'clientIdentifierMissing',
    'malformed@example.com': 'malformed',
    'unknown-error@example.com': 'refused',
    'xml-error@example.com': 'wrongLogin',
    'gone@example.com': 'gone',
    'not-found@example.com': 'refused',
    'unavailable@example.com': 'serverError',
    'empty-error@example.com': 'serverError',
    'captive-portal@example.com': 'notJson',
    'not-an-account@example.com': 'notAnAccount',
    'slow@example.com': 'none',
    'never@example.com': 'timedOut',
    'ended@example.com': 'none',
    'no-sign-out@example.com': 'none',
  };

  test('is tested here for every sample login that fails', () => {
    expect(Object.keys(expectedKinds).sort()).toEqual(failures.map(({ login }) => login).sort());
  });

  async function trySample(login: string) {
    vi.useFakeTimers();
    const onSignedIn = vi.fn();
    const { client } = fakePlexTv(createSamplePlexTv().fetch);
    const { unmount } = renderWithQueryClient(
      <SignInForm client={client} initialValues={{ login, password: 'sample' }} onSignedIn={onSignedIn} />,
    );
    await act(async () => fireEvent.click(signInForm.submit()));
    await act(() => vi.advanceTimersByTimeAsync(20_100));
    vi.useRealTimers();
    return { onSignedIn, unmount };
  }

  test.each(failures)('is shown in its own words: $name', async ({ login }) => {
    const { onSignedIn } = await trySample(login);
    const kind = expectedKinds[login] ?? 'none';
    if (kind === 'none') {
      await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      return;
    }
    const { what, why, action } = errorWords[kind];
    for (const words of [what, why, action]) expect(screen.getByRole('alert')).toHaveTextContent(words);
    if (kind === 'emailOnly') {
      expect(signInForm.login()).toHaveAccessibleDescription(action);
      expect(signInForm.login()).toBeInvalid();
      expect(signInForm.login()).toHaveFocus();
    }
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  test('quotes the message of plex.tv', async () => {
    await trySample('unknown-error@example.com');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The server said: “Please agree to the new terms at plex.tv before you sign in” (code 1999, HTTP 403)',
    );
  });

  test('keeps everything that was typed', async () => {
    const { user } = showForm(wrongLogin);
    await fillIn(user, ' ada@example.com ', ' pass word ');
    await user.click(signInForm.rememberMe());
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    expect(signInForm.login()).toHaveValue(' ada@example.com ');
    expect(signInForm.password()).toHaveValue(' pass word ');
    expect(signInForm.rememberMe()).toBeChecked();
  });

  test('disappears while the next request is pending, and returns when that fails too', async () => {
    const { answer, resolve } = deferredResponse();
    const { user } = showForm(wrongLogin, answer);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    await user.type(signInForm.password(), '!{Enter}');
    await screen.findByRole('button', { name: 'Signing in…' });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    resolve(wrongLogin());
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.wrongLogin.what);
  });

  test('at the login field disappears when the login is changed, and the next request signs in', async () => {
    const { user, onSignedIn } = showForm(() => errorResponse(401, 1030, 'only email'), accountAnswer);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.login()).toBeInvalid());
    await user.type(signInForm.login(), '@example.com');
    expect(signInForm.login()).toBeValid();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  });

  test('of the network is shown at once, and the next request signs in', async () => {
    const { user, onSignedIn } = showForm(() => Promise.reject(new TypeError('Failed to fetch')), accountAnswer);
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.offline.what);
    expect(signInForm.password()).toHaveValue('pass');
    onLine.mockRestore();
    window.dispatchEvent(new Event('online'));
    expect(screen.getByRole('alert')).toBeInTheDocument();
    await user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  });
});

describe('when plex.tv asks to wait', () => {
  test('counts down and sends no request until the time is over', async () => {
    const { user, requests } = showForm(
      () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '30' }),
      accountAnswer,
    );
    await fillIn(user, 'ada', 'pass');
    vi.useFakeTimers();
    await act(async () => fireEvent.click(signInForm.submit()));
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getByRole('alert')).toHaveTextContent(errorWords.rateLimited.what);
    expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 29 seconds.');
    await act(async () => fireEvent.click(signInForm.submit()));
    await act(() => vi.advanceTimersByTimeAsync(28_000));
    expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 1 second.');
    expect(requests).toHaveLength(1);
    expect(signInForm.submit()).toBeEnabled();
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getByText('You can try again now.')).toBeVisible();
    await act(async () => fireEvent.click(signInForm.submit()));
    expect(requests).toHaveLength(2);
  });

  test('counts down also when the error is at its field', async () => {
    const { user, requests } = await showCodeStep(() =>
      errorResponse(401, 1028, 'Invalid verification code', { 'Retry-After': '30' }),
    );
    await user.keyboard('111111{Enter}');
    expect(await screen.findByRole('timer')).toHaveTextContent(/You can try again in \d+ seconds\./);
    expect(signInForm.code()).toBeInvalid();
    await user.keyboard('222222{Enter}');
    expect(requests).toHaveLength(2);
  });

  test('without a time, allows the next request at once', async () => {
    const { user, requests } = showForm(() => errorResponse(429, 1003, 'API rate limit exceeded'), accountAnswer);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
  });
});

describe('plex.tv’s own page', () => {
  test.each([
    ['when the password is wrong', wrongLogin],
    ['when the account needs its e-mail address', () => errorResponse(401, 1030, 'email only')],
  ])('is offered %s', async (_, answer) => {
    const { user } = showForm(answer);
    await fillIn(user, 'ada', 'pass');
    expect(screen.queryByRole('button', { name: 'Continue at plex.tv instead' })).not.toBeInTheDocument();
    await user.click(signInForm.submit());
    expect(await screen.findByRole('button', { name: 'Continue at plex.tv instead' })).toBeVisible();
  });

  test('is not offered when it would not help', async () => {
    const { user } = showForm(outOfService);
    await fillIn(user, 'ada', 'pass');
    await user.click(signInForm.submit());
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'Continue at plex.tv instead' })).not.toBeInTheDocument();
  });
});

describe('when plex.tv has locked sign-ins', () => {
  async function showLockedOut(...answers: Answer[]) {
    const screenParts = showForm(...answers);
    await fillIn(screenParts.user, 'ada', ' pass ');
    await screenParts.user.click(signInForm.rememberMe());
    await screenParts.user.click(signInForm.submit());
    return screenParts;
  }

  test('hides the form and offers to sign in at plex.tv', async () => {
    await showLockedOut(lockedOut);
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.lockedOut.what);
    expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Password')).not.toBeInTheDocument();
    expect(document.activeElement).toContainElement(screen.getByRole('button', { name: 'Continue at plex.tv' }));
  });

  test('keeps what was typed', async () => {
    const { user, requests, onSignedIn } = await showLockedOut(lockedOut, accountAnswer);
    await user.click(await screen.findByRole('button', { name: 'Back to the form' }));
    expect(signInForm.login()).toHaveValue('ada');
    expect(signInForm.password()).toHaveValue(' pass ');
    expect(signInForm.rememberMe()).toBeChecked();
    expect(signInForm.password()).toHaveFocus();
    await user.click(signInForm.submit());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(await fieldsOf(requests[1])).toEqual({ login: 'ada', password: ' pass ', rememberMe: 'true' });
  });

  test('returns to e-mail and password when the lock comes at the code step', async () => {
    const { user } = await showLockedOut(codeNeeded, lockedOut);
    await screen.findByRole('textbox', { name: 'Code' });
    await user.keyboard('123456{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Back to the form' }));
    expect(signInForm.login()).toHaveValue('ada');
    expect(screen.queryByRole('textbox', { name: 'Code' })).not.toBeInTheDocument();
  });
});

describe('when plex.tv is slow', () => {
  /** Shows a sign-in that has been pending for ten seconds. The requests after it get `laterAnswers`. */
  async function showSlowSignIn(...laterAnswers: (() => Response | Promise<Response>)[]) {
    const { answer, resolve } = deferredResponse();
    const signedOut = () => new Response(null, { status: 204 });
    const screenParts = showForm(answer, ...laterAnswers, signedOut, signedOut);
    await fillIn(screenParts.user, 'ada', ' pass ');
    await loadPasswordSignIn(); // takes real time
    vi.useFakeTimers();
    await act(async () => fireEvent.click(signInForm.submit()));
    await act(() => vi.advanceTimersByTimeAsync(9000));
    expect(screen.queryByText('plex.tv is slow to answer.')).not.toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getByText('plex.tv is slow to answer.')).toHaveRole('status');
    return { ...screenParts, resolve };
  }

  const stopWaiting = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Stop waiting' })));

  test('the person can stop waiting, keeps what was typed, and a late token is ended', async () => {
    const { requests, onSignedIn, resolve } = await showSlowSignIn();
    await stopWaiting();
    expect(screen.getByText(/^You stopped waiting\./)).toHaveRole('status');
    expect(signInForm.submit()).toBeVisible();
    expect(signInForm.login()).toHaveValue('ada');
    expect(signInForm.password()).toHaveValue(' pass ');
    expect(signInForm.password()).toHaveFocus();
    expect(requests).toHaveLength(1);
    vi.useRealTimers();
    await act(async () => resolve(accountAnswer()));
    await waitFor(() => expect(requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']));
    expect(requests[1]?.headers.get('X-Plex-Token')).toBe(fullReply.authToken);
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  test('the next request does not wait for the stopped one', async () => {
    const { user, requests } = await showSlowSignIn();
    await stopWaiting();
    vi.useRealTimers();
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(screen.queryByText(/^You stopped waiting/)).not.toBeInTheDocument();
  });

  test('a late answer to the stopped request leaves the next one alone', async () => {
    const next = deferredResponse();
    const { user, requests, resolve } = await showSlowSignIn(next.answer);
    await stopWaiting();
    vi.useRealTimers();
    await user.click(signInForm.submit());
    await waitFor(() => expect(requests).toHaveLength(2));
    await act(async () => resolve(accountAnswer()));
    await waitFor(() => expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']));
    expect(await screen.findByRole('button', { name: 'Signing in…' })).toBeVisible();
    await act(async () => next.resolve(errorResponse(401, 1001, 'User could not be authenticated')));
    expect(await screen.findByRole('alert')).toHaveTextContent('plex.tv did not accept this sign-in');
  });

  test('a late answer still signs in when the person keeps waiting', async () => {
    const { onSignedIn, requests, resolve } = await showSlowSignIn();
    vi.useRealTimers();
    await act(async () => resolve(accountAnswer()));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(requests).toHaveLength(1);
    expect(screen.queryByText('plex.tv is slow to answer.')).not.toBeInTheDocument();
  });
});

test('returns to its first step and its initial values after a sign-in that the page does not use', async () => {
  const { client, requests } = fakePlexTv(() =>
    requests.length === 1 ? codeNeeded() : Response.json(fullReply, { status: 201 }),
  );
  const initialValues = { login: 'ada', rememberMe: true };
  const { user } = renderWithQueryClient(
    <SignInForm client={client} initialValues={initialValues} onSignedIn={() => undefined} />,
  );
  await user.type(signInForm.password(), 'pass');
  await user.click(signInForm.submit());
  await user.type(await screen.findByRole('textbox', { name: 'Code' }), '123456{Enter}');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Code' })).not.toBeInTheDocument());
  expect(signInForm.login()).toHaveValue('ada');
  expect(signInForm.password()).toHaveValue('');
  expect(screen.getByRole('checkbox', { name: 'Remember me on this browser' })).toBeChecked();
});
