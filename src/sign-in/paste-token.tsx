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

const refused =
  'plex.tv does not accept this token. It was mistyped, is incomplete, or has been ended. Paste the token alone, without “X-Plex-Token=”.';

/** Sign-in with a token that the person has from elsewhere. Nothing but this field is ever read for one. */
export function PasteToken({ plexTv: { client }, onSignedIn, onBack }: SignInMethodProps) {
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { token: '' } });
  const { mutate, isPending, error } = useMutation<Account, PlexError, Secret>({
    mutationKey,
    mutationFn: (token) => getAccountByToken(client, token),
    gcTime: 0,
    // Offline, a mutation would wait in a queue; the person is to be told.
    networkMode: 'always',
    retry: false,
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  function send({ token }: { token: string }) {
    if (queryClient.isMutating({ mutationKey }) > 0) return;
    mutate(new Secret(token.trim()), {
      onSuccess: (account) => onSignedIn(account, 'token'),
      onError: ({ endsSession }) => {
        if (endsSession) form.setError('token', { message: refused }, { shouldFocus: true });
      },
    });
  }

  return (
    <SignInMethodFrame title="Paste a token" onBack={onBack}>
      <p>
        A token is what plex.tv gives a program once you have signed in: with it, anyone can do with your account what
        you can. It is as good as your password, so paste it only where you would type that. Here it is sent to plex.tv
        and kept like a sign-in. Signing out ends it, also where you took it from.
      </p>
      <form noValidate method="post" className="grid gap-2" onSubmit={(event) => void form.handleSubmit(send)(event)}>
        <SignInErrorNotice error={error?.endsSession ? null : error} />
        <TextField
          label="Plex token"
          type="password"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={form.formState.errors.token?.message}
          {...form.register('token', { validate: faultOf })}
        />
        <Button variant="primary" type="submit" aria-busy={isPending}>
          {isPending ? 'Asking plex.tv…' : 'Sign in with this token'}
        </Button>
      </form>
    </SignInMethodFrame>
  );
}

/** A header carries visible ASCII only; anything else is no token, whatever it is. */
function faultOf(token: string): string | true {
  if (token.trim() === '') return 'Paste a token.';
  return /^[\x21-\x7e]+$/.test(token.trim()) || 'This is no token: it has blanks or other signs that no token has.';
}
