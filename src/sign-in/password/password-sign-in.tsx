import { CodeStep } from './code-step.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { createSignInMutation } from './sign-in-mutation.ts';
import { SlowSignInNotice } from './slow-sign-in-notice.tsx';

/** The request of a sign-in with a password, and the parts that the form shows after it. They load with the request. */
export const passwordSignIn = {
  createSignInMutation,
  views: { CodeStep, LockedOutNotice, SignInErrorNotice, SlowSignInNotice },
};
