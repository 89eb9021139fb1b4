import { type FormEvent, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import type { PlexErrorKind } from '../plex/errors/plex-error.ts';
import type { SignInError } from '../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { NewSignIn } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { PasswordField } from './password-field.tsx';
import { readFields } from './read-fields.ts';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { SlowSignInNotice } from './slow-sign-in-notice.tsx';
import { useSignIn } from './use-sign-in.ts';

type Fields = { login: string; password: string; rememberMe: boolean; verificationCode: string };

export type InitialValues = Partial<Fields>;

const emptyFields: Fields = { login: '', password: '', rememberMe: false, verificationCode: '' };

type Step = 'credentials' | 'code' | 'lockedOut';

/** The step after these errors. After any other error the step stays the same. */
const stepAfterError: Partial<Record<PlexErrorKind, Step>> = {
  wrongLogin: 'credentials',
  emailOnly: 'credentials',
  codeNeeded: 'code',
  wrongCode: 'code',
  lockedOut: 'lockedOut',
};

type SignInFormProps = {
  client: PlexClient;
  initialValues?: InitialValues | undefined;
  onSignedIn: (signIn: NewSignIn) => void;
  /** Another sign-in method, offered when the password cannot work. */
  alternative?: ReactNode;
};

export function SignInForm({ client, initialValues, onSignedIn, alternative }: SignInFormProps) {
  const form = useForm<Fields>({ defaultValues: { ...emptyFields, ...initialValues } });
  const { errors } = form.formState;
  const [step, setStep] = useState<Step>('credentials');
  const isCodeStep = step === 'code';
  const { submit, stop, isPending, isStopped, error } = useSignIn(client, (signIn) => {
    form.reset({ ...emptyFields, ...initialValues });
    setStep('credentials');
    onSignedIn(signIn);
  });

  /** Moves the focus too: the focused field may be gone. The new fields must be rendered first. */
  function goToStep(next: Step) {
    form.resetField('verificationCode');
    flushSync(() => setStep(next));
    if (next !== 'lockedOut') form.setFocus(next === 'code' ? 'verificationCode' : 'password');
  }

  /** Shows errors of one field at that field. `SignInErrorNotice` shows the others above the form. */
  function showError({ kind, words }: SignInError) {
    const next = stepAfterError[kind] ?? step;
    if (next !== step) goToStep(next);
    if (kind === 'wrongCode' || (kind === 'codeNeeded' && isCodeStep)) {
      form.resetField('verificationCode');
      form.setError('verificationCode', { message: `${words.what} ${words.action}` }, { shouldFocus: true });
    }
    if (kind === 'notACode') {
      form.setError('verificationCode', { message: `${words.what} ${words.action}` }, { shouldFocus: true });
    }
    if (kind === 'emailOnly') {
      form.setError('login', { message: `${words.why} ${words.action}` }, { shouldFocus: true });
    }
  }

  function submitFields({ verificationCode, ...credentials }: Fields) {
    if (hasToWait(error)) return;
    submit({ ...credentials, verificationCode: isCodeStep ? verificationCode : undefined }, showError);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    readFields(event.currentTarget, form);
    void form.handleSubmit(submitFields)(event);
  }

  /** Moves the focus because the pressed button disappears. */
  function stopWaiting() {
    stop();
    form.setFocus(isCodeStep ? 'verificationCode' : 'password');
  }

  function goBack() {
    if (!isPending) goToStep('credentials');
  }

  if (step === 'lockedOut' && error) return <LockedOutNotice error={error} alternative={alternative} onBack={goBack} />;
  return (
    <form noValidate method="post" className="grid gap-2" onSubmit={onSubmit}>
      <SignInErrorNotice error={error} alternative={alternative} />
      <div hidden={isCodeStep} className="grid gap-2">
        <TextField
          label="E-mail or username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.login?.message}
          {...form.register('login', { validate: (login) => login.trim() !== '' || 'Enter your e-mail or username.' })}
        />
        {error?.kind === 'emailOnly' && alternative}
        <PasswordField
          error={errors.password?.message}
          {...form.register('password', { required: 'Enter your password.' })}
        />
        <label className="flex items-center gap-2">
          <input type="checkbox" className="size-5" {...form.register('rememberMe')} />
          Remember me
        </label>
      </div>
      {isCodeStep && (
        <TextField
          label="Verification code"
          hint="Your account has two-factor sign-in. Enter the code from your authenticator app, or a backup code."
          // No numeric keyboard: backup codes can have letters.
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          error={errors.verificationCode?.message}
          {...form.register('verificationCode', { required: 'Enter the verification code.' })}
        />
      )}
      <Button variant="secondary" type="submit" aria-busy={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
      <SlowSignInNotice isPending={isPending} isStopped={isStopped} onStop={stopWaiting} />
      {isCodeStep && (
        <Button variant="link" className="justify-self-start" onClick={goBack}>
          Back to e-mail and password
        </Button>
      )}
    </form>
  );
}
