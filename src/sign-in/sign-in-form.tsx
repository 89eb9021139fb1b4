import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { PlexError, PlexErrorKind } from '../plex/plex-error.ts';
import type { SignInDetails } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { LongWait } from './long-wait.tsx';
import { PasswordField } from './password-field.tsx';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { useSignIn } from './use-sign-in.ts';

type Fields = { login: string; password: string; rememberMe: boolean; verificationCode: string };

/** What stands in the fields at first, such as a login of the sample plex.tv. */
export type InitialValues = Partial<Fields>;

const empty: Fields = { login: '', password: '', rememberMe: false, verificationCode: '' };

type Step = 'credentials' | 'code' | 'lockedOut';

/** Where these failures lead; after any other the person stays where they are. */
const stepAfter: Partial<Record<PlexErrorKind, Step>> = {
  wrongLogin: 'credentials',
  emailOnly: 'credentials',
  codeNeeded: 'code',
  wrongCode: 'code',
  lockedOut: 'lockedOut',
};

type SignInFormProps = {
  client: PlexClient;
  initialValues?: InitialValues | undefined;
  onSignedIn: (account: Account, details: SignInDetails) => void;
  /** Another way, offered where this one cannot work. */
  instead?: ReactNode;
};

export function SignInForm({ client, initialValues, onSignedIn, instead }: SignInFormProps) {
  const form = useForm<Fields>({ defaultValues: { ...empty, ...initialValues } });
  const { errors } = form.formState;
  const [step, setStep] = useState<Step>('credentials');
  const asksCode = step === 'code';
  const { submit, stop, isPending, isStopped, error } = useSignIn(client, (account, isRemembered) => {
    form.reset({ ...empty, ...initialValues });
    setStep('credentials');
    onSignedIn(account, { method: 'password', isRemembered });
  });

  /** What had the focus may go with the last step. The fields of the next must be there before one can have it. */
  function go(next: Step) {
    form.resetField('verificationCode');
    flushSync(() => setStep(next));
    if (next !== 'lockedOut') form.setFocus(next === 'code' ? 'verificationCode' : 'password');
  }

  /** Tells a failure where it belongs; what is about no field in particular is told above the form. */
  function tell({ kind, words }: PlexError) {
    const next = stepAfter[kind] ?? step;
    if (next !== step) go(next);
    if (kind === 'wrongCode' || (kind === 'codeNeeded' && asksCode)) {
      form.resetField('verificationCode');
      form.setError('verificationCode', { message: `${words.what} ${words.todo}` }, { shouldFocus: true });
    }
    if (kind === 'emailOnly') {
      form.setError('login', { message: `${words.why} ${words.todo}` }, { shouldFocus: true });
    }
  }

  function send({ verificationCode, ...credentials }: Fields) {
    if (isWaiting(error)) return;
    submit({ ...credentials, verificationCode: asksCode ? verificationCode : undefined }, tell);
  }

  /** The button that was pressed is gone. */
  function stopWaiting() {
    stop();
    form.setFocus(asksCode ? 'verificationCode' : 'password');
  }

  function goBack() {
    if (!isPending) go('credentials');
  }

  if (step === 'lockedOut' && error) return <LockedOutNotice error={error} instead={instead} onBack={goBack} />;
  return (
    <form noValidate method="post" className="grid gap-2" onSubmit={(event) => void form.handleSubmit(send)(event)}>
      <SignInErrorNotice error={error} instead={instead} />
      <div hidden={asksCode} className="grid gap-2">
        <TextField
          label="E-mail or username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.login?.message}
          {...form.register('login', { validate: (login) => login.trim() !== '' || 'Enter your e-mail or username.' })}
        />
        {error?.kind === 'emailOnly' && instead}
        <PasswordField
          error={errors.password?.message}
          {...form.register('password', { required: 'Enter your password.' })}
        />
        <label className="flex items-center gap-2">
          <input type="checkbox" className="size-5" {...form.register('rememberMe')} />
          Remember me
        </label>
      </div>
      {asksCode && (
        <TextField
          label="Verification code"
          hint="Your account has two-factor sign-in. Enter the code from your authenticator app, or a backup code."
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errors.verificationCode?.message}
          {...form.register('verificationCode', { required: 'Enter the verification code.' })}
        />
      )}
      <Button variant="secondary" type="submit" aria-busy={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
      <LongWait isPending={isPending} isStopped={isStopped} onStop={stopWaiting} />
      {asksCode && (
        <Button variant="link" className="justify-self-start" onClick={goBack}>
          Back to e-mail and password
        </Button>
      )}
    </form>
  );
}

function isWaiting(error: PlexError | null): boolean {
  return (error?.details.retryAt?.getTime() ?? 0) > Date.now();
}
