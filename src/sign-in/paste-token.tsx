import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClipboardEvent, FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import type { Account } from '../plex/account/account.ts';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { findToken } from './find-token.ts';
import { getAccountByToken } from './get-account-by-token.ts';
import { SignInErrorNotice } from './password/sign-in-error-notice.tsx';
import { readFields } from './read-fields.ts';
import { SignInMethodFrame, type SignInMethodProps } from './sign-in-method-frame.tsx';

const mutationKey = ['paste token'];

const refusedMessage = 'plex.tv did not accept this token. It may be incomplete, or it no longer works.';

const noTokenMessages = {
  none: 'This text has no token in it, so it was not sent. Paste the token alone.',
  several: 'This text has more than one token, so it was not sent. Paste the token of your account alone.',
};

/** Sign-in with a token from another program. The page reads it from this field only, never from its address. */
export function PasteToken({ plexTv: { client }, isRemembered, onSignedIn, onBack }: SignInMethodProps) {
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { token: '' } });
  const { mutate, isPending, error } = useMutation<Account, PlexError, Secret>({
    mutationKey,
    mutationFn: (token) => getAccountByToken(client, token),
    gcTime: 0,
    // By default a mutation waits while the device is offline. This one has to fail and show the reason.
    networkMode: 'always',
    retry: false,
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  function submit({ token: pasted }: { token: string }) {
    const found = findToken(pasted);
    if (found.kind !== 'token' || hasToWait(error) || queryClient.isMutating({ mutationKey }) > 0) return;
    mutate(new Secret(found.token), {
      onSuccess: (account) => onSignedIn({ account, details: { method: 'token', isRemembered } }),
      onError: ({ endsSession }) => {
        if (endsSession) form.setError('token', { message: refusedMessage }, { shouldFocus: true });
      },
    });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    readFields(event.currentTarget, form);
    void form.handleSubmit(submit)(event);
  }

  return (
    <SignInMethodFrame title="Paste a token" onBack={onBack}>
      <p>
        A token is as good as your password: plex.tv gives one to each program that you sign in to, and anyone who has
        it can use your account. Paste it only where you would type your password. This page sends it to plex.tv and
        keeps it like any other sign-in. Signing out ends the token, also in the program that you took it from.
      </p>
      <form noValidate method="post" className="grid gap-4" onSubmit={onSubmit}>
        <TextField
          label="Plex token"
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={form.formState.errors.token?.message}
          onPaste={pasteLines}
          {...form.register('token', { validate: validateToken })}
        />
        <BusyButton variant="primary" type="submit" isBusy={isPending} busyText="Asking plex.tv…">
          Sign in with this token
        </BusyButton>
        {error && <SignInErrorNotice error={error} />}
      </form>
    </SignInMethodFrame>
  );
}

function validateToken(pasted: string): string | true {
  if (pasted.trim() === '') return 'Paste a token.';
  const { kind } = findToken(pasted);
  return kind === 'token' || noTokenMessages[kind];
}

/** Pastes line breaks as spaces. Some browsers leave them out, and the lines of a text become one word. */
function pasteLines(event: ClipboardEvent<HTMLInputElement>) {
  const text = event.clipboardData.getData('text');
  const field = event.currentTarget;
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/[\r\n]+/g, ' '), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
