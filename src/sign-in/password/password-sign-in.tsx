import { CodeStep } from './code-step.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { createSignInMutation } from './sign-in-mutation.ts';
import { SlowSignInNotice } from './slow-sign-in-notice.tsx';

/** What a sign-in with a password needs: the request, and what the form shows after it. The page starts without it. */
export const passwordSignIn = {
  createSignInMutation,
  views: { CodeStep, LockedOutNotice, SignInErrorNotice, SlowSignInNotice },
};
