import { type FormEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useForm } from 'react-hook-form';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import type { PlexErrorKind } from '../plex/errors/plex-error.ts';
import type { SignInError } from '../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { NewSignIn } from '../session/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PasswordField } from './password-field.tsx';
import { readFields } from './read-fields.ts';
import { useSignIn } from './use-sign-in.ts';

type Fields = { login: string; password: string; rememberMe: boolean; verificationCode: string };

export type InitialValues = Partial<Fields>;

const emptyFields: Fields = { login: '', password: '', rememberMe: false, verificationCode: '' };

export type FormStep = 'credentials' | 'code' | 'locked-out';

/** The step after these errors. After any other error the step stays the same. */
const stepAfterError: Partial<Record<PlexErrorKind, FormStep>> = {
  wrongLogin: 'credentials',
  emailOnly: 'credentials',
  codeNeeded: 'code',
  wrongCode: 'code',
  lockedOut: 'locked-out',
};

type SignInFormProps = {
  client: PlexClient;
  initialValues?: InitialValues | undefined;
  onSignedIn: (signIn: NewSignIn) => void;
  onStepChange?: ((step: FormStep) => void) | undefined;
  /** Goes on at plex.tv's own page. Missing when the person must stay on this page. */
  onContinue?: (() => void) | undefined;
  /** Opens the list of other sign-in methods. */
  onOtherMethods?: (() => void) | undefined;
};

export function SignInForm(props: SignInFormProps) {
  const { client, initialValues, onSignedIn, onStepChange, onContinue, onOtherMethods } = props;
  // A field without a default value keeps what was typed into it before the app's script had arrived.
  const form = useForm<Fields>({ defaultValues: { ...initialValues } });
  const { errors } = form.formState;
  const [step, setStep] = useState<FormStep>('credentials');
  const isCodeStep = step === 'code';
  const { submit, stop, isPending, isStopped, error, views } = useSignIn(client, (signIn) => {
    form.reset({ ...emptyFields, ...initialValues });
    changeStep('credentials');
    onSignedIn(signIn);
  });

  function changeStep(next: FormStep) {
    setStep(next);
    onStepChange?.(next);
  }

  /** Moves the focus too: the focused field may be gone. The new fields must be rendered first. */
  function goToStep(next: FormStep) {
    form.resetField('verificationCode');
    flushSync(() => changeStep(next));
    if (next !== 'locked-out') form.setFocus(next === 'code' ? 'verificationCode' : 'password');
  }

  const markField = (name: keyof Fields, message: string) => form.setError(name, { message }, { shouldFocus: true });

  /** Shows errors of one field at that field. `SignInErrorNotice` shows the others below the button. */
  function showError({ kind, words }: SignInError) {
    const next = stepAfterError[kind] ?? step;
    if (next !== step) goToStep(next);
    const isCodeRefused = kind === 'wrongCode' || (kind === 'codeNeeded' && isCodeStep);
    if (isCodeRefused) form.resetField('verificationCode');
    if (isCodeRefused || kind === 'notACode') markField('verificationCode', `${words.what} ${words.action}`);
    if (kind === 'emailOnly') markField('login', words.action);
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

  if (step === 'locked-out' && error && views)
    return <views.LockedOutNotice {...{ error, onContinue, onOtherMethods }} onBack={goBack} />;
  return (
    <form noValidate method="post" className="grid gap-4" onSubmit={onSubmit}>
      <div hidden={isCodeStep} className="grid gap-4">
        <TextField
          label="E-mail or username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.login?.message}
          {...form.register('login', { validate: (login) => login.trim() !== '' || 'Enter your e-mail or username.' })}
        />
        <PasswordField
          error={errors.password?.message}
          {...form.register('password', { required: 'Enter your password.' })}
        />
        <label className="-my-2.5 flex min-h-11 items-center gap-2.5 justify-self-start">
          <input type="checkbox" className="size-5" {...form.register('rememberMe')} />
          Remember me on this browser
        </label>
      </div>
      {isCodeStep && views && (
        <views.CodeStep
          login={form.getValues('login').trim()}
          onBack={goBack}
          field={{
            error: errors.verificationCode?.message,
            ...form.register('verificationCode', { required: 'Enter the code.' }),
          }}
        />
      )}
      <BusyButton
        variant={isCodeStep || !onContinue ? 'primary' : 'secondary'}
        type="submit"
        isBusy={isPending}
        busyText="Signing in…"
      >
        Sign in
      </BusyButton>
      {error && views && <views.SignInErrorNotice error={error} onContinue={onContinue} />}
      {error && !views && <ErrorNotice words={error.words} />}
      {views && <views.SlowSignInNotice {...{ isPending, isStopped }} onStop={stopWaiting} />}
      {onOtherMethods && (
        <Button variant="link" className="-my-2.5 min-h-11 justify-self-start" onClick={onOtherMethods}>
          {isCodeStep ? 'I have no code' : 'Other ways to sign in'}
        </Button>
      )}
    </form>
  );
}
