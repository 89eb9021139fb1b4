import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Account } from '../plex/account.ts';
import { PlexError } from '../plex/plex-error.ts';
import { Secret } from '../plex/secret.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { getAccountByToken } from './get-account-by-token.ts';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { SignInMethodFrame, type SignInMethodProps } from './sign-in-method-frame.tsx';

const mutationKey = ['paste token'];

const refusedMessage =
  'plex.tv does not accept this token. It was mistyped, is incomplete, or has been ended. Paste the token alone, without “X-Plex-Token=”.';

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

  function submit({ token }: { token: string }) {
    if (queryClient.isMutating({ mutationKey }) > 0) return;
    mutate(new Secret(token.trim()), {
      onSuccess: (account) => onSignedIn({ account, details: { method: 'token', isRemembered } }),
      onError: ({ endsSession }) => {
        if (endsSession) form.setError('token', { message: refusedMessage }, { shouldFocus: true });
      },
    });
  }

  return (
    <SignInMethodFrame title="Paste a token" onBack={onBack}>
      <p>
        plex.tv gives a token to each program that you sign in to. Anyone who has it can do with your account what you
        can do. It is as good as your password, so paste it only where you would type your password. This page sends it
        to plex.tv and keeps it like any other sign-in. Signing out ends the token, also in the program that you took it
        from.
      </p>
      <form noValidate method="post" className="grid gap-2" onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <SignInErrorNotice error={error?.endsSession ? null : error} />
        <TextField
          label="Plex token"
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={form.formState.errors.token?.message}
          {...form.register('token', { validate: validateToken })}
        />
        <Button variant="primary" type="submit" aria-busy={isPending}>
          {isPending ? 'Asking plex.tv…' : 'Sign in with this token'}
        </Button>
      </form>
    </SignInMethodFrame>
  );
}

/** The token travels in a header. Headers carry visible ASCII characters only. */
function validateToken(token: string): string | true {
  if (token.trim() === '') return 'Paste a token.';
  return (
    /^[\x21-\x7e]+$/.test(token.trim()) || 'This is not a token: it has spaces or other characters that no token has.'
  );
}
