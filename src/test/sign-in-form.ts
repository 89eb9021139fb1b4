import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** The controls of the sign-in form, by role and name. A password field has no role, so it is found by its label. */
export const signInForm = {
  login: () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail or username' }),
  password: () => screen.getByLabelText<HTMLInputElement>('Password'),
  rememberMe: () => screen.getByRole('checkbox', { name: 'Remember me on this browser' }),
  code: () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' }),
  submit: () => screen.getByRole('button', { name: 'Sign in' }),
};

/** Pastes the login and the password. Typing would give characters such as `{` a special meaning. */
export async function fillIn(user: UserEvent, login: string, password: string): Promise<void> {
  await user.click(signInForm.login());
  await user.paste(login);
  await user.click(signInForm.password());
  await user.paste(password);
}
