import { inspect } from 'node:util';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { errorWords } from '../plex/error-words.ts';
import { deferredResponse } from '../test/deferred-response.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { revealSecrets } from '../test/reveal-secrets.ts';
import { PasteToken } from './paste-token.tsx';

const token = 'My-to_ken-20-letters';
const welcome = () => Response.json(fullReply);

function showPaste(...answers: (() => Response | Promise<Response>)[]) {
  const { client, requests } = fakePlexTv(() => (answers.shift() ?? Response.error)());
  const asked = { onSignedIn: vi.fn(), onBack: vi.fn() };
  return { ...asked, requests, ...renderWithQueryClient(<PasteToken plexTv={{ client }} {...asked} />) };
}

const field = () => screen.getByLabelText<HTMLInputElement>('Plex token');

async function paste({ user }: Pick<ReturnType<typeof renderWithQueryClient>, 'user'>, text: string) {
  await user.clear(field());
  await user.click(field());
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Sign in with this token' }));
}

test('signs in with the token, which is asked about once, in a header', async () => {
  const shown = showPaste(welcome);
  await paste(shown, ` ${token}\n`);
  await waitFor(() => expect(shown.onSignedIn).toHaveBeenCalledOnce());
  expect(shown.onSignedIn.mock.lastCall).toEqual([expect.objectContaining({ username: 'ada' }), 'token']);
  const [request, ...others] = shown.requests;
  expect(others).toEqual([]);
  expect(request?.url).toBe('https://account.example/api/v2/user?includeSubscriptions=1');
  expect(request?.headers.get('X-Plex-Token')).toBe(token);
});

test('is signed in with this token where plex.tv does not repeat it', async () => {
  const shown = showPaste(() => Response.json({ ...fullReply, authToken: undefined }));
  await paste(shown, ` ${token}\n`);
  await waitFor(() => expect(shown.onSignedIn).toHaveBeenCalledOnce());
  expect(revealSecrets(shown.onSignedIn.mock.lastCall?.[0].authToken)).toEqual({ secret: token });
});

test('says what a token is, and that it is as good as a password', () => {
  showPaste();
  expect(screen.getByText(/as good as your password/)).toBeVisible();
  expect(screen.getByText(/Signing out ends it, also where you took it from/)).toBeVisible();
});

test('is masked, and kept by no browser', () => {
  showPaste();
  expect(field()).toHaveAttribute('type', 'password');
  expect(field()).toHaveAttribute('autocomplete', 'off');
});

test('is read from nothing but its field', () => {
  history.replaceState(null, '', `/?X-Plex-Token=${token}&token=${token}#token=${token}`);
  const { requests } = showPaste();
  expect(field()).toHaveValue('');
  expect(requests).toEqual([]);
  history.replaceState(null, '', '/');
});

test.each([
  ['', 'Paste a token.'],
  ['  ', 'Paste a token.'],
  ['two words', /blanks or other signs/],
  ['tokén', /blanks or other signs/],
])('asks plex.tv nothing about "%s"', async (text, words) => {
  const shown = showPaste();
  await paste(shown, text || ' ');
  expect(field()).toHaveAccessibleDescription(words);
  expect(field()).toHaveFocus();
  expect(shown.requests).toEqual([]);
});

test.each([
  ['wrong', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['dead', () => new Response('{"errors":[{"message":"Invalid token","status":422}]}', { status: 422 })],
  ['expired', () => errorResponse(498, 1, 'expired')],
])('says at the field that the token is %s, keeps it, and takes another', async (_, answer) => {
  const shown = showPaste(answer, welcome);
  await paste(shown, token);
  await waitFor(() => expect(field()).toHaveAccessibleDescription(/^plex\.tv does not accept this token\./));
  expect(field()).toHaveValue(token);
  expect(field()).toHaveFocus();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await paste(shown, 'another');
  await waitFor(() => expect(shown.onSignedIn).toHaveBeenCalledOnce());
});

test.each([
  ['plex.tv has trouble', () => new Response(null, { status: 503 }), errorWords.serverError.what],
  ['the answer is no account', () => Response.json([]), errorWords.notAnAccount.what],
])('says so when %s, and keeps the token', async (_, answer, words) => {
  const shown = showPaste(answer);
  await paste(shown, token);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(field()).toHaveValue(token);
  expect(field()).not.toBeInvalid();
});

test('is one request for a double click', async () => {
  const { answer, resolve } = deferredResponse();
  const shown = showPaste(answer);
  await shown.user.click(field());
  await shown.user.paste(token);
  await shown.user.dblClick(screen.getByRole('button', { name: 'Sign in with this token' }));
  expect(await screen.findByRole('button', { name: 'Asking plex.tv…' })).toHaveAttribute('aria-busy', 'true');
  resolve(welcome());
  await waitFor(() => expect(shown.onSignedIn).toHaveBeenCalledOnce());
  expect(shown.requests).toHaveLength(1);
});

test('leaves the token nowhere but in its field', async () => {
  const shown = showPaste(() => errorResponse(401, 1001, `Invalid token ${token}`));
  await paste(shown, token);
  await waitFor(() => expect(field()).toBeInvalid());
  const kept = [shown.queryClient.getMutationCache().getAll(), { ...localStorage }, { ...sessionStorage }];
  expect(inspect(kept, { depth: 20, showHidden: true })).not.toContain(token);
  expect([location.href, document.title, document.body.innerHTML].join()).not.toContain(token);
  shown.unmount();
  await waitFor(() => expect(shown.queryClient.getMutationCache().getAll()).toEqual([]));
});
