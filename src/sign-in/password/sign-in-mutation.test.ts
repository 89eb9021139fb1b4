import { inspect } from 'node:util';
import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { deferredResponse } from '../../test/deferred-response.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { fullReply } from '../../test/full-reply.ts';
import { createSignInMutation, type SignInMutation } from './sign-in-mutation.ts';

const password = 'correct horse & battery=staple';
const credentials = { login: 'ada', password, rememberMe: true, verificationCode: '123456' };
const accountAnswer = () => Response.json(fullReply, { status: 201 });

/** Everything that the mutation and its cache hold. */
function heldBy(mutation: SignInMutation, queryClient: QueryClient): string {
  const state = [mutation.getCurrentResult(), queryClient.getMutationCache().getAll()];
  return inspect(state, { depth: 30, showHidden: true, maxStringLength: null });
}

test('forgets the password and the code after the sign-in', async () => {
  const { client } = fakePlexTv(accountAnswer);
  const queryClient = new QueryClient();
  const mutation = createSignInMutation(queryClient);
  const sent = mutation.mutate({ client, credentials, attempt: { isAwaited: true } });
  expect(heldBy(mutation, queryClient)).toContain(password);
  await sent;
  mutation.reset();
  await vi.waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
  expect(heldBy(mutation, queryClient)).not.toContain('battery');
  expect(heldBy(mutation, queryClient)).not.toContain('123456');
});

test('forgets the password, and ends the token, when nobody waits for the answer any more', async () => {
  const { answer, resolve } = deferredResponse();
  const { client, requests } = fakePlexTv(answer);
  const queryClient = new QueryClient();
  const mutation = createSignInMutation(queryClient);
  const attempt = { isAwaited: true };
  const sent = mutation.mutate({ client, credentials, attempt });
  attempt.isAwaited = false;
  mutation.reset();
  resolve(accountAnswer());
  await sent;
  expect(requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  await vi.waitFor(() => expect(queryClient.getMutationCache().getAll()).toEqual([]));
  expect(heldBy(mutation, queryClient)).not.toContain('battery');
});
