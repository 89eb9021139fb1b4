import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** The parts of the sign-in form, found as a person finds them. A password field has no role. */
export const signInForm = {
  login: () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail or username' }),
  password: () => screen.getByLabelText<HTMLInputElement>('Password'),
  rememberMe: () => screen.getByRole('checkbox', { name: 'Remember me' }),
  code: () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Verification code' }),
  submit: () => screen.getByRole('button', { name: 'Sign in' }),
};

/** Puts both in, as from the clipboard: any characters, none with a meaning of its own. */
export async function fillIn(user: UserEvent, login: string, password: string): Promise<void> {
  await user.click(signInForm.login());
  await user.paste(login);
  await user.click(signInForm.password());
  await user.paste(password);
}
