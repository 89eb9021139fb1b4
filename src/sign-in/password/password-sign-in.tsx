import { signIn } from '../../plex/sign-in.ts';
import { CodeExplainer, CodeStep } from './code-step.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { SlowSignInNotice } from './slow-sign-in-notice.tsx';

/** The request of a sign-in with a password, and the parts that the form shows after it. They load with the request. */
export const passwordSignIn = {
  signIn,
  views: { CodeExplainer, CodeStep, LockedOutNotice, SignInErrorNotice, SlowSignInNotice },
};
