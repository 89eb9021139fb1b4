import { inspect } from 'node:util';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { errorWords } from '../plex/errors/error-words.ts';
import { deferredResponse } from '../test/deferred-response.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { revealSecrets } from '../test/reveal-secrets.ts';
import { PasteToken } from './paste-token.tsx';

const token = 'My-to_ken-20-letters';
const accountAnswer = () => Response.json(fullReply);

function showPaste(...answers: (() => Response | Promise<Response>)[]) {
  const { client, requests } = fakePlexTv(() => (answers.shift() ?? Response.error)());
  const callbacks = { onSignedIn: vi.fn(), onBack: vi.fn() };
  const part = <PasteToken plexTv={{ client }} isRemembered {...callbacks} />;
  return { ...callbacks, client, requests, ...renderWithQueryClient(part) };
}

const field = () => screen.getByLabelText<HTMLInputElement>('Plex token');

async function paste({ user }: Pick<ReturnType<typeof renderWithQueryClient>, 'user'>, text: string) {
  await user.clear(field());
  await user.click(field());
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Sign in with this token' }));
}

test('signs in with the token, in one request and in its header', async () => {
  const screenParts = showPaste(accountAnswer);
  await paste(screenParts, ` ${token}\n`);
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
  expect(screenParts.onSignedIn.mock.lastCall).toEqual([
    { account: expect.objectContaining({ username: 'ada' }), details: { method: 'token', isRemembered: true } },
  ]);
  const [request, ...others] = screenParts.requests;
  expect(others).toEqual([]);
  expect(request?.url).toBe('https://account.example/api/v2/user?includeSubscriptions=1');
  expect(request?.headers.get('X-Plex-Token')).toBe(token);
});

test('keeps the pasted token when plex.tv does not send one', async () => {
  const screenParts = showPaste(() => Response.json({ ...fullReply, authToken: undefined }));
  await paste(screenParts, ` ${token}\n`);
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
  expect(revealSecrets(screenParts.onSignedIn.mock.lastCall?.[0].account.authToken)).toEqual({ secret: token });
});

test('explains that a token is as good as a password', () => {
  showPaste();
  expect(screen.getByText(/as good as your password/)).toBeVisible();
  expect(screen.getByText(/Signing out ends the token, also in the program that you took it from/)).toBeVisible();
});

test('masks the field and tells the browser not to store it', () => {
  showPaste();
  expect(field()).toHaveAttribute('type', 'password');
  expect(field()).toHaveAttribute('autocomplete', 'off');
});

test('does not read a token from the address of the page', () => {
  history.replaceState(null, '', `/?X-Plex-Token=${token}&token=${token}#token=${token}`);
  const { requests } = showPaste();
  expect(field()).toHaveValue('');
  expect(requests).toEqual([]);
  history.replaceState(null, '', '/');
});

test.each([
  ['', 'Paste a token.'],
  ['  ', 'Paste a token.'],
  ['two words', /has no token in it/],
  ['tokén-of-20-letters!', /has no token in it/],
  ['https://app.plex.tv/desktop/#!/settings/account', /has no token in it/],
  ['correct horse battery staple', /has no token in it/],
  ['X-Plex-Token: ', /has no token in it/],
  [`X-Plex-Token=${token}&X-Plex-Token=Another-token-200000`, /more than one token/],
])('sends no request for "%s"', async (text, words) => {
  const screenParts = showPaste();
  await paste(screenParts, text || ' ');
  expect(field()).toHaveAccessibleDescription(words);
  expect(field()).toHaveFocus();
  expect(screenParts.requests).toEqual([]);
});

test.each([
  ['wrong', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['dead', () => new Response('{"errors":[{"message":"Invalid token","status":422}]}', { status: 422 })],
  ['expired', () => errorResponse(498, 1, 'expired')],
])('shows at the field that the token is %s, keeps it there, and accepts another', async (_, answer) => {
  const screenParts = showPaste(answer, accountAnswer);
  await paste(screenParts, token);
  await waitFor(() => expect(field()).toHaveAccessibleDescription(/^plex\.tv did not accept this token\./));
  expect(field()).toHaveValue(token);
  expect(field()).toHaveFocus();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await paste(screenParts, 'another-token');
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
});

test.each([
  ['plex.tv fails', () => new Response(null, { status: 503 }), errorWords.serverError.what],
  ['the answer is no account', () => Response.json([]), errorWords.notAnAccount.what],
])('shows an error when %s, and keeps the token in its field', async (_, answer, words) => {
  const screenParts = showPaste(answer);
  await paste(screenParts, token);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(field()).toHaveValue(token);
  expect(field()).not.toBeInvalid();
});

test('sends one request for a double click', async () => {
  const { answer, resolve } = deferredResponse();
  const screenParts = showPaste(answer);
  await screenParts.user.click(field());
  await screenParts.user.paste(token);
  await screenParts.user.dblClick(screen.getByRole('button', { name: 'Sign in with this token' }));
  expect(await screen.findByRole('button', { name: 'Asking plex.tv…' })).toHaveAttribute('aria-busy', 'true');
  resolve(accountAnswer());
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
  expect(screenParts.requests).toHaveLength(1);
});

test.each([
  ['its header name', `X-Plex-Token: ${token}`],
  ['a whole address', `https://plex.example:32400/library?X-Plex-Token=${token}&checkFiles=1`],
  ['quotes', `“${token}”`],
  ['line breaks inside', `${token.slice(0, 9)}\r\n${token.slice(9)}`],
  ['other headers in lines', `Accept: */*\nX-Plex-Token: ${token}\nX-Plex-Version: 4.1`],
  ['JSON in lines', JSON.stringify({ id: 1, authToken: token, email: 'ada@example.com' }, null, 2)],
])('sends the token alone when it is pasted with %s', async (_, pasted) => {
  const screenParts = showPaste(accountAnswer);
  await paste(screenParts, pasted);
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
  expect(screenParts.requests.map(({ headers }) => headers.get('X-Plex-Token'))).toEqual([token]);
});

test('pastes lines where the cursor is', async () => {
  const { user } = showPaste();
  await user.type(field(), '()');
  field().setSelectionRange(1, 1);
  await user.paste('one\ntwo');
  expect(field()).toHaveValue('(one two)');
  await user.keyboard('!');
  expect(field()).toHaveValue('(one two!)');
});

test('sends a token that a password manager filled in without an event', async () => {
  const screenParts = showPaste(accountAnswer);
  field().value = token;
  await screenParts.user.click(screen.getByRole('button', { name: 'Sign in with this token' }));
  await waitFor(() => expect(screenParts.onSignedIn).toHaveBeenCalledOnce());
});

test.each([
  ['fails', () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' })],
  ['refuses the token', () => errorResponse(401, 1001, 'Invalid token', { 'Retry-After': '60' })],
])(
  'counts down and sends nothing while plex.tv asks to wait when it %s, also after the screen was closed',
  async (_, answer) => {
    const screenParts = showPaste(answer, accountAnswer);
    await paste(screenParts, token);
    expect(await screen.findByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    await paste(screenParts, 'another-token');
    expect(screenParts.requests).toHaveLength(1);
    screenParts.unmount();
    const { client } = screenParts;
    const again = renderWithQueryClient(
      <PasteToken plexTv={{ client }} isRemembered onSignedIn={vi.fn()} onBack={vi.fn()} />,
    );
    await paste(again, 'another-token');
    expect(await screen.findByRole('alert')).toHaveTextContent(errorWords.rateLimited.what);
    expect(screen.getByRole('timer')).toHaveTextContent(/try again in \d+ seconds/);
    expect(screenParts.requests).toHaveLength(1);
  },
);

test('keeps the token nowhere but in its field', async () => {
  const screenParts = showPaste(() => errorResponse(401, 1001, `Invalid token ${token}`));
  await paste(screenParts, token);
  await waitFor(() => expect(field()).toBeInvalid());
  const kept = [screenParts.queryClient.getMutationCache().getAll(), { ...localStorage }, { ...sessionStorage }];
  expect(inspect(kept, { depth: 20, showHidden: true })).not.toContain(token);
  expect([location.href, document.title, document.body.innerHTML].join()).not.toContain(token);
  screenParts.unmount();
  await waitFor(() => expect(screenParts.queryClient.getMutationCache().getAll()).toEqual([]));
});
